/** The address of the page follows what is on the screen. What sees to that is fetched after the first picture. */
import { useEffect, useRef, useState } from 'react';
import type { Branching } from '../player/branching.ts';
import type { Player } from '../player/createPlayer.ts';
import type { LinkProblem } from '../player/link/link.ts';
import type { Subject } from '../player/subject.ts';
import type { Moment } from './address.ts';
import type { AddressKeeper } from './keepAddress.ts';
import { exploredBefore, pageOf } from './pages.ts';

interface Options {
  /** The one on the screen; Explore and the story have each their own. */
  player: Player;
  branching: Branching;
  /** The moment on the screen. */
  present(): Moment;
  /** Looks at something closely. */
  inspect(subject: Subject): void;
  followed: number;
}

export function useAddress({ player, branching, present, inspect, followed }: Options) {
  const pageNow = useRef(0);
  const keeper = useRef<AddressKeeper | null>(null);
  const latest = useRef({ player, present, inspect });
  latest.current = { player, present, inspect };
  const [problems, setProblems] = useState<LinkProblem[]>([]);

  useEffect(() => {
    let gone = false;
    const { revision, view } = latest.current.player.store.getState();
    const opened = { revision, nowMs: view.nowMs };
    import('./keepAddress.ts').then(
      async ({ keepAddress, restoreBranches, restoreOpened, strangersIn }) => {
        const { search, hash } = location;
        const found = await restoreBranches(branching, hash);
        const { player, inspect } = latest.current;
        found.push(...strangersIn(player.store.getState().run));
        const query = new URLSearchParams(search);
        // A comparison sees to its own.
        if (!gone && !query.has('compare')) found.push(...(await restoreOpened(player, inspect, query)));
        setProblems(found);
        if (!gone)
          keeper.current = keepAddress(
            latest.current.player,
            branching,
            () => latest.current.present(),
            opened,
          );
      },
      () => {}, // it cannot be fetched now: the address stays as it is
    );
    return () => {
      gone = true;
      keeper.current?.dispose();
      keeper.current = null;
    };
  }, [branching]);
  useEffect(() => keeper.current?.follow(player), [player]);
  useEffect(() => {
    const page = pageOf(history.state);
    history.replaceState({ ...history.state, page }, '');
    // Another page of this visit is opened as any address is. An entry without a state is a place on this page.
    const onPopState = ({ state }: PopStateEvent) => {
      if (state !== null && pageOf(state) !== pageNow.current) location.reload();
    };
    pageNow.current = page;
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
  const before = useRef(followed);
  useEffect(() => {
    if (followed !== before.current) keeper.current?.changed();
    before.current = followed;
  }, [followed]);
  return {
    problems,
    changed: () => keeper.current?.changed(),
    /** Opens what was explored before this page of the visit. Says whether there was something. */
    goToExplored(): boolean {
      const address = exploredBefore(history.state);
      if (address) location.assign(address);
      return !!address;
    },
    turnPage() {
      keeper.current?.turnPage();
      pageNow.current = pageOf(history.state);
    },
  };
}
