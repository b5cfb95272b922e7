/** An Express server as seen by the tests: a process that can be killed, restarted, and asked how busy it is. */

import { connect, type Socket } from 'node:net';
import { type AppOptions, BACKLOG, type Order, type Report } from '../app/options.ts';
import type { Lab, Program } from './lab.ts';
import { until } from './until.ts';

export interface AppServer {
  readonly name: string;
  readonly port: number;
  isRunning(): boolean;
  inFlight(): number;
  /** Sessions in its memory. */
  records(): Promise<number>;
  /** The process dies at once. */
  kill(): Promise<void>;
  /** The machine falls silent: connections are neither accepted nor refused. */
  hang(): Promise<void>;
  /** The process finishes what it has and ends. */
  finish(): Promise<void>;
  /** Loads a new process, which does not listen yet. */
  load(secrets: string[]): Promise<void>;
  listen(): Promise<void>;
  changeSecrets(secrets: string[]): Promise<void>;
}

/** `file` is the bundled application. */
export function createAppServer(lab: Lab, file: string, options: Omit<AppOptions, 'secrets'>): AppServer {
  let program: Program | undefined;
  let isLoaded = false;
  let inFlight = 0;
  let done: string | null = null;
  let records = 0;

  const waitFor = (what: string, holds: () => boolean): Promise<void> =>
    until(`server ${options.name} ${what}`, () => {
      if (program?.isRunning()) return holds();
      throw new Error(`Server ${options.name} ended:\n${program?.output()}`);
    });
  const order = async (asked: Order): Promise<void> => {
    done = null;
    program?.child.send(asked);
    await waitFor(`does "${asked.do}"`, () => done === asked.do);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await program?.end(signal);
    inFlight = 0;
  };

  return {
    name: options.name,
    port: options.port,
    isRunning: () => program?.isRunning() ?? false,
    inFlight: () => inFlight,
    async records() {
      await order({ do: 'count' });
      return records;
    },
    kill: () => end('SIGKILL'),
    async hang() {
      program?.child.kill('SIGSTOP');
      await fillBacklog(options.port);
    },
    finish: () => end('SIGTERM'),
    async load(secrets) {
      isLoaded = false;
      const loading = lab.fork(file, [JSON.stringify({ ...options, secrets })]);
      program = loading;
      loading.child.on('message', (report: Report) => {
        if (program !== loading) return;
        isLoaded = true;
        if ('done' in report) {
          done = report.done;
          records = report.records ?? 0;
        } else inFlight = report.inFlight;
      });
      await waitFor('has loaded', () => isLoaded);
    },
    listen: () => order({ do: 'listen' }),
    changeSecrets: (secrets) => order({ do: 'change-secrets', secrets }),
  };
}

/**
 * A process that stands still is not a silent machine yet: the system still accepts connections for it, as many as
 * its backlog holds. When that is full, further attempts get no answer at all. The connections end with the process.
 */
async function fillBacklog(port: number): Promise<void> {
  for (let count = 0; count < 2 * BACKLOG; count++) if (!(await connects(port))) return;
  throw new Error('The system goes on accepting connections for a process that stands still.');
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1');
    const timer = setTimeout(() => resolve(false), SILENCE_MS);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** On one machine a connection that is accepted is so within a fraction of a millisecond. */
const SILENCE_MS = 200;
