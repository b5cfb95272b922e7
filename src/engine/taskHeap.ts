/** A pairing heap of tasks in table columns: adding costs nothing, removing any of n about log n steps. */
import { NONE } from './state/table.ts';
import type { Tasks } from './state/tasks.ts';

/** Adds a task to the heap with this root. Returns the new root. */
export function addTask(tasks: Tasks, root: number, t: number): number {
  tasks.child[t] = NONE;
  tasks.sibling[t] = NONE;
  tasks.before[t] = NONE;
  return meld(tasks, root, t);
}

/** Takes any task out of the heap. Returns the new root, or NONE when nothing is left. */
export function removeTask(tasks: Tasks, root: number, t: number): number {
  const rest = joinSiblings(tasks, tasks.child[t]);
  if (t === root) return rest;
  const { child, sibling, before } = tasks;
  const previous = before[t];
  if (child[previous] === t) child[previous] = sibling[t];
  else sibling[previous] = sibling[t];
  if (sibling[t] !== NONE) before[sibling[t]] = previous;
  return meld(tasks, root, rest);
}

/** Two heaps become one. Of two that are done at the same time, the first one given comes first. */
function meld(tasks: Tasks, a: number, b: number): number {
  if (a === NONE) return b;
  if (b === NONE) return a;
  return tasks.doneAt[a] <= tasks.doneAt[b] ? adopt(tasks, a, b) : adopt(tasks, b, a);
}

function adopt({ child, sibling, before }: Tasks, parent: number, t: number): number {
  const first = child[parent];
  sibling[t] = first;
  if (first !== NONE) before[first] = t;
  before[t] = parent;
  child[parent] = t;
  return parent;
}

/** Neighbours are paired from left to right, and the pairs joined from right to left. */
function joinSiblings(tasks: Tasks, first: number): number {
  const { sibling, before } = tasks;
  let pairs: number = NONE;
  for (let t = first; t !== NONE; ) {
    const second = sibling[t];
    const following = second === NONE ? NONE : sibling[second];
    sibling[t] = NONE;
    before[t] = NONE;
    if (second !== NONE) {
      sibling[second] = NONE;
      before[second] = NONE;
    }
    const pair = meld(tasks, t, second);
    sibling[pair] = pairs;
    pairs = pair;
    t = following;
  }
  let root: number = NONE;
  for (let pair = pairs; pair !== NONE; ) {
    const following = sibling[pair];
    sibling[pair] = NONE;
    root = meld(tasks, root, pair);
    pair = following;
  }
  return root;
}
