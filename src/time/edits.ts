/** Other lists of interventions, in order of time. Of two at the same time the one that was first stays first. */
import type { Intervention } from '../engine/intervention.ts';

export function moveIntervention(list: readonly Intervention[], index: number, atMs: number): Intervention[] {
  return list.map((x, i) => (i === index ? { ...x, atMs } : x)).sort((a, b) => a.atMs - b.atMs);
}

/** The same list with another thing at the same place, and so at the same time. */
export function changeIntervention(
  list: readonly Intervention[],
  index: number,
  changed: Intervention,
): Intervention[] {
  return list.map((x, i) => (i === index ? changed : x));
}

export function removeIntervention(list: readonly Intervention[], index: number): Intervention[] {
  return list.filter((_, i) => i !== index);
}
