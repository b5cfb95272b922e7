import { describe, expect, it } from 'vitest';
import { createView, dice, faces, pick, setInFlight, setTried } from '../testing/balancerView.ts';
import { TWO_CHOICES } from '../testing/oracles/balancers.ts';
import { powerOfTwoChoices } from './powerOfTwoChoices.ts';

describe('power of two choices', () => {
  it.each(TWO_CHOICES)('takes $nginx of $drawn, in flight $inFlight, weights $weights', (c) => {
    const view = createView(c.weights);
    setInFlight(view, c.inFlight);
    expect(pick(powerOfTwoChoices, view, faces(c.drawn, c.weights))).toBe(c.nginx);
  });

  it('draws again until the two differ', () => {
    const view = createView([1, 1]);
    setInFlight(view, [5, 0]);
    expect(pick(powerOfTwoChoices, view, dice(0.1, 0.2, 0.3, 0.9))).toBe(1);
  });

  it('passes over who is out or was tried, without a look at the load', () => {
    const view = createView([1, 1, 1, 1], [0, 1, 3]);
    setTried(view, [0]);
    setInFlight(view, [0, 9, 0, 8]);
    // a was tried, c is out: b and then d.
    expect(pick(powerOfTwoChoices, view, dice(0.1, 0.6, 0.3, 0.6, 0.9))).toBe(3);
  });

  it('takes a weighted turn when the dice never show a second server', () => {
    const view = createView([3, 1]);
    const picks = [1, 2, 3, 4].map(() => pick(powerOfTwoChoices, view, dice(0.1)));
    // Smooth turns with weights 3, 1.
    expect(picks).toEqual([0, 0, 1, 0]);
  });

  it('takes the only one there is', () => {
    const view = createView([1, 1, 1]);
    setTried(view, [0, 2]);
    expect(pick(powerOfTwoChoices, view, dice(0.5))).toBe(1);
  });
});
