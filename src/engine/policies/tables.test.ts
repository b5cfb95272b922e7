import { expect, it } from 'vitest';
import { createView, setUsable } from '../testing/balancerView.ts';
import type { Policy } from './policy.ts';
import { createTableCache, tableFor } from './tables.ts';

let built = 0;
const counting = (of: 'listed' | 'usable'): Policy<string> => ({
  id: 'counting',
  table: {
    of,
    build: ({ servers, weights }) => `${++built}: ${servers.join()} weighing ${weights.join()}`,
  },
  pick: () => -1,
});

it('are made when the list they are about changes, and only then', () => {
  const policy = counting('usable');
  const view = createView([1, 2, 3]);
  const cache = createTableCache();
  built = 0;
  expect(tableFor(cache, policy, view, 1)).toBe('1: 0,1,2 weighing 1,2,3');
  expect(tableFor(cache, policy, view, 1)).toBe('1: 0,1,2 weighing 1,2,3');
  expect(tableFor(cache, policy, view, 2)).toBe('1: 0,1,2 weighing 1,2,3'); // worked out anew, to the same
  setUsable(view, [0, 2]);
  expect(tableFor(cache, policy, view, 3)).toBe('2: 0,2 weighing 1,3');
  view.weight[2] = 9;
  expect(tableFor(cache, policy, view, 4)).toBe('3: 0,2 weighing 1,9');
});

it('of the whole list stay when a server is only out', () => {
  const policy = counting('listed');
  const view = createView([1, 2, 3]);
  const cache = createTableCache();
  built = 0;
  tableFor(cache, policy, view, 1);
  setUsable(view, [0]);
  expect(tableFor(cache, policy, view, 2)).toBe('1: 0,1,2 weighing 1,2,3');
  view.listedCount = 2;
  expect(tableFor(cache, policy, view, 3)).toBe('2: 0,1 weighing 1,2');
});

it('are never those of another policy', () => {
  const view = createView([1]);
  const cache = createTableCache();
  built = 0;
  tableFor(cache, counting('usable'), view, 1);
  expect(tableFor(cache, counting('usable'), view, 1)).toBe('2: 0 weighing 1');
});
