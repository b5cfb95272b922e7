/** React's access to a player. Components ask for the part they show and are redrawn when it changes. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Player, PlayerState } from './createPlayer.ts';
import type { Subject } from './subject.ts';

const PlayerContext = createContext<Player | null>(null);
export const PlayerProvider = PlayerContext.Provider;

export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (player === null) throw new Error('usePlayer needs a PlayerProvider above it');
  return player;
}

export function usePlayerState<T>(select: (state: PlayerState) => T): T {
  return useStore(usePlayer().store, select);
}

const InspectContext = createContext<((subject: Subject) => void) | null>(null);
export const InspectProvider = InspectContext.Provider;

/** Shows the story of something; null where there is no room for stories. */
export const useInspect = () => useContext(InspectContext);
