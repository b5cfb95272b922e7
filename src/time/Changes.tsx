/** Everything the visitor did in this run, in order: each can be gone to, moved in time, done another way, and taken out. */
import { useEffect, useId, useRef, useState } from 'react';
import { type ConflictId, conflictWith } from '../engine/conflicts.ts';
import type { Intervention } from '../engine/intervention.ts';
import { scenarioAfter } from '../engine/settings.ts';
import { type TimeWords, timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { idOfChange } from '../player/changeIds.ts';
import { LONGEST_RUN_MS } from '../player/createPlayer.ts';
import { describeAction } from '../player/describeAction.ts';
import { useBranching, useBranchingState, usePlayer, usePlayerState } from '../player/hooks.ts';
import { useLoaded } from '../player/useLoaded.tsx';
import { actionParts, type Cast, castAt } from './actionParts.ts';
import { changeIntervention, keyOf, moveIntervention, removeIntervention } from './edits.ts';
import css from './time.module.css';

export function Changes() {
  const words = useWords();
  const t = timeWords[words.locale];
  const player = usePlayer();
  const branching = useBranching();
  const { scenario, interventions } = usePlayerState((s) => s.run);
  const stores = usePlayerState((s) => s.view.store.nodes.length);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const title = useRef<HTMLHeadingElement>(null);
  // As long as there are other runs, whoever took out the last thing is told so where it was.
  const isAlone = useBranchingState((s) => s.branches.list.length < 2);
  if (interventions.length === 0 && isAlone) return null;
  return (
    <section className={css.changes} aria-label={t.changes.title}>
      <h2 ref={title} tabIndex={-1}>
        {t.changes.title}
      </h2>
      <p className={css.help}>{interventions.length === 0 ? t.changes.none : t.changes.help}</p>
      <ol>
        {interventions.map((intervention, i) => (
          <Change
            key={keyOf(intervention)}
            t={t}
            id={idOfChange(i)}
            what={describeAction({ ...words, stores }, t, intervention)}
            clock={words.f.clock(intervention.atMs)}
            intervention={intervention}
            isPast={intervention.atMs <= nowMs}
            isInVain={player.timeline.inVain[i] === true}
            cast={castAt(scenario, interventions, i, stores)}
            onGo={() => player.seek(intervention.atMs)}
            onMove={(atMs) => branching.edit(moveIntervention(interventions, i, atMs))}
            conflict={(next) =>
              next.do === 'set'
                ? conflictWith(scenarioAfter(scenario, interventions, i), next.setting, next.value)
                : null
            }
            onChange={(changed) => branching.edit(changeIntervention(interventions, i, changed))}
            onRemove={() => {
              branching.branchOff(removeIntervention(interventions, i), interventions[i].atMs);
              title.current?.focus();
            }}
          />
        ))}
      </ol>
    </section>
  );
}

interface Props {
  t: TimeWords;
  id: string;
  what: string;
  clock: string;
  intervention: Intervention;
  isPast: boolean;
  /** Did it change nothing when its time came? */
  isInVain: boolean;
  cast: Cast;
  /** What another thing in its place would contradict, if anything. */
  conflict(other: Intervention): ConflictId | null;
  onChange(intervention: Intervention): void;
  onGo(): void;
  onMove(atMs: number): void;
  onRemove(): void;
}

const loadEditor = async () => (await import('./ActionEditor.tsx')).ActionEditor;

function Change({ t, id, what, clock, intervention, isPast, isInVain, cast, ...on }: Props) {
  const { atMs } = intervention;
  const [isOpen, setOpen] = useState(false);
  const ActionEditor = useLoaded(loadEditor, isOpen);
  const canBeOtherwise = actionParts(intervention, cast).length > 0;
  const [text, setText] = useState(String(atMs / 1000));
  const [wrong, setWrong] = useState(false);
  const hint = useId();
  const field = useRef<HTMLInputElement>(null);
  const isWatched = useRef(false);
  useEffect(() => {
    setText(String(atMs / 1000));
    // Its line may have another place now.
    if (isWatched.current) field.current?.focus();
    isWatched.current = false;
  }, [atMs]);
  /** Returns whether it is at another time now. */
  const settle = (): boolean => {
    const seconds = Number(text.replace(',', '.'));
    const isTime = text.trim() !== '' && seconds >= 0 && seconds * 1000 <= LONGEST_RUN_MS;
    setWrong(!isTime);
    const movedMs = Math.round(seconds * 1000);
    if (!isTime || movedMs === atMs) return false;
    on.onMove(movedMs);
    return true;
  };
  return (
    <li data-past={isPast}>
      <button
        type="button"
        className={css.goThere}
        aria-label={t.changes.goThere({ what, at: atMs })}
        onClick={on.onGo}
      >
        {clock}
      </button>
      <span>
        {what} {isInVain && <em>{t.changes.inVain}</em>}
      </span>
      <label>
        <input
          ref={field}
          id={id}
          aria-label={t.changes.at({ what })}
          aria-invalid={wrong}
          aria-describedby={wrong ? hint : undefined}
          inputMode="decimal"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') isWatched.current = settle();
          }}
        />
        <span aria-hidden="true">{t.changes.seconds}</span>
      </label>
      {canBeOtherwise && (
        <button
          type="button"
          className={css.remove}
          aria-label={t.changes.edit({ what })}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t.changes.editShort}
        </button>
      )}
      <button
        type="button"
        className={css.remove}
        aria-label={t.changes.remove({ what })}
        onClick={on.onRemove}
      >
        {t.changes.removeShort}
      </button>
      {isOpen && ActionEditor && (
        <ActionEditor action={intervention} cast={cast} conflict={on.conflict} onChange={on.onChange} />
      )}
      {wrong && (
        <small id={hint} role="alert">
          {t.changes.badTime({ mostS: LONGEST_RUN_MS / 1000 })}
        </small>
      )}
    </li>
  );
}
