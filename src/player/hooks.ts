/** React's access to a player. Components ask for the part they show and are redrawn when it changes. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Branching, BranchingState } from './branching.ts';
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

/** Whether a part of the page is open that a link tells of (see `link/openParts.ts`), and what opens or closes it. */
export function useOpen(part: string): [boolean, (open: boolean) => void] {
  const { store } = usePlayer();
  const isOpen = usePlayerState((s) => s.open.includes(part));
  return [
    isOpen,
    (open) => {
      if (open === isOpen) return;
      const others = store.getState().open.filter((other) => other !== part);
      store.setState({ open: open ? [...others, part] : others });
    },
  ];
}

const BranchingContext = createContext<Branching | null>(null);
export const BranchingProvider = BranchingContext.Provider;

/** Only on the full page: a frame keeps one run. */
export function useBranching(): Branching {
  const branching = useContext(BranchingContext);
  if (branching === null) throw new Error('useBranching needs a BranchingProvider above it');
  return branching;
}

export function useBranchingState<T>(select: (state: BranchingState) => T): T {
  return useStore(useBranching().store, select);
}

const InspectContext = createContext<((subject: Subject) => void) | null>(null);
export const InspectProvider = InspectContext.Provider;

/** Shows the story of something; null where there is no room for stories. */
export const useInspect = () => useContext(InspectContext);
