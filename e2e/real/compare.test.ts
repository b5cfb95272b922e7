import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import type { HealthChange, Outcome, Record } from './outcome.ts';

const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
  line: { atMs: 100, user: 2, ask: 'page' },
  bornMs: 100,
  tookMs: 20,
  status: 200,
  server: 'A',
  newCookie: false,
  tried: [],
  ...changes,
});
const record = (one: Outcome, health: HealthChange[] = []): Record => ({
  outcomes: [one],
  health,
  records: { A: 2 },
});
const tolerance = { timeMs: 50, healthMs: 200 };
/** What differs when the real outcome has these changes, and these are known. */
const differences = (real: Partial<Outcome>, known?: Partial<Outcome>) =>
  compare(
    record(outcome()),
    record(outcome(real)),
    tolerance,
    known === undefined ? [] : [{ place: 0, real: known, because: 'of something' }],
  ).differences;

describe('compare', () => {
  it('finds nothing where there is nothing', () => {
    expect(compare(record(outcome()), record(outcome({ tookMs: 70 })), tolerance)).toEqual({
      steps: 1,
      differences: [],
      maxTimeMs: 50,
    });
  });

  it.each<[Partial<Outcome>, string]>([
    [{ status: 401 }, '401 from A, 20 ms'],
    [{ server: '-' }, '200 from the balancer, 20 ms'],
    [{ newCookie: true }, '200 from A, a new cookie, 20 ms'],
    [{ tookMs: 71 }, '200 from A, 71 ms'],
    [{ tried: ['B', 'C'] }, '200 from A, after B C in vain, 20 ms'],
  ])('finds %j', (real, words) => {
    expect(differences(real)).toEqual([`100 ms, person 2, page: engine 200 from A, 20 ms; real ${words}`]);
  });

  it('does not ask for what a balancer does not tell', () => {
    expect(differences({ tried: null })).toEqual([]);
  });

  it('expects what is known to differ, and says when it does not any more', () => {
    expect(differences({ status: 500 }, { status: 500 })).toEqual([]);
    expect(differences({ status: 401 }, { status: 500 })).toHaveLength(1);
    expect(differences({}, { tookMs: 60 })).toEqual([
      '100 ms, person 2, page: is known to differ, and does not',
    ]);
  });

  it('compares what is left behind', () => {
    const other = { ...record(outcome()), records: { A: 1, B: 1 } };
    expect(compare(record(outcome()), other, tolerance).differences).toEqual([
      'records at the end in A: engine 2; real 1',
      'records at the end in B: engine none; real 1',
    ]);
  });

  it('compares what the balancer thinks of its servers', () => {
    const health = (atMs: number, server = 'B', healthy = false) => [{ atMs, server, healthy }];
    const found = (engine: HealthChange[], real: HealthChange[]) =>
      compare(record(outcome(), engine), record(outcome(), real), tolerance).differences;
    expect(found(health(1000), health(1200))).toEqual([]);
    expect(found(health(1000), health(1201))).toEqual([
      'the balancer: engine takes out B at 1000 ms; real takes out B at 1201 ms',
    ]);
    expect(found(health(1000), health(1000, 'C'))).toHaveLength(1);
    expect(found(health(1000), health(1000, 'B', true))).toHaveLength(1);
    expect(found([], health(1000))).toEqual(['the balancer: engine nothing; real takes out B at 1000 ms']);
  });
});
