/**
 * A player that keeps every way a run went. Acting in the past begins another branch, and what came after stays where it
 * was; every change of interventions can be taken back and made again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Intervention } from '../engine/intervention.ts';
import { type Branches, begin, change, currentBranch, firstBranch, goTo, rename } from './branches.ts';
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
  /** Takes the last change of interventions back, or makes it again. */
  undo(): void;
  redo(): void;
  /** Shows another branch, at the same time. */
  goToBranch(id: number): void;
  /** Calls a branch something else. No change of the run: it is not taken back, and stays with what is. */
  rename(id: number, name: string): void;
  /** Takes over branches that were kept elsewhere; the one that is shown is the one that was. */
  restore(branches: Branches): void;
}

export function keepBranches(inner: Player): { player: Player; branching: Branching } {
  /** What was before each change, the last one at the end, and what was taken back. */
  let undoable: Branches[] = [];
  let redoable: Branches[] = [];
  const now = (branches: Branches): BranchingState => ({
    branches,
    back: undoable.length,
    on: redoable.length,
  });
  /** What a run came with can be taken back as if it had been done here, one thing after the other. */
  const begun = (branches: Branches): BranchingState => {
    const { interventions } = currentBranch(branches);
    undoable = interventions.map((_, i) => change(branches, interventions.slice(0, i)));
    redoable = [];
    return now(branches);
  };
  const store = createStore(() => begun(firstBranch(inner.timeline.run.interventions)));
  const show = (branches: Branches) => store.setState(now(branches));
  /** What is now can be returned to. */
  const note = () => {
    undoable.push(store.getState().branches);
    redoable = [];
  };
  /** The timeline follows the branch that is shown, and knows as much of its future as was known. */
  const follow = (branches: Branches, knownMs: number) => {
    show(branches);
    inner.setInterventions(currentBranch(branches).interventions, knownMs);
  };
  /** Takes one step on the way of changes, which leads from `from` to `to`. */
  const retrace = (from: Branches[], to: Branches[]) => {
    const branches = from.pop();
    if (branches === undefined) return;
    to.push(store.getState().branches);
    follow(branches, inner.timeline.frontierMs);
  };

  const player: Player = {
    ...inner,
    get timeline() {
      return inner.timeline;
    },
    act(action) {
      const { timeline } = inner;
      // It is done at the next whole millisecond.
      const { frontierMs } = timeline;
      const isPast = Math.ceil(timeline.nowMs) < frontierMs;
      inner.act(action);
      const { branches } = store.getState();
      const { interventions } = timeline.run;
      note();
      show(
        isPast ? begin(branches, interventions, timeline.nowMs, frontierMs) : change(branches, interventions),
      );
    },
    load(run, atMs) {
      inner.load(run, atMs);
      store.setState(begun(firstBranch(run.interventions)));
    },
  };
  const branching: Branching = {
    store,
    edit(interventions) {
      note();
      follow(change(store.getState().branches, interventions), inner.timeline.frontierMs);
    },
    branchOff(interventions, leftMs) {
      const { frontierMs } = inner.timeline;
      note();
      follow(begin(store.getState().branches, interventions, leftMs, frontierMs), frontierMs);
    },
    rename(id, name) {
      const named = (branches: Branches) => rename(branches, id, name);
      undoable = undoable.map(named);
      redoable = redoable.map(named);
      show(named(store.getState().branches));
    },
    restore: (branches) => store.setState(begun(branches)),
    undo: () => retrace(undoable, redoable),
    redo: () => retrace(redoable, undoable),
    goToBranch(id) {
      const before = store.getState().branches;
      const branches = goTo(before, id, inner.timeline.frontierMs);
      if (branches.current !== before.current) follow(branches, currentBranch(branches).knownMs);
    },
  };
  return { player, branching };
}
