/** Redis without anything on disk, as a store of sessions that forgets everything when it dies; and what watches it. */
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { SentinelSettings } from '../../../src/engine/scenario.ts';
import { WATCHED } from '../app/options.ts';
import type { Lab, Program } from './lab.ts';
import { freePort } from './ports.ts';
import { listens, until } from './until.ts';

export interface Redis {
  readonly port: number;
  isRunning(): boolean;
  /** How many keys it holds. */
  records(): Promise<number>;
  /** Is it a copy of the one at this port, and has all that that one has now? */
  isCopyOf(port: number): Promise<boolean>;
  kill(): Promise<void>;
  /** Starts it, empty. */
  start(): Promise<void>;
}

/** One that runs; `source` is the port of the one that it copies from. */
export async function startRedis(lab: Lab, source: number | null): Promise<Redis> {
  const port = await freePort();
  // A file that Redis rewrites when it is told to copy from another, or from nobody.
  const file = lab.write(`redis-${port}.conf`, redisConfig(lab, port, source));
  let program: Program | null = null;
  const redis: Redis = {
    port,
    isRunning: () => program?.isRunning() ?? false,
    records: async () => Number((await ask(port, 'DBSIZE'))[0].slice(1)),
    async isCopyOf(leader) {
      // Answers to ROLE: master, how far it is, …; and slave, of whom, at which port, in which state, how far it is.
      const [, , , writtenTo] = await ask(leader, 'ROLE');
      const [, , role, , , of, , state, copiedTo] = await ask(port, 'ROLE');
      const isCopy = role === 'slave' && of === `:${leader}` && state === 'connected';
      return isCopy && Number(copiedTo.slice(1)) >= Number(writtenTo?.slice(1));
    },
    kill: async () => program?.end('SIGKILL'),
    async start() {
      program = await startProgram(lab, 'Redis', port, [file]);
    },
  };
  await redis.start();
  return redis;
}

function redisConfig(lab: Lab, port: number, source: number | null): string {
  return [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${lab.folder}`,
    'save ""',
    'appendonly no',
    // Nobody else is about to copy as well.
    'repl-diskless-sync-delay 0',
    ...(source === null ? [] : [`replicaof 127.0.0.1 ${source}`]),
    '',
  ].join('\n');
}

export interface Sentinels {
  readonly ports: readonly number[];
  /** The port of the Redis that leads, when all of them say the same; else null. */
  leader(): Promise<number | null>;
}

/** So many that one may die; two have to agree. */
const SENTINELS = 3;
const QUORUM = 2;
/** How long Sentinel gives a failover; after twice as long it begins another. */
const FAILOVER_TIMEOUT_MS = 5000;

/** Sentinels that know each other, the leader and so many copies. */
export async function startSentinels(
  lab: Lab,
  leader: number,
  replicas: number,
  { downAfterMs }: SentinelSettings,
): Promise<Sentinels> {
  const ports: number[] = [];
  for (let i = 0; i < SENTINELS; i++) ports.push(await freePort());
  await Promise.all(
    ports.map((port) => {
      const folder = join(lab.folder, `sentinel-${port}`);
      mkdirSync(folder);
      const config = [
        `port ${port}`,
        'bind 127.0.0.1',
        `dir ${folder}`,
        `sentinel monitor ${WATCHED} 127.0.0.1 ${leader} ${QUORUM}`,
        `sentinel down-after-milliseconds ${WATCHED} ${downAfterMs}`,
        `sentinel failover-timeout ${WATCHED} ${FAILOVER_TIMEOUT_MS}`,
        '',
      ];
      const file = lab.write(join(`sentinel-${port}`, 'sentinel.conf'), config.join('\n'));
      return startProgram(lab, 'Sentinel', port, [file, '--sentinel']);
    }),
  );
  for (const port of ports) {
    await until('Sentinels know each other and the copies', async () => {
      const lines = await ask(port, `SENTINEL MASTER ${WATCHED}`);
      // Name, length of the value, value.
      const value = (name: string) => lines[lines.indexOf(name) + 2];
      return (
        Number(value('num-slaves')) === replicas && Number(value('num-other-sentinels')) === SENTINELS - 1
      );
    });
  }
  return {
    ports,
    async leader() {
      const answers = await Promise.all(
        ports.map((port) => ask(port, `SENTINEL GET-MASTER-ADDR-BY-NAME ${WATCHED}`)),
      );
      const [first, ...others] = answers.map((lines) => Number(lines.at(-1)));
      return others.every((other) => other === first) ? first : null;
    },
  };
}

async function startProgram(lab: Lab, name: string, port: number, args: readonly string[]): Promise<Program> {
  const program = lab.start('redis-server', args);
  await until(`${name} listens`, () => {
    if (!program.isRunning()) throw new Error(`${name} did not start:\n${program.output()}`);
    return listens(port);
  });
  return program;
}

/** One command in Redis' own words, and the lines of its answer. */
function ask(port: number, command: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\nPING\r\n`));
    socket.on('data', (data) => {
      text += data;
      if (!text.endsWith(PONG)) return;
      socket.destroy();
      resolve(text.slice(0, -PONG.length).split('\r\n'));
    });
    socket.once('error', reject);
    socket.once('end', () => reject(new Error(`Redis broke off: ${command}`)));
  });
}

/** The answer to PING, after which an answer is known to be complete. */
const PONG = '\r\n+PONG\r\n';
