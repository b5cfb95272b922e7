import { describe, expect, it } from 'vitest';
import type { Run } from '../../engine/simulation.ts';
import { tinyScenario } from '../../engine/testing/scenarios.ts';
import { createTimeline } from '../../timeline/timeline.ts';
import { createLockstep } from './lockstep.ts';
import { tableOf } from './table.ts';
import type { RunNumbers } from './tally.ts';

const quiet: RunNumbers = {
  servedShare: null,
  refused: 0,
  failed: 0,
  filesFailed: 0,
  meanMs: null,
  p95Ms: null,
  forcedLogins: 0,
  sessionsLost: 0,
  staleReads: 0,
  replaysServed: 0,
  cartItemsLost: 0,
  usdPerHour: 0.1,
};
const row = (id: keyof RunNumbers, ...runs: Partial<RunNumbers>[]) =>
  tableOf(runs.map((some) => ({ ...quiet, ...some }))).find((r) => r.id === id);

const bests = (id: keyof RunNumbers, ...runs: Partial<RunNumbers>[]) =>
  row(id, ...runs)?.cells.map(({ best }) => best);

describe('the table', () => {
  it('marks the best, and tells how far each is from the first', () => {
    expect(row('refused', { refused: 5 }, { refused: 2 }, { refused: 9 })).toEqual({
      id: 'refused',
      alike: null,
      cells: [
        { value: 5, best: false, difference: null, servesOnly: null },
        { value: 2, best: true, difference: -3, servesOnly: null },
        { value: 9, best: false, difference: 4, servesOnly: null },
      ],
    });
  });

  it('takes more for better where that is so', () => {
    const cells = row('servedShare', { servedShare: 0.25 }, { servedShare: 1 })?.cells;
    expect(cells).toMatchObject([
      { value: 0.25, best: false, difference: null },
      { value: 1, best: true, difference: 0.75 },
    ]);
  });

  it('marks several that are equally good, and none where all are', () => {
    expect(bests('failed', { failed: 1 }, {}, {})).toEqual([false, true, true]);
    expect(row('failed', {}, {})).toMatchObject({ alike: 'same', cells: [{ best: false }, { best: false }] });
  });

  it('takes numbers for the same that read the same', () => {
    expect(row('p95Ms', { p95Ms: 100.2 }, { p95Ms: 100.4 })).toMatchObject({ alike: 'same' });
    expect(row('usdPerHour', {}, { usdPerHour: 0.1004 })).toMatchObject({ alike: 'same' });
  });

  it('marks nobody for what may be chance: a millisecond, or an answer among a hundred', () => {
    expect(row('meanMs', { meanMs: 271 }, { meanMs: 270 })?.alike).toBe('near');
    expect(bests('meanMs', { meanMs: 271 }, { meanMs: 270 })).toEqual([false, false]);
    expect(bests('refused', { refused: 101 }, { refused: 100 })).toEqual([false, false]);
    expect(bests('servedShare', { servedShare: 0.315 }, { servedShare: 0.32 })).toEqual([false, false]);
  });

  it('marks all that are about as good as the best where another is not', () => {
    const times = [{ meanMs: 271 }, { meanMs: 270 }, { meanMs: 290 }];
    expect(bests('meanMs', ...times)).toEqual([true, true, false]);
    expect(bests('servedShare', { servedShare: 1 }, { servedShare: 0.99 })).toEqual([true, false]);
    expect(bests('failed', { failed: 1 }, { failed: 0 })).toEqual([false, true]);
  });

  it('takes the smallest difference in cost for one', () => {
    expect(bests('usdPerHour', { usdPerHour: 0.33 }, { usdPerHour: 0.34 })).toEqual([true, false]);
  });

  it('does not call best who is fast because it serves few, and tells what share it serves', () => {
    const few = { servedShare: 0.315, meanMs: 292, p95Ms: 322 };
    const many = [
      { servedShare: 0.984, meanMs: 272, p95Ms: 390 },
      { servedShare: 1, meanMs: 271, p95Ms: 386 },
    ];
    expect(row('p95Ms', few, ...many)).toMatchObject({
      alike: null,
      cells: [
        { best: false, servesOnly: 0.315 },
        { best: false, servesOnly: null },
        { best: false, servesOnly: null },
      ],
    });
    // Where it is about as fast as all others, nobody asks why it is not the best.
    expect(row('meanMs', { servedShare: 0.3, meanMs: 272 }, ...many)).toMatchObject({ alike: 'near' });
    // Where it is slow all the same there is nothing to explain.
    expect(row('meanMs', few, ...many)?.cells).toMatchObject([
      { best: false, servesOnly: null },
      { best: true },
      { best: true },
    ]);
  });

  it('compares nothing with a number that is not there', () => {
    const cells = row('p95Ms', { servedShare: 1 }, { servedShare: 1, p95Ms: 90 })?.cells;
    expect(cells).toMatchObject([
      { value: null, best: false, difference: null },
      { value: 90, best: false, difference: null },
    ]);
  });

  it('leaves out what happened nowhere and is rare', () => {
    expect(row('staleReads', {}, {})).toBeUndefined();
    expect(row('staleReads', {}, { staleReads: 1 })).toBeDefined();
    expect(row('failed', {}, {})).toBeDefined();
  });
});

describe('in a tiny world', () => {
  /** One person and two servers, turn by turn: logs in at A at 0, asks B for a page at 100, and A for another at 200. */
  const run = (strategy: 'memory' | 'sticky'): Run => ({
    scenario: tinyScenario({
      people: {
        count: 1,
        script: [
          { atMs: 0, user: 0, ask: 'login' },
          { atMs: 100, user: 0, ask: 'page' },
          { atMs: 200, user: 0, ask: 'page' },
        ],
      },
      service: {
        page: { kind: 'constant', meanMs: 10 },
        login: { kind: 'constant', meanMs: 20 },
        refusalMs: 5,
      },
      servers: { count: 2 },
      hops: { userMs: 0, serverMs: 0 },
      sessions: { strategy },
    }),
    seed: 1,
    interventions: [],
  });

  it('has exactly these numbers', () => {
    const lockstep = createLockstep([run('memory'), run('sticky')].map((r) => createTimeline(r)));
    lockstep.goTo(1000);
    const [memory, sticky] = lockstep.numbers();
    expect(memory).toMatchObject({ servedShare: 0.5, refused: 1, failed: 0, meanMs: 15, forcedLogins: 0 });
    expect(sticky).toMatchObject({ servedShare: 1, refused: 0, failed: 0, meanMs: 40 / 3, p95Ms: 20 });
    // Before anybody had an answer, and when there was only the login.
    lockstep.goTo(19);
    expect(lockstep.numbers()[0]).toMatchObject({ servedShare: null, meanMs: null });
    lockstep.goTo(20);
    expect(lockstep.numbers()[0]).toMatchObject({ servedShare: null, meanMs: 20 });
    lockstep.goTo(105);
    expect(lockstep.numbers().map(({ servedShare }) => servedShare)).toEqual([0, null]);
  });
});
