/** A person with a browser: asks one thing at a time, and keeps cookies. */
import { Agent, request } from 'node:http';
import type { Ask } from '../../src/engine/scenario.ts';

export interface Answer {
  status: number;
  /** Value of `X-Server`, which only servers write; '-' without one. */
  server: string;
  /** Did a session cookie come along that is not the one that the person had? */
  newCookie: boolean;
  /** Value of `X-Tried`: the addresses that nginx asked, the last of which answered; null from others. */
  asked: string | null;
  tookMs: number;
}

const METHODS = { login: 'POST', page: 'GET', cart: 'POST', logout: 'POST' } as const;

export interface Person {
  ask(what: Ask): Promise<Answer>;
}

export interface Identity {
  /** What a cookie would say that names the browser; balancers may go by it. */
  name: string;
  /** The address that the person seems to come from. */
  address: string;
}

/** With `keepAlive` one connection is used for everything; without, each request has its own. */
export function createPerson(port: number, { name, address }: Identity, keepAlive: boolean): Person {
  const cookies = new Map<string, string>();
  const agent = keepAlive ? new Agent({ keepAlive: true, maxSockets: 1 }) : false;
  return {
    ask: (what) =>
      new Promise((resolve, reject) => {
        const startMs = performance.now();
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const question = request({
          host: '127.0.0.1',
          port,
          agent,
          method: METHODS[what],
          path: `/${what}`,
          headers: { 'X-Person': name, 'X-Real-IP': address, ...(cookie === '' ? {} : { cookie }) },
        });
        question.once('error', reject);
        question.once('response', (answer) => {
          const before = sessionCookie(cookies);
          for (const line of answer.headers['set-cookie'] ?? []) keep(cookies, line);
          const after = sessionCookie(cookies);
          answer.resume();
          answer.once('error', reject);
          answer.once('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              server: text(answer.headers['x-server']) ?? '-',
              newCookie: after !== undefined && after !== before,
              asked: text(answer.headers['x-tried']),
              tookMs: performance.now() - startMs,
            }),
          );
        });
        question.end();
      }),
  };
}

const text = (header: string | string[] | undefined): string | null => header?.toString() ?? null;

const sessionCookie = (cookies: Map<string, string>) => cookies.get('connect.sid') ?? cookies.get('token');

/** A cookie whose time is over is forgotten, as a browser does. */
function keep(cookies: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (name === undefined) return;
  const expires = /;\s*expires=([^;]+)/i.exec(line)?.[1];
  if (expires !== undefined && Date.parse(expires) <= Date.now()) cookies.delete(name);
  else cookies.set(name, value);
}
