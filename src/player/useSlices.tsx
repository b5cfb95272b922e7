/** Lets long work go on in slices, so that the page stays quick, and draws the component anew as it grows. */
import { useEffect, useReducer, useState } from 'react';
import { untilWall } from './clock.ts';

/** Wall time of a slice, and of the pause in which the page does other things. */
const SLICE_MS = 8;
const PAUSE_MS = 4;
/** Wall time after which somebody who waits wants to know how far it is. */
const MOMENT_MS = 300;

interface Work {
  /** Goes on while it may. Returns whether it is done. */
  go(keepOn: () => boolean): boolean;
}

export interface Slices<W> {
  /** Is this work done? */
  done: boolean;
  /** The last work that was done, which may be of another moment while the next goes on. */
  finished: W | null;
  /** It takes longer than a moment. */
  slow: boolean;
  /** Somebody stopped it, and it can go on. */
  stopped: boolean;
  stop(): void;
  goOn(): void;
}

/** Work that is replaced by other work is dropped. */
export function useSlices<W extends Work>(work: W | null): Slices<W> {
  const [finished, setFinished] = useState<W | null>(null);
  const [slow, setSlow] = useState<W | null>(null);
  const [stopped, setStopped] = useState<W | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const isStopped = work !== null && stopped === work;
  useEffect(() => {
    if (work === null || isStopped) return;
    let timer = 0;
    const isSoon = untilWall(MOMENT_MS);
    const slice = () => {
      if (work.go(untilWall(SLICE_MS))) {
        setFinished(work);
        return;
      }
      if (!isSoon()) setSlow(work);
      redraw();
      timer = window.setTimeout(slice, PAUSE_MS);
    };
    timer = window.setTimeout(slice, 0);
    return () => window.clearTimeout(timer);
  }, [work, isStopped]);
  const done = finished !== null && finished === work;
  return {
    done,
    finished,
    slow: !done && slow !== null && slow === work,
    stopped: !done && isStopped,
    stop: () => setStopped(work),
    goOn: () => setStopped(null),
  };
}
