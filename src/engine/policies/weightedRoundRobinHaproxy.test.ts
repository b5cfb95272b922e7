import { describe, expect, it } from 'vitest';
import { createView, letter, pick, server, setTried, setUsable } from '../testing/balancerView.ts';
import { HAPROXY_REDISPATCH, HAPROXY_TURNS } from '../testing/oracles/balancers.ts';
import type { BalancerView } from './policy.ts';
import { weightedRoundRobinHaproxy } from './weightedRoundRobinHaproxy.ts';

const turns = (view: BalancerView, count: number): string =>
  Array.from({ length: count }, () => letter(pick(weightedRoundRobinHaproxy, view))).join('');

/** As a balancer that sends on whoever was refused. */
function turnsWithDead(view: BalancerView, count: number, dead: number): string {
  return Array.from({ length: count }, () => {
    const first = pick(weightedRoundRobinHaproxy, view);
    if (first !== dead) return letter(first);
    setTried(view, [dead]);
    const second = pick(weightedRoundRobinHaproxy, view);
    setTried(view, []);
    return letter(second);
  }).join('');
}

describe('weighted round robin picks as HAProxy does', () => {
  it.each(HAPROXY_TURNS)('with weights $weights, when $dead dies and returns', ({ weights, dead, picks }) => {
    const view = createView(weights);
    const all = weights.map((_, s) => s);
    expect(turns(view, 10)).toBe(picks[0]);
    setUsable(
      view,
      all.filter((s) => s !== server(dead)),
    );
    expect(turns(view, 16)).toBe(picks[1]);
    setUsable(view, all);
    expect(turns(view, 24)).toBe(picks[2]);
  });

  it.each(HAPROXY_REDISPATCH)('with weights $weights, when $dead refuses', ({ weights, dead, picks }) => {
    const view = createView(weights);
    expect(turns(view, 10)).toBe(picks[0]);
    expect(turnsWithDead(view, 30, server(dead))).toBe(picks[1]);
  });

  it('gives each server its share of every round', () => {
    const view = createView([7, 3, 2]);
    for (let round = 0; round < 5; round++) {
      const found = [...turns(view, 12)];
      expect(['a', 'b', 'c'].map((one) => found.filter((s) => s === one).length)).toEqual([7, 3, 2]);
    }
  });

  it('begins anew when everybody was gone', () => {
    const view = createView([2, 1]);
    turns(view, 4);
    setUsable(view, []);
    expect(pick(weightedRoundRobinHaproxy, view)).toBe(-1);
    setUsable(view, [1]);
    expect(turns(view, 3)).toBe('bbb');
    setUsable(view, [0, 1]);
    expect([...turns(view, 30)].filter((one) => one === 'a')).toHaveLength(20);
  });
});
