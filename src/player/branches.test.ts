import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { begin, change, currentBranch, firstBranch, goTo, MOST_BRANCHES } from './branches.ts';

const add = (atMs: number): Intervention => ({ atMs, do: 'add-server' });

describe('branches', () => {
  it('keep what was when another one begins, and where it was left', () => {
    const one = change(firstBranch([]), [add(5)]);
    const two = begin(one, [add(3)], 3, 9);
    expect(currentBranch(two)).toEqual({
      id: 2,
      interventions: [add(3)],
      knownMs: 3,
      left: { id: 1, atMs: 3 },
      name: '',
    });
    expect(currentBranch(goTo(two, 1, 7)).interventions).toEqual([add(5)]);
    expect(goTo(two, 1, 7).list.map((b) => b.knownMs)).toEqual([9, 7]);
    expect(goTo(two, 99, 7)).toBe(two);
  });

  it('are never too many, always with the one that is shown, and numbered once', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('begin' as const), at: fc.nat(100) }),
      fc.record({ do: fc.constant('change' as const), at: fc.nat(100) }),
      fc.record({ do: fc.constant('goTo' as const), at: fc.nat(40) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let branches = firstBranch([]);
        for (const { do: what, at } of steps) {
          const before = branches;
          if (what === 'goTo') branches = goTo(branches, at, at);
          else if (what === 'begin') branches = begin(branches, [add(at)], at, 2 * at);
          else branches = change(branches, [add(at)]);
          const ids = branches.list.map((b) => b.id);
          expect(ids).toContain(branches.current);
          expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
          expect(ids.length).toBeLessThanOrEqual(MOST_BRANCHES);
          expect(Math.max(...ids)).toBeLessThan(branches.next);
          // What was shown is there still.
          if (what === 'begin') expect(ids).toContain(before.current);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
