/** The address of the page follows what is on the screen. What sees to that is fetched after the first picture. */
import { useEffect, useRef, useState } from 'react';
import type { Branching } from '../player/branching.ts';
import type { Player } from '../player/createPlayer.ts';
import type { LinkProblem } from '../player/link/link.ts';
import type { Moment } from './address.ts';
import type { AddressKeeper } from './keepAddress.ts';
import { pageOf } from './pages.ts';

interface Options {
  player: Player;
  branching: Branching;
  /** The moment on the screen. */
  present(): Moment;
  followed: number;
}

export function useAddress({ player, branching, present, followed }: Options) {
  const pageNow = useRef(0);
  const keeper = useRef<AddressKeeper | null>(null);
  const latest = useRef(present);
  latest.current = present;
  const [problem, setProblem] = useState<LinkProblem | null>(null);

  useEffect(() => {
    let gone = false;
    const { revision, view } = player.store.getState();
    const opened = { revision, nowMs: view.nowMs };
    import('./keepAddress.ts').then(
      async ({ keepAddress, restoreBranches }) => {
        const { hash } = location;
        if (!(await restoreBranches(branching, hash)))
          setProblem({ code: 'bad-value', name: '#', value: hash.slice(0, 60), expected: '#1.…' });
        if (!gone) keeper.current = keepAddress(player, branching, () => latest.current(), opened);
      },
      () => {}, // it cannot be fetched now: the address stays as it is
    );
    return () => {
      gone = true;
      keeper.current?.dispose();
      keeper.current = null;
    };
  }, [player, branching]);
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
    problem,
    turnPage() {
      keeper.current?.turnPage();
      pageNow.current = pageOf(history.state);
    },
  };
}
