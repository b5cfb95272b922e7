/** Where an Express server keeps who is logged in: in express-session or in a signed token. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { RedisStore } from 'connect-redis';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { createClient } from 'redis';
import type { Sessions } from './options.ts';

/** What the pages need to know and do about logins. */
export interface Logins {
  /** Run before every page; looks up who is asking. */
  middleware: RequestHandler;
  isLoggedIn(request: Request): boolean;
  /** Makes a new session, as should be against session fixation. */
  logIn(request: Request, response: Response): Promise<void>;
  /** Puts one thing into the cart and keeps it. */
  addToCart(request: Request, response: Response): Promise<void>;
  logOut(request: Request, response: Response): Promise<void>;
}

declare module 'express-session' {
  interface SessionData {
    isLoggedIn: boolean;
    cart: number;
  }
}

export async function createLogins(sessions: Sessions): Promise<Logins> {
  return sessions.kind === 'token' ? tokens(sessions.secrets) : serverSessions(sessions);
}

async function serverSessions({
  saveUninitialized,
  redis,
}: Extract<Sessions, { kind: 'express-session' }>): Promise<Logins> {
  const store = redis === null ? undefined : await redisStore(redis);
  const done = (act: (callback: (error?: unknown) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => act((error) => (error ? reject(error) : resolve())));
  return {
    middleware: session({
      secret: 'one secret for all',
      resave: false,
      saveUninitialized,
      ...(store && { store }),
    }),
    isLoggedIn: (request) => request.session.isLoggedIn === true,
    async logIn(request) {
      await done((callback) => request.session.regenerate(callback));
      request.session.isLoggedIn = true;
      request.session.cart = 0;
      await done((callback) => request.session.save(callback));
    },
    async addToCart(request) {
      request.session.cart = (request.session.cart ?? 0) + 1;
      await done((callback) => request.session.save(callback));
    },
    logOut: (request) => done((callback) => request.session.destroy(callback)),
  };
}

/** connect-redis as its README says, except that the commands' patience and the pause before reconnecting are ours. */
async function redisStore({ port, timeoutMs }: { port: number; timeoutMs: number }): Promise<RedisStore> {
  const client = createClient({
    socket: { host: '127.0.0.1', port },
    commandOptions: { timeout: timeoutMs },
  });
  // Without a listener the first lost connection would end the process.
  client.on('error', () => {});
  await client.connect();
  return new RedisStore({ client });
}

function tokens(secrets: readonly string[]): Logins {
  const sign = (text: string, secret: string) =>
    createHmac('sha256', secret).update(text).digest('base64url');
  const hasToken = (request: Request): boolean => {
    const [, text, signature] = /(?:^|; )token=([^.;]+)\.([^;]+)/.exec(request.headers.cookie ?? '') ?? [];
    if (text === undefined || signature === undefined) return false;
    return secrets.some((secret) => {
      const [given, expected] = [Buffer.from(signature), Buffer.from(sign(text, secret))];
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
  };
  const give = (response: Response, cart: number): void => {
    const text = Buffer.from(JSON.stringify({ cart })).toString('base64url');
    response.cookie('token', `${text}.${sign(text, secrets[0])}`, { httpOnly: true });
  };
  return {
    middleware: (_request, _response, next) => next(),
    isLoggedIn: hasToken,
    logIn: async (_request, response) => give(response, 0),
    addToCart: async (_request, response) => give(response, 1),
    async logOut(_request, response) {
      response.clearCookie('token');
    },
  };
}
