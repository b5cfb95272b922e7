import { describe, expect, it } from 'vitest';
import { createView, dice, letter, setUsable } from '../testing/balancerView.ts';
import {
  SMOOTH_WEIGHTS,
  SMOOTH_WEIGHTS_MORE,
  SMOOTH_WEIGHTS_WITH_GAP,
} from '../testing/oracles/balancers.ts';
import { weightedRoundRobin } from './weightedRoundRobin.ts';

const pick = (view: ReturnType<typeof createView>): string => letter(weightedRoundRobin.pick(view, dice(0)));

describe('weighted round robin picks as nginx does', () => {
  it.each(SMOOTH_WEIGHTS)('with weights $weights', ({ weights, picks, credits }) => {
    const view = createView(weights);
    picks.split(' ').forEach((expected, i) => {
      expect(pick(view)).toBe(expected);
      expect(Array.from(view.perServer)).toEqual(credits[i]);
    });
  });

  it.each(SMOOTH_WEIGHTS_MORE)(
    'with weights $weights, without a look at the credits',
    ({ weights, picks }) => {
      const view = createView(weights);
      expect(
        picks
          .split(' ')
          .map(() => pick(view))
          .join(' '),
      ).toBe(picks);
    },
  );

  it('when a server is out for a while: its credit is frozen, not lost', () => {
    const { weights, outFrom, outUntil, picks } = SMOOTH_WEIGHTS_WITH_GAP;
    const view = createView(weights);
    const found = picks.split(' ').map((_, i) => {
      setUsable(view, i >= outFrom && i < outUntil ? [1, 2] : [0, 1, 2]);
      return pick(view);
    });
    expect(found.join(' ')).toBe(picks);
  });
});
