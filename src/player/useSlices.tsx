/** Lets long work go on in slices, so that the page stays quick, and draws the component anew as it grows. */
import { useEffect, useReducer, useState } from 'react';
import { untilWall } from './clock.ts';

/** Wall time of a slice, and of the pause in which the page does other things. */
const SLICE_MS = 8;
const PAUSE_MS = 4;

interface Work {
  /** Goes on while it may. Returns whether it is done. */
  go(keepOn: () => boolean): boolean;
}

/**
 * Returns the last work that was done, which may be of another moment while the next goes on, and whether it is this.
 * Work that is replaced by other work is dropped.
 */
export function useSlices<W extends Work>(work: W | null): { done: boolean; finished: W | null } {
  const [finished, setFinished] = useState<W | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (work === null) return;
    let timer = 0;
    const slice = () => {
      if (work.go(untilWall(SLICE_MS))) setFinished(work);
      else {
        redraw();
        timer = window.setTimeout(slice, PAUSE_MS);
      }
    };
    timer = window.setTimeout(slice, 0);
    return () => window.clearTimeout(timer);
  }, [work]);
  return { done: finished !== null && finished === work, finished };
}
