/** Looks for a moment a little in each frame, and goes there. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { wallNowMs } from '../player/clock.ts';
import { LONGEST_RUN_MS } from '../player/createPlayer.ts';
import { usePlayer } from '../player/hooks.ts';
import { type Search, searchNext, searchPrevious, type Wanted } from '../player/search.ts';

/** Wall time of a frame that may go into looking. */
const BUDGET_MS = 9;

export type SearchState = 'idle' | 'looking' | 'nothing-next' | 'nothing-before';

export function useSearch() {
  const player = usePlayer();
  const [state, setState] = useState<SearchState>('idle');
  const frame = useRef(0);

  const stop = useCallback(() => {
    cancelAnimationFrame(frame.current);
    setState('idle');
  }, []);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const look = (search: Search, nothing: SearchState) => {
    cancelAnimationFrame(frame.current);
    const goOn = () => {
      const until = wallNowMs() + BUDGET_MS;
      const found = search(() => wallNowMs() < until);
      if (found === undefined) {
        setState('looking');
        frame.current = requestAnimationFrame(goOn);
        return;
      }
      if (found !== null) player.seek(found);
      setState(found === null ? nothing : 'idle');
    };
    goOn();
  };
  return {
    state,
    stop,
    next(wanted: Wanted) {
      player.pause();
      look(searchNext(player.timeline, wanted, LONGEST_RUN_MS), 'nothing-next');
    },
    previous(wanted: Wanted) {
      player.pause();
      look(searchPrevious(player.timeline, wanted), 'nothing-before');
    },
  };
}
