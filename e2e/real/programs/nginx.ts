/** nginx: its configuration, which follows from a scenario, and its start. */
import { get } from 'node:http';
import { join } from 'node:path';
import type { PolicyId } from '../../../src/engine/policies/index.ts';
import type { Scenario } from '../../../src/engine/scenario.ts';
import type { Balancer, ServerAddress } from './balancer.ts';
import type { Lab } from './lab.ts';
import { freePort } from './ports.ts';
import { listens, until } from './until.ts';

/** What our policies are called in nginx. People say who they are in a header, as a cookie would. */
const METHODS: { [Policy in PolicyId]?: string } = {
  'round-robin': '',
  'weighted-round-robin': '',
  'least-connections': 'least_conn;',
  'ip-hash': 'ip_hash;',
  'hash-modulo': 'hash $http_x_person;',
  'consistent-hashing': 'hash $http_x_person consistent;',
};

export async function startNginx(
  lab: Lab,
  scenario: Scenario,
  servers: readonly ServerAddress[],
): Promise<Balancer> {
  const port = await freePort();
  const list = [...servers];
  let version = 1;
  const configure = () =>
    lab.write('nginx.conf', nginxConfig(lab.folder, scenario, list, port, `version ${version}`));
  const program = lab.start('nginx', ['-e', 'stderr', '-p', lab.folder, '-c', configure()]);
  await until('nginx listens', () => {
    if (!program.isRunning()) throw new Error(`nginx did not start:\n${program.output()}`);
    return listens(port);
  });
  return {
    port,
    async add(server) {
      list.push(server);
      version++;
      configure();
      program.child.kill('SIGHUP');
      await until(
        'nginx has read its new configuration',
        async () => (await pageAt(port, VERSION_PATH)) === `version ${version}`,
      );
    },
  };
}

/** Where it tells which configuration it has read. No server is asked. */
const VERSION_PATH = '/configuration-version';

function nginxConfig(
  folder: string,
  { balancer, sessions }: Scenario,
  servers: readonly ServerAddress[],
  port: number,
  version: string,
): string {
  const method = METHODS[balancer.policy];
  if (method === undefined) throw new Error(`nginx has no policy "${balancer.policy}".`);
  if (sessions.strategy === 'sticky') throw new Error('nginx 1.22 binds nobody to a server.');
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
    '  set_real_ip_from 127.0.0.1;',
    '  upstream servers {',
    `    ${method}`,
    ...servers.map((one) => `    server 127.0.0.1:${one.port} weight=${one.weight} ${failures(balancer)};`),
    '  }',
    '  server {',
    `    listen 127.0.0.1:${port};`,
    // People say what address they come from.
    '    real_ip_header X-Real-IP;',
    `    location = ${VERSION_PATH} { return 200 '${version}'; }`,
    '    location / {',
    '      proxy_pass http://servers;',
    `      proxy_next_upstream_tries ${balancer.retries === null ? 0 : balancer.retries + 1};`,
    `      proxy_connect_timeout ${balancer.connectTimeoutMs}ms;`,
    `      proxy_read_timeout ${balancer.answerTimeoutMs ?? 3_600_000}ms;`,
    '      add_header X-Tried $upstream_addr always;',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}

function failures({ detection }: Scenario['balancer']): string {
  return `max_fails=${detection.maxFails} fail_timeout=${detection.failTimeoutMs / 1000}s`;
}

/** The text at an address of this machine; empty while there is none. */
function pageAt(port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const asked = get({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      answer.on('data', (part) => {
        text += part;
      });
      answer.once('end', () => resolve(text));
    });
    asked.once('error', () => resolve(''));
  });
}
