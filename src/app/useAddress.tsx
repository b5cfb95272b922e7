/** The address of the page follows what is on the screen. What sees to that is fetched after the first picture. */
import { useEffect, useRef, useState } from 'react';
import type { Branching } from '../player/branching.ts';
import type { Player } from '../player/createPlayer.ts';
import type { LinkProblem } from '../player/link/link.ts';
import type { Subject } from '../player/subject.ts';
import type { Moment } from './address.ts';
import type { AddressKeeper } from './keepAddress.ts';
import { pageOf } from './pages.ts';

interface Options {
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
  const latest = useRef(present);
  latest.current = present;
  const [problems, setProblems] = useState<LinkProblem[]>([]);

  useEffect(() => {
    let gone = false;
    const { revision, view } = player.store.getState();
    const opened = { revision, nowMs: view.nowMs };
    import('./keepAddress.ts').then(
      async ({ keepAddress, restoreBranches, restoreOpened }) => {
        const { search, hash } = location;
        const found = await restoreBranches(branching, hash);
        if (!gone) found.push(...(await restoreOpened(player, inspect, new URLSearchParams(search))));
        setProblems(found);
        if (!gone) keeper.current = keepAddress(player, branching, () => latest.current(), opened);
      },
      () => {}, // it cannot be fetched now: the address stays as it is
    );
    return () => {
      gone = true;
      keeper.current?.dispose();
      keeper.current = null;
    };
  }, [player, branching, inspect]);
  useEffect(() => {
    const page = pageOf(history.state);
    history.replaceState({ page }, '');
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
    turnPage() {
      keeper.current?.turnPage();
      pageNow.current = pageOf(history.state);
    },
  };
}
