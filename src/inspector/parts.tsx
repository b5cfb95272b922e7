/** What stories have in common: their heading, whom they follow, what they leave out. */
import { type ReactNode, useEffect, useRef } from 'react';
import { NONE } from '../engine/state/table.ts';
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

/** How far a story has been read that takes a while to read. */
export function Telling({ nowMs, untilMs }: { nowMs: number; untilMs: number }) {
  const { words } = useLook();
  return (
    <p className={css.help} role="status">
      {words.telling({ share: nowMs / Math.max(1, untilMs) })}
    </p>
  );
}
