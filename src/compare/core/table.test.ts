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

describe('the table', () => {
  it('marks the best, and tells how far each is from the first', () => {
    expect(row('refused', { refused: 5 }, { refused: 2 }, { refused: 9 })).toEqual({
      id: 'refused',
      same: false,
      cells: [
        { value: 5, best: false, difference: null },
        { value: 2, best: true, difference: -3 },
        { value: 9, best: false, difference: 4 },
      ],
    });
  });

  it('takes more for better where that is so', () => {
    const cells = row('servedShare', { servedShare: 0.25 }, { servedShare: 1 })?.cells;
    expect(cells).toEqual([
      { value: 0.25, best: false, difference: null },
      { value: 1, best: true, difference: 0.75 },
    ]);
  });

  it('marks several that are equally good, and none where all are', () => {
    expect(row('failed', { failed: 1 }, {}, {})?.cells.map(({ best }) => best)).toEqual([false, true, true]);
    expect(row('failed', {}, {})).toMatchObject({ same: true, cells: [{ best: false }, { best: false }] });
  });

  it('takes numbers for the same that read the same', () => {
    expect(row('p95Ms', { p95Ms: 100.2 }, { p95Ms: 100.4 })).toMatchObject({ same: true });
    expect(row('usdPerHour', {}, { usdPerHour: 0.1004 })).toMatchObject({ same: true });
  });

  it('compares nothing with a number that is not there', () => {
    const cells = row('p95Ms', {}, { p95Ms: 90 })?.cells;
    expect(cells).toEqual([
      { value: null, best: false, difference: null },
      { value: 90, best: true, difference: null },
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
