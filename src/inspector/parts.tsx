/** What stories have in common: their heading, whom they follow, what they leave out. */
import { type ReactNode, useEffect, useRef } from 'react';
import { NONE } from '../engine/state/table.ts';
import type { Slices } from '../player/useSlices.tsx';
import css from './inspector.module.css';
import { useLook } from './look.tsx';

/** The heading of a story. It takes the focus when the story is opened, and brings the story into sight. */
export function Title({ children, kind }: { children: ReactNode; kind?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} className={css.title} data-kind={kind}>
      {children}
    </h2>
  );
}

/** Lets a person stand out on the stage for as long as a story of theirs is shown. */
export function useFollowing(user: number): void {
  const { follow } = useLook();
  useEffect(() => {
    if (user !== NONE) follow(user);
  }, [user, follow]);
}

export function Earlier({ count }: { count: number }) {
  const { words } = useLook();
  return count > 0 ? <p className={css.help}>{words.earlier({ count })}</p> : null;
}

interface TellingProps {
  slices: Slices<unknown>;
  /** What takes a while, in words. */
  what: string;
  /** How much of it is done, from 0 to 1, where that is known. */
  share?: number;
}

/** How far something has come that takes longer than a moment, and a way to stop it and let it go on. */
export function Telling({ slices, what, share }: TellingProps) {
  const { words, language } = useLook();
  const { slow, stopped, stop, goOn } = slices;
  if (!slow && !stopped) return null;
  const known = share === undefined ? '' : ` ${language.f.percent(share, 0)}`;
  return (
    <div className={css.telling}>
      {/* Said once; how far it is can be read beside it. */}
      <span role="status">{stopped ? words.stopped : what}</span>
      <span aria-hidden="true">{known}</span>
      <progress aria-label={what} value={share} />
      <button type="button" className={`button ${css.button}`} onClick={stopped ? goOn : stop}>
        {stopped ? words.goOn : words.stop}
      </button>
    </div>
  );
}
