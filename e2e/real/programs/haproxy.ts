/** HAProxy: its configuration from a scenario's numbers, its start, and its runtime socket. */
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Scenario } from '../../../src/engine/scenario.ts';
import type { Balancer, ServerAddress } from './balancer.ts';
import type { Lab } from './lab.ts';
import { freePort } from './ports.ts';
import { listens, until } from './until.ts';

export interface HaproxyOptions {
  /** Further lines of the backend, such as `balance leastconn` or `option redispatch`. */
  backend: readonly string[];
  /** What is said of each server besides its address, weight and checks, such as `cookie A`. */
  server?: (server: ServerAddress) => string;
}

export async function startHaproxy(
  lab: Lab,
  scenario: Scenario,
  servers: readonly ServerAddress[],
  options: HaproxyOptions,
): Promise<Balancer> {
  const port = await freePort();
  const socket = join(lab.folder, 'haproxy.sock');
  const file = lab.write('haproxy.cfg', haproxyConfig(scenario, servers, options, port, socket));
  const program = lab.start('haproxy', ['-db', '-f', file]);
  await until(`HAProxy listens.\n${program.output()}`, () => {
    if (!program.isRunning()) throw new Error(`HAProxy did not start:\n${program.output()}`);
    return listens(port);
  });
  return {
    port,
    async isUsing(server) {
      const table = await ask(socket, 'show stat\n');
      const row = table.split('\n').find((line) => line.startsWith(`servers,${server},`));
      const header = table.slice(2).split('\n', 1)[0].split(',');
      return /^(UP|DRAIN)/.test(row?.split(',')[header.indexOf('status')] ?? '');
    },
    async tell(server, state) {
      await ask(socket, `set server servers/${server} state ${state}\n`);
    },
  };
}

function haproxyConfig(
  scenario: Scenario,
  servers: readonly ServerAddress[],
  { backend, server = () => '' }: HaproxyOptions,
  port: number,
  socket: string,
): string {
  const { health, connectTimeoutMs, answerTimeoutMs, retries } = scenario.balancer;
  const check = `check inter ${health.intervalMs}ms fall ${health.fall} rise ${health.rise}`;
  return [
    'global',
    `  stats socket ${socket} mode 600 level admin`,
    'defaults',
    '  mode http',
    `  timeout connect ${connectTimeoutMs}ms`,
    `  timeout server ${answerTimeoutMs ?? 3_600_000}ms`,
    '  timeout client 1m',
    `  timeout check ${health.timeoutMs}ms`,
    `  retries ${retries}`,
    'frontend people',
    `  bind 127.0.0.1:${port}`,
    '  default_backend servers',
    'backend servers',
    ...backend.map((line) => `  ${line}`),
    ...servers.map(
      (one) => `  server ${one.name} 127.0.0.1:${one.port} weight ${one.weight} ${check} ${server(one)}`,
    ),
    '',
  ].join('\n');
}

/** One command to the runtime socket and its answer. */
function ask(socket: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const connection = connect(socket, () => connection.end(command));
    connection.on('data', (data) => {
      answer += data;
    });
    connection.once('end', () => resolve(answer));
    connection.once('error', reject);
  });
}
