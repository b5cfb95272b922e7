import { describe, expect, it } from 'vitest';
import { createTimeline } from '../../timeline/timeline.ts';
import { type Comparison, runsOf } from './comparison.ts';
import { createLockstep } from './lockstep.ts';
import { butWith, setting } from './ready/ready.ts';
import { nextLookMs, tells } from './telling.ts';

/** Where a comparison that somebody makes at a moment is opened. */
function openedAt(comparison: Comparison, fromMs: number) {
  const lockstep = createLockstep(runsOf(comparison).map((run) => createTimeline(run)));
  lockstep.goTo(fromMs);
  for (;;) {
    const nextMs = nextLookMs(lockstep, fromMs);
    if (nextMs !== null) lockstep.goTo(nextMs);
    if (nextMs === null || nextMs === fromMs) break;
  }
  return { atMs: lockstep.nowMs, tells: tells(lockstep.numbers()) };
}
const base: Comparison['base'] = { scenario: 'three-servers', start: [], seed: 7, interventions: [] };
const shared = butWith([setting('sessions.strategy', 'shared')]);

describe('a comparison that somebody makes', () => {
  it('is opened where a row of its table differs', () => {
    for (const fromMs of [0, 500, 3000]) {
      const opened = openedAt({ base, variants: [shared] }, fromMs);
      expect(opened.tells).toBe(true);
      expect(opened.atMs).toBeGreaterThanOrEqual(fromMs);
      expect(opened.atMs).toBeLessThan(fromMs + 10_000);
    }
  });

  it('is opened at the moment of the run where that tells already', () => {
    expect(openedAt({ base, variants: [shared] }, 15_000)).toEqual({ atMs: 15_000, tells: true });
  });

  it('stays at the moment of the run where the runs do not differ', () => {
    expect(openedAt({ base, variants: [butWith([])] }, 4000)).toEqual({ atMs: 4000, tells: false });
  });
});
