/** Redis without anything on disk, as a store of sessions that forgets everything when it dies. */
import { connect } from 'node:net';
import type { Lab, Program } from './lab.ts';
import { freePort } from './ports.ts';
import { listens, until } from './until.ts';

export interface Redis {
  readonly port: number;
  /** How many keys it holds. */
  records(): Promise<number>;
  kill(): Promise<void>;
  /** Starts it again, empty. */
  restart(): Promise<void>;
}

export async function startRedis(lab: Lab): Promise<Redis> {
  const port = await freePort();
  let program = await start();

  async function start(): Promise<Program> {
    const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', lab.folder];
    const started = lab.start('redis-server', ['--port', String(port), ...options]);
    await until('Redis listens', () => {
      if (!started.isRunning()) throw new Error(`Redis did not start:\n${started.output()}`);
      return listens(port);
    });
    return started;
  }

  return {
    port,
    records: async () => Number((await ask(port, 'DBSIZE')).slice(1)),
    kill: () => program.end('SIGKILL'),
    async restart() {
      program = await start();
    },
  };
}

/** One command in Redis' own words, and the first line of its answer. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(String(data).trim());
    });
    socket.once('error', reject);
  });
}
