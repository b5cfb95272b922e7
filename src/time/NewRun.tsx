/** Says for a while that another run has begun, by acting in the past or by taking something out, and leads back or on. */
import { useEffect, useRef, useState } from 'react';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { type Branch, type Branches, currentBranch } from '../player/branches.ts';
import { describeAction } from '../player/describeAction.ts';
import { useBranching, usePlayer, usePlayerState } from '../player/hooks.ts';
import { runName } from './runWords.ts';
import css from './time.module.css';

/** Wall time for which it stands, unless somebody is about to use it. */
const STANDS_MS = 10_000;

interface Props {
  /** Shows the run that was left beside the one that began. */
  onCompare(branches: Branches): void;
}

export function NewRun({ onCompare }: Props) {
  const words = useWords();
  const t = timeWords[words.locale];
  const player = usePlayer();
  const branching = useBranching();
  const stores = usePlayerState((s) => s.view.store.nodes.length);
  const [left, setLeft] = useState<Branches | null>(null);
  const [held, setHeld] = useState(false);
  const root = useRef<HTMLParagraphElement>(null);
  const tell = (before: Branches): string => {
    const was = currentBranch(before);
    const is = currentBranch(branching.store.getState().branches);
    const names = { name: runName(t.runs, is), before: runName(t.runs, was) };
    const missing = was.interventions.find((done) => !is.interventions.includes(done));
    return missing && isPartOf(is, was)
      ? t.runs.without({ ...names, what: describeAction({ ...words, stores }, t, missing) })
      : t.runs.begun(names);
  };
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(
    () =>
      branching.store.subscribe(({ branches, back }, before) => {
        if (branches === before.branches) return;
        // Those that came with an address are nothing that the visitor did.
        const { left, interventions } = currentBranch(branches);
        // Made again, it may begin elsewhere than where one is.
        const isHere =
          left?.atMs === player.timeline.nowMs ||
          interventions.length < currentBranch(before.branches).interventions.length;
        const isNew = branches.next > before.branches.next && back > before.back && isHere;
        setLeft(isNew ? before.branches : null);
        if (isNew) player.store.setState({ said: latest.current(before.branches) });
      }),
    [branching, player],
  );
  useEffect(() => {
    if (left === null || held) return;
    const timer = window.setTimeout(() => setLeft(null), STANDS_MS);
    return () => clearTimeout(timer);
  }, [left, held]);
  if (left === null) return null;
  const run = currentBranch(left);
  const compareBoth = () => {
    const { branches } = branching.store.getState();
    const { current, list } = branches;
    onCompare({ ...branches, list: list.filter(({ id }) => id === current || id === run.id) });
  };
  const undo = () => {
    const slider = root.current?.closest('section')?.querySelector<HTMLElement>('[role="slider"]');
    branching.undo();
    player.store.setState({ said: t.undone });
    slider?.focus();
  };
  return (
    <p
      ref={root}
      className={css.newRun}
      data-news
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {/* It has been said to those who listen. */}
      <span aria-hidden="true">{tell(left)}</span>
      <button type="button" className={css.run} onClick={undo}>
        {t.runs.takeBack}
      </button>
      <button type="button" className={css.run} onClick={compareBoth}>
        {t.runs.both}
      </button>
    </p>
  );
}

/** Has it nothing that the other one has not? */
const isPartOf = (run: Branch, other: Branch): boolean =>
  run.interventions.every((done) => other.interventions.includes(done));
