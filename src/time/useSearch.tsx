/** Looks for a moment a little at a time, and goes there. */
import { useEffect, useState } from 'react';
import { LONGEST_RUN_MS } from '../player/createPlayer.ts';
import { usePlayer } from '../player/hooks.ts';
import { type Search, searchNext, searchPrevious, type Wanted } from '../player/search.ts';
import { useSlices } from '../player/useSlices.tsx';

type SearchState = 'idle' | 'looking' | 'nothing-next' | 'nothing-before';

export function useSearch() {
  const player = usePlayer();
  const [search, setSearch] = useState<Search | null>(null);
  const { done } = useSlices(search);
  const foundMs = done ? search?.foundMs : undefined;
  useEffect(() => {
    if (foundMs === undefined || foundMs === null) return;
    player.seek(foundMs);
    setSearch(null);
  }, [player, foundMs]);

  return {
    state: stateOf(search, done),
    stop: () => setSearch(null),
    next(wanted: Wanted) {
      player.pause();
      setSearch(searchNext(player.timeline, wanted, LONGEST_RUN_MS));
    },
    previous(wanted: Wanted) {
      player.pause();
      setSearch(searchPrevious(player.timeline, wanted));
    },
  };
}

function stateOf(search: Search | null, done: boolean): SearchState {
  if (search === null) return 'idle';
  // What was found is gone to at once.
  if (!done || search.foundMs !== null) return 'looking';
  return search.ahead ? 'nothing-next' : 'nothing-before';
}
