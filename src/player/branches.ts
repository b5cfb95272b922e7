/**
 * The ways a run went: whoever acts after going back begins another one, and none is lost. All are the same scenario
 * and seed with other interventions. A value; every change gives a new one, and the ones before can be returned to.
 */
import type { Intervention } from '../engine/intervention.ts';

export interface Branch {
  /** From 1, in the order in which they were begun. */
  id: number;
  interventions: readonly Intervention[];
  /** How far it had been simulated when it was left, so that its future can be shown again. */
  knownMs: number;
  /** The branch that it left, and when; null for the first. */
  left: { id: number; atMs: number } | null;
  /** What the visitor calls it; empty for the name that it has by itself. Any text, as `cleanName` leaves it. */
  name: string;
}

export interface Branches {
  /** The one that is shown. */
  current: number;
  /** In the order of their numbers; at least one. */
  list: readonly Branch[];
  /** The number that the next one gets. */
  next: number;
}

/** More are not kept: the one that was begun first, of those that are not shown, is forgotten. */
export const MOST_BRANCHES = 12;

export function firstBranch(interventions: readonly Intervention[]): Branches {
  return { current: 1, list: [{ id: 1, interventions, knownMs: 0, left: null, name: '' }], next: 2 };
}

export function currentBranch({ current, list }: Branches): Branch {
  return list.find((b) => b.id === current) as Branch;
}

/** The branch that is shown gets other interventions. */
export function change(branches: Branches, interventions: readonly Intervention[]): Branches {
  return replace(branches, { ...currentBranch(branches), interventions });
}

/**
 * Another branch with these interventions is shown from now on; the one that was stays as it is.
 * @param leftMs when it leaves that one
 * @param knownMs how far that one had been simulated
 */
export function begin(
  branches: Branches,
  interventions: readonly Intervention[],
  leftMs: number,
  knownMs: number,
): Branches {
  const { current, list, next } = leave(branches, knownMs);
  const branch: Branch = {
    id: next,
    interventions,
    knownMs: leftMs,
    left: { id: current, atMs: leftMs },
    name: '',
  };
  const forgotten = list.length >= MOST_BRANCHES ? list.find((b) => b.id !== current) : undefined;
  return { current: next, list: [...list.filter((b) => b !== forgotten), branch], next: next + 1 };
}

/** Shows a branch again; how far the one that was shown is known is noted. Unknown numbers change nothing. */
export function goTo(branches: Branches, id: number, knownMs: number): Branches {
  if (!branches.list.some((b) => b.id === id)) return branches;
  return { ...leave(branches, knownMs), current: id };
}

/** Gives a branch another name. Unknown numbers change nothing. */
export function rename(branches: Branches, id: number, name: string): Branches {
  return { ...branches, list: branches.list.map((b) => (b.id === id ? { ...b, name } : b)) };
}

const leave = (branches: Branches, knownMs: number): Branches =>
  replace(branches, { ...currentBranch(branches), knownMs });

function replace(branches: Branches, branch: Branch): Branches {
  return { ...branches, list: branches.list.map((b) => (b.id === branch.id ? branch : b)) };
}
