/** React's access to a player. Components ask for the part they show and are redrawn when it changes. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Player, PlayerState } from './createPlayer.ts';

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
