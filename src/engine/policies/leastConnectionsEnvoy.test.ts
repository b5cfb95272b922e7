import { describe, expect, it } from 'vitest';
import { createView, dice, pick, setInFlight, setTried, setUsable } from '../testing/balancerView.ts';
import { leastConnectionsEnvoy } from './leastConnectionsEnvoy.ts';

describe('Envoy’s full scan', () => {
  it('takes the fewest, and draws only among those that tie', () => {
    const view = createView([1, 1, 1, 1, 1]);
    setInFlight(view, [3, 1, 2, 1, 1]);
    const picked = [0.1, 0.3, 0.4, 0.6, 0.7, 0.99].map((u) => pick(leastConnectionsEnvoy, view, dice(u)));
    expect(picked).toEqual([1, 1, 3, 3, 4, 4]);
    setTried(view, [3]);
    expect([0.1, 0.9].map((u) => pick(leastConnectionsEnvoy, view, dice(u)))).toEqual([1, 4]);
  });
});

/** Picks in order when no request ever ends, or, with `idle`, when each ends at once. */
function picks(weights: number[], count: number, idle: boolean): string {
  const view = createView(weights);
  return Array.from({ length: count }, () => {
    const server = pick(leastConnectionsEnvoy, view);
    if (!idle) view.inFlight[server]++;
    return 'abc'[server];
  }).join(' ');
}

describe('with weights, by earliest deadline', () => {
  it('goes by weight alone while nothing is in flight', () => {
    // Deadlines at first 1/2 and 1. a at 1/2, next 1, given later than b's: b at 1, next 2; a at 1, next 3/2; a; b …
    expect(picks([2, 1], 9, true)).toBe('a b a a b a a b a');
  });

  it('comes to those who are busy later', () => {
    // a at 1/2, with one in flight by then 2/2 further: the deadline is set before the request counts, so 1/2 + 1/2 = 1;
    // b at 1: next 1 + 1 = 2; a at 1: one in flight, 1 + 2/2 = 2; b at 2, given first: one in flight, 2 + 2 = 4;
    // a at 2: two in flight, 2 + 3/2 = 7/2; a at 7/2: three, 7/2 + 4/2 = 11/2; b at 4.
    expect(picks([2, 1], 7, false)).toBe('a b a b a a b');
  });

  it('does not give a server that was out the turns it missed', () => {
    const view = createView([2, 1, 1]);
    const next = (count: number) =>
      Array.from({ length: count }, () => 'abc'[pick(leastConnectionsEnvoy, view)]).join(' ');
    // Deadlines 1/2, 1, 1, given in this order: a, then b at 1, c at 1, a at 1; and so on.
    expect(next(4)).toBe('a b c a');
    setUsable(view, [0, 1]);
    expect(next(9)).toBe('a b a a b a a b a'); // c's deadline, 2, stays behind
    setUsable(view, [0, 1, 2]);
    // a has 4.5, b 5. c is late and comes first, once: time does not go back to 2, so its next deadline is 5, after b's.
    expect(next(5)).toBe('c a b c a');
  });
});
