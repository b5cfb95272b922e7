import { describe, expect, it } from 'vitest';
import { createView, letter, pick, server, setTried, setUsable } from '../testing/balancerView.ts';
import {
  BOUND,
  PASSIVE_HEALTH,
  SMOOTH_WEIGHTS,
  SMOOTH_WEIGHTS_MORE,
  SMOOTH_WEIGHTS_WITH_GAP,
} from '../testing/oracles/balancers.ts';
import type { BalancerView } from './policy.ts';
import { weightedRoundRobin } from './weightedRoundRobin.ts';

const turn = (view: ReturnType<typeof createView>): string => letter(pick(weightedRoundRobin, view));

describe('weighted round robin picks as nginx does', () => {
  it.each(SMOOTH_WEIGHTS)('with weights $weights', ({ weights, picks, credits }) => {
    const view = createView(weights);
    picks.split(' ').forEach((expected, i) => {
      expect(turn(view)).toBe(expected);
      expect(Array.from(view.perServer[0])).toEqual(credits[i]);
    });
  });

  it.each(SMOOTH_WEIGHTS_MORE)(
    'with weights $weights, without a look at the credits',
    ({ weights, picks }) => {
      const view = createView(weights);
      expect(
        picks
          .split(' ')
          .map(() => turn(view))
          .join(' '),
      ).toBe(picks);
    },
  );

  it('when a server is out for a while: its credit is frozen, not lost', () => {
    const { weights, outFrom, outUntil, picks } = SMOOTH_WEIGHTS_WITH_GAP;
    const view = createView(weights);
    const found = picks.split(' ').map((_, i) => {
      setUsable(view, i >= outFrom && i < outUntil ? [1, 2] : [0, 1, 2]);
      return turn(view);
    });
    expect(found.join(' ')).toBe(picks);
  });
});

describe('weighted round robin and failures', () => {
  const fail = (view: BalancerView, name: string) => weightedRoundRobin.ended?.(view, server(name), 1, true);

  it('takes away the weight of a server that failed, and gives it back by 1 a turn', () => {
    const view = createView([3, 1]);
    fail(view, 'a');
    // Effective weights of a: 0, 1, 2, 3, 3, 3, … Credits after each pick:
    // b (0, 0) · a +1 = 1, b +1 = 1, first: a (-1, 1) · a +2 = 1, b 2: b (1, -1) · a +3 = 4: a (0, 0) · then a a b a
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(() => turn(view)).join(' ')).toBe('b a b a a a b a');
  });

  it('takes nothing away for an answer', () => {
    const view = createView([3, 1]);
    weightedRoundRobin.ended?.(view, 0, 1, false);
    expect([1, 2, 3, 4].map(() => turn(view)).join(' ')).toBe('a a b a');
  });

  it.each(PASSIVE_HEALTH)('sends as nginx does when b refuses for a while: $perSecond', (vector) => {
    const { weights, failTimeoutS, fromS, deadFromS, dead, perSecond } = vector;
    const view = createView(weights);
    // nginx's rule for a server that failed: left out for failTimeoutS, then one request tries it again.
    const checkedS = weights.map(() => Number.NEGATIVE_INFINITY);
    const failed = weights.map(() => false);
    const found = perSecond.split(' ').map((_, i) => {
      const nowS = fromS + i;
      const out = (s: number) => failed[s] && nowS - checkedS[s] <= failTimeoutS;
      setUsable(
        view,
        weights.map((__, s) => s).filter((s) => !out(s)),
      );
      setTried(view, []);
      const first = turn(view);
      if (first !== dead || nowS < deadFromS) return first;
      failed[server(first)] = true;
      checkedS[server(first)] = nowS;
      fail(view, first);
      setTried(view, [server(first)]);
      return `${first}!>${turn(view)}`;
    });
    expect(found.join(' ')).toBe(perSecond);
  });
});

describe('weighted round robin and those who are bound', () => {
  it.each(BOUND)(
    'counts one bound request in a row as a turn: $bound',
    ({ weights, bound, picks, credits }) => {
      const view = createView(weights);
      const names = bound.split(' ');
      const found = names.map((name, i) => {
        const chosen = name === '-' ? turn(view) : name;
        if (name !== '-') weightedRoundRobin.bound?.(view, server(name));
        expect(Array.from(view.perServer[0])).toEqual(credits[i]);
        return chosen;
      });
      expect(found.join(' ')).toBe(picks);
    },
  );
});
