import { describe, expect, it } from 'vitest';
import { createView, letter, pick, server, setInFlight, setTried } from '../testing/balancerView.ts';
import { LEAST_CONNECTIONS_TIES } from '../testing/oracles/balancers.ts';
import { keyOf, leastConnectionsHaproxy } from './leastConnectionsHaproxy.ts';

type View = ReturnType<typeof createView>;

describe('HAProxy’s least connections', () => {
  it.each(LEAST_CONNECTIONS_TIES)(
    '$inFlight with weights $weights: keys $haproxyKeys',
    ({ inFlight, weights, haproxy, haproxyKeys }) => {
      const view = createView(weights);
      setInFlight(view, inFlight);
      expect(weights.map((_, s) => keyOf(view, s))).toEqual(haproxyKeys);
      const picked = letter(pick(leastConnectionsHaproxy, view));
      if (haproxy !== 'tie') expect(picked).toBe(haproxy);
      else expect(haproxyKeys[server(picked)]).toBe(Math.min(...haproxyKeys));
    },
  );
});

/** Picks and ends: `a` is a pick, `-a` the end of a request there. Returns the picks. */
function follow(view: View, steps: string): string {
  return steps
    .split(' ')
    .map((step) => {
      const picked = step.startsWith('-') ? server(step[1]) : pick(leastConnectionsHaproxy, view);
      view.inFlight[picked] += step.startsWith('-') ? -1 : 1;
      if (!step.startsWith('-')) return letter(picked);
      leastConnectionsHaproxy.ended?.(view, picked, 1, false);
      return step;
    })
    .join(' ');
}

describe('among those that tie', () => {
  it('light traffic goes round', () => {
    expect(follow(createView([1, 1, 1]), '+ -a + -b + -c + -a')).toBe('a -a b -b c -c a -a');
  });

  it('the weight of idle servers does not matter', () => {
    expect(follow(createView([9, 1]), '+ -a + -b +')).toBe('a -a b -b a');
  });

  it('it is the one that has waited longest since a request came or went', () => {
    // All have one. b ends and is idle: b. Then c ends, then a: of the two that are idle c has waited longer.
    const steps = '+ + + -b + -c -a + +';
    expect(follow(createView([1, 1, 1]), steps)).toBe('a b c -b b -c -a c a');
    // Among servers with one request each: c got its last, b its first.
    expect(follow(createView([1, 1, 1]), '+ + + -a + +')).toBe('a b c -a a b');
  });

  it('bound requests count as well', () => {
    const view = createView([1, 1]);
    leastConnectionsHaproxy.bound?.(view, 0);
    expect(letter(pick(leastConnectionsHaproxy, view))).toBe('b');
  });
});

it('skips servers that were tried', () => {
  const view = createView([1, 1, 1]);
  setTried(view, [0, 1]);
  setInFlight(view, [0, 0, 9]);
  expect(letter(pick(leastConnectionsHaproxy, view))).toBe('c');
});
