/** Other lists of interventions, in order of time. Of two at the same time the one that was first stays first. */
import type { Intervention } from '../engine/intervention.ts';

const keys = new WeakMap<Intervention, number>();
let lastKey = 0;

/** What somebody did stays the same thing when it is done at another time or another way. */
export function keyOf(intervention: Intervention): number {
  const key = keys.get(intervention) ?? ++lastKey;
  keys.set(intervention, key);
  return key;
}

/** The same list with something done another way, or at another time. */
export function changeIntervention(
  list: readonly Intervention[],
  index: number,
  changed: Intervention,
): Intervention[] {
  keys.set(changed, keyOf(list[index]));
  return list.map((x, i) => (i === index ? changed : x)).sort((a, b) => a.atMs - b.atMs);
}

export function moveIntervention(list: readonly Intervention[], index: number, atMs: number): Intervention[] {
  return changeIntervention(list, index, { ...list[index], atMs });
}

export function removeIntervention(list: readonly Intervention[], index: number): Intervention[] {
  return list.filter((_, i) => i !== index);
}
