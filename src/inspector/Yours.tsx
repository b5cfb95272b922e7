/** Beside something that the visitor did: taking it back, and the way to where it can be moved. */
import { flushSync } from 'react-dom';
import { idOfChange, idOfMark } from '../player/changeIds.ts';
import { useBranching, usePlayer, usePlayerState } from '../player/hooks.ts';
import { holds } from '../player/timeWindow.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';

/** Who is behind each of several things, told once: at the first of them. */
export function deedsOf(things: readonly object[]): number[] {
  const told = new Set([-1]);
  return things.map((thing) => {
    const by = 'by' in thing ? Number(thing.by) : 'index' in thing ? Number(thing.index) : -1;
    const isNew = !told.has(by);
    told.add(by);
    return isNew ? by : -1;
  });
}

/** @param by the place of what was done in the run, or less than 0 when it was nobody */
export function Yours({ by }: { by: number }) {
  const { words, mayChange, say } = useLook();
  const player = usePlayer();
  const branching = useBranching();
  const interventions = usePlayerState((s) => s.run.interventions);
  const done = interventions[by];
  if (!mayChange || done === undefined) return null;
  const takeBack = () => {
    branching.branchOff(
      interventions.filter((_, i) => i !== by),
      done.atMs,
    );
    say(words.yours.takenBack);
  };
  const showMark = () => {
    const { window } = player.store.getState();
    // What is looked at may be another part of the run.
    if (window !== null && !holds(window, done.atMs))
      flushSync(() => player.store.setState({ window: null }));
    const mark = document.getElementById(idOfMark(by));
    // A low timeline has no marks to take hold of; the list below it has all.
    const line = document.getElementById(idOfChange(by))?.closest('li')?.querySelector('button');
    const target = mark?.offsetParent ? mark : line;
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus({ preventScroll: true });
  };
  return (
    <div className={css.yours}>
      <button type="button" className={css.link} onClick={takeBack}>
        {words.yours.takeBack}
      </button>
      <button type="button" className={css.link} onClick={showMark}>
        {words.yours.show}
      </button>
    </div>
  );
}
