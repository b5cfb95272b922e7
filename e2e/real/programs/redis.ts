/** Redis without anything on disk, as a store of sessions that forgets everything when it dies. */
import type { Lab, Program } from './lab.ts';
import { freePort } from './ports.ts';
import { listens, until } from './until.ts';

export interface Redis {
  readonly port: number;
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
    kill: () => program.end('SIGKILL'),
    async restart() {
      program = await start();
    },
  };
}
