/** Which of the real programs are here, in which version, and what to do about those that are not. */
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';

const PROGRAMS = {
  nginx: { ask: '-v', debian: 'nginx-light', brew: 'nginx' },
  haproxy: { ask: '-v', debian: 'haproxy', brew: 'haproxy' },
  'redis-server': { ask: '--version', debian: 'redis-server', brew: 'redis' },
} as const;

export interface Installed {
  /** Name and version of each program that is here. */
  versions: [name: string, version: string][];
  /** What is missing and how to get it; null when nothing is. */
  advice: string | null;
}

export function lookForPrograms(): Installed {
  // Debian keeps servers where only administrators look.
  process.env.PATH = [process.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(delimiter);
  const versions: Installed['versions'] = [];
  const missing: (keyof typeof PROGRAMS)[] = [];
  for (const name of Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[]) {
    const { stdout, stderr, error } = spawnSync(name, [PROGRAMS[name].ask], { encoding: 'utf8' });
    const version = /\d+\.\d+\.\d+/.exec(`${stdout}${stderr}`)?.[0];
    if (error === undefined && version !== undefined) versions.push([name, version]);
    else missing.push(name);
  }
  return { versions, advice: missing.length === 0 ? null : adviceFor(missing) };
}

function adviceFor(missing: readonly (keyof typeof PROGRAMS)[]): string {
  const packages = (system: 'debian' | 'brew') => missing.map((name) => PROGRAMS[name][system]).join(' ');
  return [
    `Not here: ${missing.join(', ')}. Install with one of`,
    `  apt-get install ${packages('debian')}      (Debian, Ubuntu)`,
    `  brew install ${packages('brew')}      (macOS)`,
    'None of them needs to be running; the tests start their own.',
  ].join('\n');
}
