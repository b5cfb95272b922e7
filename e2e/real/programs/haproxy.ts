/** HAProxy: its configuration, which follows from a scenario, its start, and its runtime socket. */
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { PolicyId } from '../../../src/engine/policies/index.ts';
import type { Scenario } from '../../../src/engine/scenario.ts';
import type { Balancer, ServerAddress } from './balancer.ts';
import type { Lab } from './lab.ts';
import { freePort } from './ports.ts';
import { listens, until } from './until.ts';

/** What our policies are called in HAProxy. */
const ALGORITHMS: { [Policy in PolicyId]?: string } = {
  'round-robin': 'roundrobin',
  'weighted-round-robin-haproxy': 'roundrobin',
  'least-connections-haproxy': 'leastconn',
};

export async function startHaproxy(
  lab: Lab,
  scenario: Scenario,
  servers: readonly ServerAddress[],
): Promise<Balancer> {
  const port = await freePort();
  const socket = join(lab.folder, 'haproxy.sock');
  const file = lab.write('haproxy.cfg', haproxyConfig(scenario, servers, port, socket));
  const program = lab.start('haproxy', ['-db', '-f', file]);
  await until(`HAProxy listens.\n${program.output()}`, () => {
    if (!program.isRunning()) throw new Error(`HAProxy did not start:\n${program.output()}`);
    // It may accept requests a moment before its socket is where it should be.
    return existsSync(socket) && listens(port);
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
  { balancer, sessions }: Scenario,
  servers: readonly ServerAddress[],
  port: number,
  socket: string,
): string {
  const { policy, health, connectTimeoutMs, answerTimeoutMs, retries } = balancer;
  const algorithm = ALGORITHMS[policy];
  if (algorithm === undefined) throw new Error(`HAProxy has no policy "${policy}".`);
  const isSticky = sessions.strategy === 'sticky';
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
    balancer.retryTo === 'redispatch' ? '  option redispatch' : '',
    'frontend people',
    `  bind 127.0.0.1:${port}`,
    '  default_backend servers',
    'backend servers',
    `  balance ${algorithm}`,
    isSticky ? '  cookie SRV insert indirect nocache' : '',
    ...servers.map(({ name, port: at, weight }) => {
      const cookie = isSticky ? `cookie ${name}` : '';
      return `  server ${name} 127.0.0.1:${at} weight ${weight} ${check} ${cookie}`;
    }),
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
