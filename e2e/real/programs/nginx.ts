/** nginx: its configuration from a scenario's numbers, and its start. */
import { join } from 'node:path';
import type { Scenario } from '../../../src/engine/scenario.ts';
import type { Balancer, ServerAddress } from './balancer.ts';
import type { Lab } from './lab.ts';
import { freePort } from './ports.ts';
import { listens, until } from './until.ts';

export interface NginxOptions {
  /** Lines of the upstream before its servers, such as `least_conn;`. */
  upstream?: readonly string[];
  /** What is said of each server besides its address and weight, such as `max_fails=0`. */
  server?: string;
  /** Further lines of the location. */
  location?: readonly string[];
}

export async function startNginx(
  lab: Lab,
  scenario: Scenario,
  servers: readonly ServerAddress[],
  options: NginxOptions,
): Promise<Balancer> {
  const port = await freePort();
  const file = lab.write('nginx.conf', nginxConfig(lab.folder, scenario, servers, options, port));
  const program = lab.start('nginx', ['-e', 'stderr', '-p', lab.folder, '-c', file]);
  await until('nginx listens', () => {
    if (!program.isRunning()) throw new Error(`nginx did not start:\n${program.output()}`);
    return listens(port);
  });
  return { port };
}

function nginxConfig(
  folder: string,
  scenario: Scenario,
  servers: readonly ServerAddress[],
  { upstream = [], server = '', location = [] }: NginxOptions,
  port: number,
): string {
  const { connectTimeoutMs, answerTimeoutMs } = scenario.balancer;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${join(folder, name)};`,
  );
  return [
    'daemon off;',
    // The turn of round robin is kept for each worker apart.
    'worker_processes 1;',
    `pid ${join(folder, 'nginx.pid')};`,
    'events { worker_connections 512; }',
    'http {',
    '  access_log off;',
    ...temporary,
    '  upstream servers {',
    ...upstream.map((line) => `    ${line}`),
    ...servers.map((one) => `    server 127.0.0.1:${one.port} weight=${one.weight} ${server};`),
    '  }',
    '  server {',
    `    listen 127.0.0.1:${port};`,
    '    location / {',
    '      proxy_pass http://servers;',
    `      proxy_connect_timeout ${connectTimeoutMs}ms;`,
    `      proxy_read_timeout ${answerTimeoutMs ?? 3_600_000}ms;`,
    ...location.map((line) => `      ${line}`),
    '      add_header X-Tried $upstream_addr always;',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}
