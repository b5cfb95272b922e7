import { describe, expect, it } from 'vitest';
import { createView, dice, setTried } from '../testing/balancerView.ts';
import { TWO_CHOICES } from '../testing/oracles/balancers.ts';
import { powerOfTwoChoices } from './powerOfTwoChoices.ts';

/** A die that shows this server: the middle of its stretch of the weights. */
function face(server: number, weights: number[]): number {
  const total = weights.reduce((a, b) => a + b);
  const before = weights.slice(0, server).reduce((a, b) => a + b, 0);
  return (before + weights[server] / 2) / total;
}

describe('power of two choices', () => {
  it.each(TWO_CHOICES)('takes $taken of $drawn, in flight $inFlight, weights $weights', (c) => {
    const view = createView(c.weights);
    view.inFlight.set(c.inFlight);
    const draw = dice(...c.drawn.map((server) => face(server, c.weights)));
    expect(powerOfTwoChoices.pick(view, draw)).toBe(c.taken);
  });

  it('draws again until the two differ', () => {
    const view = createView([1, 1]);
    view.inFlight.set([5, 0]);
    expect(powerOfTwoChoices.pick(view, dice(0.1, 0.2, 0.3, 0.9))).toBe(1);
  });

  it('takes a weighted turn when the dice never show a second server', () => {
    const view = createView([3, 1]);
    const picks = [1, 2, 3, 4].map(() => powerOfTwoChoices.pick(view, dice(0.1)));
    // Smooth turns with weights 3, 1.
    expect(picks).toEqual([0, 0, 1, 0]);
  });

  it('takes the only one there is, with one draw', () => {
    const view = createView([1, 1, 1]);
    setTried(view, [0, 2]);
    expect(powerOfTwoChoices.pick(view, dice(0.5))).toBe(1);
  });
});
