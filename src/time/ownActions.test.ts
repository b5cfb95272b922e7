import { expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { ownActions } from './ownActions.ts';

const kill: Intervention = { atMs: 8000, do: 'kill-server', server: 0 };
const add: Intervention = { atMs: 5000, do: 'add-server' };
const deploy: Intervention = { atMs: 2000, do: 'deploy', batch: 1, drain: true };

it('what a run has that not all have makes it differ', () => {
  expect(ownActions([[deploy, kill], [deploy, add], [deploy]])).toEqual([[kill], [add], []]);
  // The same at another time is something else.
  expect(ownActions([[kill], [{ ...kill, atMs: 9000 }]])).toEqual([[kill], [{ ...kill, atMs: 9000 }]]);
  expect(ownActions([[kill], [{ ...kill }]])).toEqual([[], []]);
  // What some share and others do not is told of those that have it.
  expect(ownActions([[kill, add], [kill], []])).toEqual([[kill, add], [kill], []]);
});
