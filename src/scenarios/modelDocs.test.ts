/** The numbers in docs/model.md are those of the code. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { POLICY_IDS } from '../engine/policies/index.ts';
import type { Scenario } from '../engine/scenario.ts';
import type { SettingValue } from '../engine/settings.ts';
import { SIZE_IDS, SIZES, type SizeId } from '../engine/sizes.ts';
import { REMAPPED } from '../engine/testing/oracles/hashing.ts';
import { DEFAULT_SCENARIO, DEFAULT_SEED, DEFAULT_UNTIL_MS } from './defaults.ts';
import { DISTANCES, type DistancePath } from './distances.ts';
import { formatDuration } from './fields/durationText.ts';
import { sectionsOf } from './formatScenario.ts';
import { teachingScenario } from './library/teaching.ts';

const docs = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8');

/** Every field of a scenario by its path in a file, as the table writes it. */
function fieldsOf(scenario: Scenario): Map<string, string> {
  const fields = new Map<string, string>();
  const add = (path: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) fields.set(path, String(value));
    else if ('mean' in value || 'min' in value) fields.set(path, distributionText(value));
    else for (const [name, part] of Object.entries(value)) add(path === '' ? name : `${path}.${name}`, part);
  };
  add('', sectionsOf(scenario));
  return fields;
}

/** `lognormal, mean 120ms, cv 0.5`. */
function distributionText(value: object & { kind?: unknown }): string {
  const { kind, ...numbers } = value;
  return [kind, ...Object.entries(numbers).map(([name, value]) => `${name} ${value}`)].join(', ');
}

/** The first cells of the rows of the table under a heading. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = docs.split(`\n## ${heading}\n`);
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, ...cells]) => cells)
    .slice(2);
}

describe('docs/model.md', () => {
  it('has every default of a scenario file, and what the library has instead', () => {
    const library = fieldsOf(teachingScenario({}));
    expect(rowsUnder('Defaults').map(([field, file, shared]) => [field, file, shared])).toEqual([
      ...[...fieldsOf(DEFAULT_SCENARIO)].map(([field, value]) => [field, value, library.get(field)]),
      ['seed', String(DEFAULT_SEED), ''],
      ['until', formatDuration(DEFAULT_UNTIL_MS), ''],
    ]);
  });

  it('has every policy, in the order of the list', () => {
    const [, table] = docs.split('\n| policy | picks | on a tie |\n');
    const rows = table.split('\n\n')[0].split('\n').slice(1);
    expect(rows.map((row) => row.split('|')[1].trim())).toEqual(POLICY_IDS.map((id) => `\`${id}\``));
  });

  it('has what a server more costs', () => {
    const [, table] = docs.split('\n| servers | modulo | ring | Maglev | rendezvous | no fewer than |\n');
    const percent = (share: number) => `${(Math.floor(share * 1000 + 0.5 - 1e-9) / 10).toFixed(1)} %`;
    for (const row of table.split('\n\n')[0].split('\n').slice(1)) {
      const [, servers, ...cells] = row.split('|').map((cell) => cell.trim());
      const from = Number(servers.split(' ')[0]);
      const moved = ['hash-modulo', 'consistent-hashing', 'maglev-hashing', 'rendezvous-hashing'].map(
        (policy) => REMAPPED.find((m) => m.policy === policy && m.from === from && m.to === from + 1)?.moved,
      );
      const expected = [...moved, 1 / (from + 1)].map((share) => percent(share ?? Number.NaN));
      expect([servers, ...cells.slice(0, 5)]).toEqual([`${from} → ${from + 1}`, ...expected]);
    }
  });

  it('has every machine that can be rented, and what they cost at the top', () => {
    const [, table] = docs.split('\n| size | vCPU | GiB | $ an hour |\n');
    const rows = table.split('\n\n')[0].split('\n').slice(1);
    expect(rows).toEqual(
      Object.entries(SIZES).map(
        ([id, { vcpus, memoryGiB, usdPerHour }]) => `| ${id} | ${vcpus} | ${memoryGiB} | ${usdPerHour} |`,
      ),
    );
    const per = (id: SizeId, of: 'vcpus' | 'memoryGiB') => SIZES[id].usdPerHour / SIZES[id][of];
    const top = 'u7in-32tb.224xlarge';
    expect(per(top, 'vcpus') / per('m7i.large', 'vcpus')).toBeCloseTo(8, 1);
    expect(per(top, 'memoryGiB') / per('m7i.large', 'memoryGiB')).toBeCloseTo(0.9, 1);
    const prices = SIZE_IDS.map((id) => SIZES[id].usdPerHour);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  });

  it('has how far things are', () => {
    const [, table] = docs.split('\n| from … to | place | time | known from |\n');
    const rows = table.split('\n\n')[0].split('\n').slice(2);
    const roundTrip = (path: DistancePath, value: SettingValue) =>
      path === 'store.latency' ? (value as { meanMs: number }).meanMs : 2 * (value as number);
    const ways = {
      'hops.user': 'person to balancer',
      'hops.server': 'balancer to server',
      'store.latency': 'server to store',
    } satisfies Record<DistancePath, string>;
    const expected = (Object.keys(ways) as DistancePath[]).flatMap((path) =>
      DISTANCES[path].map(({ place, value }) => `${ways[path]}, ${place}, ${roundTrip(path, value)}`),
    );
    const found = rows.map((row) =>
      row
        .split('|')
        .slice(1, 4)
        .map((cell) => cell.trim())
        .join(', '),
    );
    expect(found).toEqual(expected);
  });

  it('says where each default comes from', () => {
    for (const [field, , , source] of rowsUnder('Defaults')) {
      if (field !== 'seed') expect(source, field).toMatch(/\.$/);
    }
  });

  it('has the windows that follow from the health checks', () => {
    const { intervalMs, timeoutMs, fall, rise } = DEFAULT_SCENARIO.balancer.health;
    const seconds = (ms: number) => ms / 1000;
    const [, windows] = docs.split('\n| from | until | formula | seconds |\n');
    const found = windows
      .split('\n')
      .slice(1, 4)
      .map((row) => row.split('|')[4].trim());
    const silentMs = fall * timeoutMs;
    expect(found).toEqual([
      `${seconds((fall - 1) * intervalMs)} … ${seconds(fall * intervalMs)}`,
      `${seconds((fall - 1) * intervalMs + silentMs)} … ${seconds(fall * intervalMs + silentMs)}`,
      `${seconds((rise - 1) * intervalMs)} … ${seconds(rise * intervalMs)}`,
    ]);
  });
});
