/**
 * A player that keeps every way a run went. Acting in the past begins another branch, and what came after stays where it
 * was; every change of interventions can be taken back and made again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Intervention } from '../engine/intervention.ts';
import {
  type Branch,
  type Branches,
  begin,
  change,
  currentBranch,
  firstBranch,
  goTo,
  rename,
} from './branches.ts';
import type { Player } from './createPlayer.ts';

export interface BranchingState {
  branches: Branches;
  /** How many changes can be taken back, and how many of those that were can be made again. */
  back: number;
  on: number;
}

export interface Branching {
  readonly store: StoreApi<BranchingState>;
  /** The branch that is shown gets these interventions, in order of time. The playhead stays. */
  edit(interventions: readonly Intervention[]): void;
  /** Another branch with these interventions is shown, which leaves the one that was at `leftMs`. The playhead stays. */
  branchOff(interventions: readonly Intervention[], leftMs: number): void;
  /**
   * Takes the last change of interventions back, or makes it again. Whoever looks at another branch is led to where it
   * was made first, so that nothing is taken back out of sight; returns whether it was.
   */
  undo(): { ledTo: Branch } | null;
  redo(): { ledTo: Branch } | null;
  /** Shows another branch, at the same time. */
  goToBranch(id: number): void;
  /** Calls a branch something else. No change of the run: it is not taken back, and stays with what is. */
  rename(id: number, name: string): void;
  /** Takes over branches that were kept elsewhere; the one that is shown is the one that was. */
  restore(branches: Branches): void;
}

/** A change that can be taken back, or made again. */
interface Step {
  /** What it leads to. */
  to: Branches;
  /** The branch in which one sees it happen. */
  from: number;
}

export function keepBranches(inner: Player): { player: Player; branching: Branching } {
  /** What was before each change, the last one at the end, and what was taken back. */
  let undoable: Step[] = [];
  let redoable: Step[] = [];
  const now = (branches: Branches): BranchingState => ({
    branches,
    back: undoable.length,
    on: redoable.length,
  });
  /** What a run came with can be taken back as if it had been done here, one thing after the other. */
  const begun = (branches: Branches): BranchingState => {
    const { interventions } = currentBranch(branches);
    const { current } = branches;
    undoable = interventions.map((_, i) => ({
      to: change(branches, interventions.slice(0, i)),
      from: current,
    }));
    redoable = [];
    return now(branches);
  };
  const store = createStore(() => begun(firstBranch(inner.timeline.run.interventions)));
  const show = (branches: Branches) => store.setState(now(branches));
  /** Shows what a change has made; what was can be returned to. */
  const changed = (branches: Branches) => {
    undoable.push({ to: store.getState().branches, from: branches.current });
    redoable = [];
    show(branches);
  };
  /** The timeline follows the branch that is shown, and knows as much of its future as was known. */
  const follow = (knownMs: number) =>
    inner.setInterventions(currentBranch(store.getState().branches).interventions, knownMs);
  const goToBranch = (id: number) => {
    const before = store.getState().branches;
    const branches = goTo(before, id, inner.timeline.frontierMs);
    if (branches.current === before.current) return;
    show(branches);
    follow(currentBranch(branches).knownMs);
  };
  /** Takes one step back on the way of changes, and can take it again the other way. */
  const retrace = (steps: Step[], others: Step[]) => {
    const step = steps.at(-1);
    if (step === undefined) return null;
    const { branches } = store.getState();
    const isSeen = branches.current === step.from || !branches.list.some(({ id }) => id === step.from);
    if (!isSeen) {
      goToBranch(step.from);
      return { ledTo: currentBranch(store.getState().branches) };
    }
    steps.pop();
    others.push({ to: branches, from: step.to.current });
    show(step.to);
    follow(inner.timeline.frontierMs);
    return null;
  };

  const player: Player = {
    ...inner,
    get timeline() {
      return inner.timeline;
    },
    act(action) {
      const { timeline } = inner;
      // It is done at the next whole millisecond.
      const { frontierMs, run } = timeline;
      const atMs = Math.ceil(timeline.nowMs);
      // What comes later is kept whether or not it has been seen.
      const isPast = atMs < frontierMs || run.interventions.some((later) => later.atMs > atMs);
      inner.act(action);
      const { branches } = store.getState();
      const { interventions } = timeline.run;
      changed(isPast ? begin(branches, interventions, atMs, frontierMs) : change(branches, interventions));
    },
    load(run, atMs) {
      inner.load(run, atMs);
      store.setState(begun(firstBranch(run.interventions)));
    },
  };
  const branching: Branching = {
    store,
    edit(interventions) {
      changed(change(store.getState().branches, interventions));
      follow(inner.timeline.frontierMs);
    },
    branchOff(interventions, leftMs) {
      const { frontierMs } = inner.timeline;
      changed(begin(store.getState().branches, interventions, leftMs, frontierMs));
      follow(frontierMs);
    },
    rename(id, name) {
      const named = (step: Step) => ({ ...step, to: rename(step.to, id, name) });
      undoable = undoable.map(named);
      redoable = redoable.map(named);
      show(rename(store.getState().branches, id, name));
    },
    restore: (branches) => store.setState(begun(branches)),
    undo: () => retrace(undoable, redoable),
    redo: () => retrace(redoable, undoable),
    goToBranch,
  };
  return { player, branching };
}
