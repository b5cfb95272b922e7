import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import type { HealthChange, Outcome, Record, StoreChange } from './outcome.ts';

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
  store: [],
  records: { A: 2 },
});
const tolerance = { timeMs: 50, healthMs: 200, storeMs: { leads: 1000, copies: 5000 }, failoverMs: 2000 };
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

  it('compares who leads the store and who has copied it', () => {
    const change = (atMs: number, what: StoreChange['what'] = 'leads', node = 1) => [{ atMs, what, node }];
    const found = (engine: StoreChange[], real: StoreChange[]) =>
      compare({ ...record(outcome()), store: engine }, { ...record(outcome()), store: real }, tolerance)
        .differences;
    expect(found(change(3000), change(4000))).toEqual([]);
    expect(found(change(3000), change(4001))).toEqual([
      'the store: engine node 2 leads at 3000 ms; real node 2 leads at 4001 ms',
    ]);
    expect(found(change(3000, 'copies'), change(8000, 'copies'))).toEqual([]);
    expect(found(change(3000), change(3000, 'copies'))).toHaveLength(1);
    expect(found(change(3000), change(3000, 'leads', 0))).toHaveLength(1);
    expect(found(change(3000), [])).toEqual(['the store: engine node 2 leads at 3000 ms; real nothing']);
  });

  it('gives more time to an answer that waits for another node of the store to lead', () => {
    const store: StoreChange[] = [{ atMs: 1000, what: 'leads', node: 1 }];
    const found = (tookMs: number, realMs: number) =>
      compare(
        { ...record(outcome({ tookMs })), store },
        { ...record(outcome({ tookMs: realMs })), store },
        tolerance,
      ).differences;
    expect(found(920, 2920)).toEqual([]);
    expect(found(920, 2921)).toHaveLength(1);
    expect(found(880, 931)).toHaveLength(1); // it was answered before
  });
});
