import { describe, expect, it } from 'vitest';
import { createView, dice, faces, pick, setInFlight, setTried } from '../testing/balancerView.ts';
import { TWO_CHOICES } from '../testing/oracles/balancers.ts';
import { powerOfTwoChoicesHaproxy, rateOf } from './powerOfTwoChoicesHaproxy.ts';

describe('HAProxy’s two choices', () => {
  // Without a request in the last second both rates are 0, and the later draw wins a tie, as in nginx.
  it.each(TWO_CHOICES)('takes $nginx of $drawn, in flight $inFlight, weights $weights', (c) => {
    const view = createView(c.weights);
    setInFlight(view, c.inFlight);
    expect(pick(powerOfTwoChoicesHaproxy, view, faces(c.drawn, c.weights))).toBe(c.nginx);
  });

  it('may draw the same server twice', () => {
    const view = createView([1, 1]);
    setInFlight(view, [7, 0]);
    expect(pick(powerOfTwoChoicesHaproxy, view, faces([0, 0], [1, 1]))).toBe(0);
  });

  it('on a tie takes the one with fewer requests within the last second', () => {
    const view = createView([1, 1]);
    const next = (atMs: number, ...drawn: number[]) => {
      view.nowMs = atMs;
      return pick(powerOfTwoChoicesHaproxy, view, faces(drawn, [1, 1]));
    };
    expect(next(100, 0, 1)).toBe(1); // 0 against 0: the later draw
    expect(next(200, 0, 1)).toBe(0); // 0 against 1
    expect(next(300, 0, 1)).toBe(1); // 1 against 1
    expect(next(400, 1, 0)).toBe(0); // 1 against 2
    expect(next(500, 1, 1)).toBe(1); // no choice: now 2 against 3
    // A quarter into the next second three quarters of the last one count: 1.5 against 2.25.
    view.nowMs = 1250;
    expect([rateOf(view, 0), rateOf(view, 1)]).toEqual([1.5, 2.25]);
    expect(next(1250, 0, 1)).toBe(0); // now 2.5 against 2.25
    expect(next(1250, 0, 1)).toBe(1);
    view.nowMs = 3000; // two seconds later all is forgotten
    expect([rateOf(view, 0), rateOf(view, 1)]).toEqual([0, 0]);
  });

  it('counts bound requests', () => {
    const view = createView([1, 1]);
    powerOfTwoChoicesHaproxy.bound?.(view, 1);
    expect(pick(powerOfTwoChoicesHaproxy, view, faces([0, 1], [1, 1]))).toBe(0);
  });

  it('draws again for a server that was tried, and gives in after 20 draws', () => {
    const view = createView([1, 1, 1]);
    setTried(view, [0]);
    setInFlight(view, [0, 4, 3]);
    expect(pick(powerOfTwoChoicesHaproxy, view, faces([0, 1, 0, 0, 2], [1, 1, 1]))).toBe(2);
    expect(pick(powerOfTwoChoicesHaproxy, view, dice(0.1))).toBe(1);
  });
});
