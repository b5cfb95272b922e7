/**
 * Every number in the text of docs/model.md comes from the code, is worked out here, or is read by another test: what is
 * left when all of these are taken away holds no number.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SERVER_PORT } from '../engine/addresses.ts';
import { MOST_AT_ONCE } from '../engine/autoscaler.ts';
import { SLOTS } from '../engine/hash/slots.ts';
import { SHORTEST_PAUSE_MS } from '../engine/people.ts';
import { timeClass } from '../engine/policies/leastTime.ts';
import { MAGLEV_SLOTS } from '../engine/policies/maglevHashing.ts';
import { POINTS_PER_WEIGHT } from '../engine/policies/ring.ts';
import { MOST_MISSES } from '../engine/policies/tries.ts';
import { MEMBER_LOST_MS } from '../engine/replication.ts';
import { amdahlSpeedup, mostUsefulProcessors, universalScalability } from '../engine/scalability.ts';
import { SAVE_RULES } from '../engine/store/disk.ts';
import { POINTS_PER_SHARD } from '../engine/store/sharding.ts';
import { COOKIE_LIMIT_BYTES } from '../engine/tokens.ts';
import {
  BALANCER_USD_PER_HOUR,
  CONNECTIONS_PER_LCU,
  LCU_USD_PER_HOUR,
  STORE_USD_PER_HOUR,
} from '../metrics/cost.ts';
import { DEFAULT_SCENARIO } from './defaults.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
// Lines of the text break anywhere.
const [text] = read('docs/model.md').split('\n## Defaults\n');
const flowing = text.replace(/\n {2,}/g, ' ').replace(/([^\n|])\n(?=[^\n|#-])/g, '$1 ');

const { autoscaler, balancer, store } = DEFAULT_SCENARIO;
const s = (ms: number) => ms / 1000;
const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
const tenths = (n: number) => String(Math.round(n * 10) / 10);
const versions = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
const minor = (name: string) => versions.devDependencies[name].split('.').slice(0, 2).join('.');
const constantOf = (path: string, name: string) =>
  Number(new RegExp(`${name} = ([\\d_]+)`).exec(read(path))?.[1].replaceAll('_', ''));

/** What the text says, with the numbers of the code. */
const FROM_CODE = [
  `No pause is shorter than ${SHORTEST_PAUSE_MS} ms.`,
  `rounded up to the next multiple of ${timeClass(0)} ms, above ${s(timeClass(9e9))} s to ${s(timeClass(9e9))} s`,
  'which is 0 with nothing in flight and else (in flight + 1) × 4096 / (16 × weight)', // leastConnectionsHaproxy.test.ts
  'a new one counts for 5 %', // leastTime.test.ts
  'not tried for more than 10 s', // leastTime.test.ts
  `After ${MOST_MISSES + 1} draws in vain`,
  `after ${MOST_MISSES + 1} hashes in vain`,
  `after ${MOST_MISSES + 1} points in vain`,
  `a ring with ${POINTS_PER_WEIGHT} points for each unit of weight`,
  `with ${grouped(MAGLEV_SLOTS)} slots`,
  'rounded so that nobody gets less than 1', // boundedLoadHashing.test.ts
  `10.0.0.1:${SERVER_PORT}, 10.0.0.2:${SERVER_PORT}, …`, // addresses.test.ts
  'in 10.0.0.0/8', // addresses.test.ts
  'in different networks of 256 addresses', // addresses.test.ts
  'each turn gives back 1.', // weightedRoundRobin.test.ts
  'as the share of 100,000 keys', // remapping.test.ts
  '(rendezvous: of 20,000)', // remapping.test.ts
  `costs ${BALANCER_USD_PER_HOUR} an hour, a second one as much again, and ${LCU_USD_PER_HOUR} for each capacity unit, which is ${CONNECTIONS_PER_LCU} new connections`,
  `costs ${STORE_USD_PER_HOUR} an hour`,
  `Every ${s(autoscaler.periodMs)} s (\`period\`)`,
  `the target (${autoscaler.targetPercent} %)`,
  `from ${1 - autoscaler.tolerancePercent / 100} to ${1 + autoscaler.tolerancePercent / 100} (\`tolerancePercent\`)`,
  `adds ${MOST_AT_ONCE} where that is more`,
  `last ${autoscaler.coolDownMs / 60_000} minutes (\`coolDown\`)`,
  `With α = 0.03 and β = 0.0005, 16 do ${tenths(universalScalability(16, 0.03, 0.0005))} times as much as one, ${Math.round(mostUsefulProcessors(0.03, 0.0005))} the most, and 64 less than that.`,
  `with 0.05, 64 do ${tenths(amdahlSpeedup(64, 0.95))} times as much as one, and nobody ever ${Math.round(amdahlSpeedup(1e12, 0.95))} times.`,
  `more than ${COOKIE_LIMIT_BYTES} bytes`,
  `for ${s(MEMBER_LOST_MS)} s, Tomcat's`,
  // An M/D/1 queue: the wait is ρ / (2μ(1 − ρ)), and the command itself takes 1/μ.
  `with 80 of 100 commands a second, ${Math.round((0.8 / (2 * 100 * 0.2)) * 1000)} ms in the mean, and ${Math.round((0.8 / (2 * 100 * 0.2) + 0.01) * 1000)} ms with the command itself`,
  SAVE_RULES.map(({ afterMs, changes }, i) =>
    i === 0
      ? `${s(afterMs)} s after the last with ${changes} change`
      : `${s(afterMs)} s with ${grouped(changes)}`,
  )
    .join(', ')
    .replace(/, (?=60 s)/, ', or '),
  `waits ${s(store.timeoutMs)} s and fails`,
  `After ${s(store.sentinel.downAfterMs)} s, and one more for the election`,
  `takes no writes after ${s(store.maxLagMs)} s`,
  `After ${s(store.cluster.nodeTimeoutMs)} s and ${s(store.cluster.failoverMs)} s for the election`,
  `It works for ${s(store.cluster.nodeTimeoutMs)} s, then everything is an error.`,
  `After ${s(store.consensus.electionMs)} s another node leads.`,
  `of which each shard has ${POINTS_PER_SHARD}`,
  `One of ${grouped(SLOTS)} slots`,
  `${minor('express')}, express-session ${minor('express-session')}, connect-redis ${minor('connect-redis')} and node-redis ${minor('redis')}`,
  `within ${constantOf('e2e/real/trial.ts', 'TIME_TOLERANCE_MS')} ms`,
  `when another node leads (within ${constantOf('e2e/real/trial.ts', 'LEADS_TOLERANCE_MS') / 1000} s; answers that wait for it within ${(constantOf('e2e/real/trial.ts', 'LEADS_TOLERANCE_MS') + constantOf('e2e/real/trial.ts', 'TWO_PAUSES_MS')) / 1000} s, others within ${constantOf('e2e/real/cases/failover.ts', 'TOLERANCE_MS') / 1000} s)`,
  `is a copy (within ${constantOf('e2e/real/trial.ts', 'COPIES_TOLERANCE_MS') / 1000} s)`,
  `Of ${/length: (\d+)/.exec(read('e2e/real/cases/hashing.ts'))?.[1]} people`,
];

/** A restart that the checks may or may not notice, and one that they do not, by the windows of the defaults. */
const noticedAfterMs = [
  (balancer.health.fall - 1) * balancer.health.intervalMs,
  balancer.health.fall * balancer.health.intervalMs,
];

/** What others measured or say, and what their things are called. Sources stand beside. */
const FROM_OTHERS = [
  'It really takes about 100 ns',
  'of 2026-07-20',
  'cost 8 times as much', // modelDocs.test.ts
  'a vCPU costs 8 times as much', // modelDocs.test.ts
  'us-east-1',
  't3 family',
  'm7i family',
  'cache.m7g.large',
  'CRC-32',
  'MurmurHash3 (32 bits)',
  'xxHash (64 bits)',
  'FNV-1a',
  'IPv4',
  '1, 2, … is written before the key', // hashModulo.test.ts
  'since 1.29.6',
  'nginx 1.22, HAProxy 2.6, Redis 7.0',
  'nginx 1.22',
  '5:1:1 and 3:2:1', // e2e/real/cases/weights.ts
  'with the last attempt, after 2 s,', // e2e/real/cases/redispatch.ts
  'also leaves it out for `fail_timeout`, 10 s',
  'grow to 2 s, and 0.2 s by chance',
  'Three Sentinels that miss a leader for 1 s', // e2e/real/programs/redis.ts, e2e/real/cases/failover.ts
  'when Sentinel was asked 17 times in vain, after 16 s (up to 1.5 s more on a busy machine)', // e2e/real/cases/failover.ts
  'Up to 2 s later: node-redis asks',
  'With the 1 s and 1 s of the trial mostly after 2.2 to 2.4 s, on a busy machine after 1.6 to 3 s', // e2e/real/cases/failover.ts
  'After about 10 s, for which it is an empty leader',
  'Sentinel looks at nodes every 10 s',
  '(5xx)',
  '(1 − p^(r+1)) / (1 − p) attempts', // patience.test.ts
  'N/(N + 1)', // sharding.test.ts
  '1/(N + 1)', // sharding.test.ts
  'with mean 1', // traffic.test.ts
  '(`count` 2)',
  'With `minReplicas` 1',
  'weight 0',
  'A weight of 0',
  'and `m7i',
];

/** Tables that other tests read or run, by a cell of their first row. */
const ELSEWHERE = [
  '| from … to | place |', // modelDocs.test.ts
  '| servers | modulo |', // modelDocs.test.ts
  '| size | vCPU |', // modelDocs.test.ts
  '| from | until | formula |', // modelDocs.test.ts
  '| what happens | sticky', // whoLogsInAgain.test.ts
  '| product | checks |', // below
  '| | nginx | HAProxy | AWS ALB |', // presets.test.ts
];

/** Formulas, which theory tests compare: (1 − p^(r+1)), 1/N, N − 1, M/G/1-PS, 1 + λF. */
const FORMULA =
  /[A-Zλμραβpτ]\w*(\/[\w/-]+)?( ?[−+/^] ?\(?[\w+]+\)?)+|\(?1 ?[/−+] ?\(?[a-zA-Zλμρ*`(][^.,;:|\d]*|[×+] [\d(]+|\d+ ×/g;

describe('docs/model.md', () => {
  it.each(FROM_CODE)('%s', (claim) => {
    expect(flowing).toContain(claim);
  });

  it('says which restarts are noticed', () => {
    expect(flowing).toContain('With a restart of 5 s it may or may not notice, with 3 s it does not.');
    expect(noticedAfterMs[0]).toBeLessThan(5000);
    expect(noticedAfterMs[1]).toBeGreaterThan(5000);
    expect(noticedAfterMs[0]).toBeGreaterThan(3000);
  });

  it('has the windows that follow from the checks of each product', () => {
    const [, table] = text.split('\n| product | checks |');
    const rows = table.split('\n\n')[0].split('\n').slice(2);
    for (const row of rows) {
      const [, , checks, ...cells] = row.split('|').map((cell) => cell.trim());
      const [interval, timeout, fall, rise] = cells.slice(0, 4).map((cell) => Number.parseFloat(cell));
      const dies = [(fall - 1) * interval, fall * interval];
      const waits = checks === 'grid' ? timeout : fall * timeout;
      const windows = [
        dies,
        dies.map((seconds) => seconds + waits),
        [(rise - 1) * interval, rise * interval],
      ];
      expect(cells.slice(4, 7)).toEqual(windows.map(([from, to]) => `${from} … ${to} s`));
    }
  });

  it('has no number that nobody checks', () => {
    let rest = flowing;
    for (const head of ELSEWHERE) {
      const [before, after] = rest.split(`\n${head}`);
      expect(after, head).toBeDefined();
      rest = before + after.slice(after.indexOf('\n\n'));
    }
    const told = [
      ...FROM_CODE,
      ...FROM_OTHERS,
      'With a restart of 5 s it may or may not notice, with 3 s it does not.',
    ];
    for (const claim of told.sort((a, b) => b.length - a.length)) rest = rest.replaceAll(claim, '');
    const left = rest
      .replace(/`[^`]*`/g, '')
      .replace(/\b(200|302|401|444|499|50[0234])s?\b/g, '') // status codes: answers.test.ts and others
      .replace(FORMULA, '')
      .split('\n')
      .filter((line) => /\d/.test(line));
    expect(left).toEqual([]);
  });
});
