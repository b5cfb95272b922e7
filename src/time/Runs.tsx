/** The ways the run went, where there is more than one: each can be shown again, and called something. */
import { useEffect, useRef, useState } from 'react';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { type Branches, currentBranch } from '../player/branches.ts';
import { useBranching, useBranchingState, usePlayerState } from '../player/hooks.ts';
import { partMs } from '../timeline/parting.ts';
import { NewRun } from './NewRun.tsx';
import { ownActions } from './ownActions.ts';
import { RunNameField } from './RunNameField.tsx';
import { runName, tellOwn, tellOwnInFull } from './runWords.ts';
import css from './time.module.css';
import { WayBack } from './WayBack.tsx';

/** Where the row of runs fades out, as the style says. */
const FADE_PX = 14;

/** @param onCompare shows them side by side */
export function Runs({ onCompare }: { onCompare(branches: Branches): void }) {
  return (
    <>
      <Chips onCompare={onCompare} />
      <NewRun onCompare={onCompare} />
      <WayBack />
    </>
  );
}

function Chips({ onCompare }: Parameters<typeof Runs>[0]) {
  const words = useWords();
  const t = timeWords[words.locale].runs;
  const stores = usePlayerState((s) => s.view.store.nodes.length);
  const branching = useBranching();
  const branches = useBranchingState((s) => s.branches);
  const [renaming, setRenaming] = useState<number | null>(null);
  const root = useRef<HTMLFieldSetElement>(null);
  const chips = useRef<HTMLDivElement>(null);
  const { list, current } = branches;
  // The run on the screen is in sight among many.
  useEffect(() => {
    const room = chips.current;
    const chip = room?.children[list.findIndex(({ id }) => id === current)];
    if (!room || !chip) return;
    const [inside, edge] = [chip.getBoundingClientRect(), room.getBoundingClientRect()];
    if (inside.left < edge.left) room.scrollLeft += inside.left - edge.left;
    else if (inside.right > edge.right) room.scrollLeft += inside.right - edge.right + FADE_PX;
  }, [list, current]);
  if (list.length < 2) return null;
  const shown = currentBranch(branches);
  const endRenaming = (byKey: boolean) => {
    setRenaming(null);
    // The button takes the place of the field.
    if (byKey)
      window.setTimeout(() => root.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus());
  };
  const rename = (id: number) => {
    branching.goToBranch(id);
    setRenaming(id);
  };
  const own = ownActions(list.map((b) => b.interventions));
  return (
    <fieldset ref={root} className={css.runs} title={t.help} data-runs>
      <legend className="visually-hidden">{t.label}</legend>
      <div ref={chips} className={css.chips}>
        {list.map((run, i) => {
          const { id, left } = run;
          if (id === renaming) return <RunNameField key={id} run={run} onDone={endRenaming} />;
          const differs = tellOwn(words, own, i);
          const inFull = tellOwnInFull({ ...words, stores }, own[i]);
          const whole = `${runName(t, run)} ${inFull || differs}`;
          const from = list.find((b) => b.id === left?.id);
          // What was done in them may have got other times since.
          const partedMs = partMs(run.interventions, from?.interventions ?? run.interventions);
          const at = Number.isFinite(partedMs) ? partedMs : (left?.atMs ?? 0);
          const origin = left && t.left({ from: runName(t, from ?? { id: left.id, name: '' }), at });
          return (
            <button
              key={id}
              type="button"
              className={css.run}
              aria-pressed={id === current}
              aria-label={origin === null ? whole : `${whole}, ${origin}`}
              aria-keyshortcuts="F2"
              title={[run.name, inFull, origin].filter(Boolean).join('\n') || undefined}
              onClick={() => branching.goToBranch(id)}
              onDoubleClick={() => rename(id)}
              onKeyDown={(event) => event.key === 'F2' && rename(id)}
            >
              <span>{runName(t, run)}</span> <small>· {differs}</small>
            </button>
          );
        })}
      </div>
      {renaming === null && (
        <button
          type="button"
          className={css.run}
          aria-label={t.rename({ name: runName(t, shown) })}
          title={t.rename({ name: runName(t, shown) })}
          onClick={() => rename(current)}
        >
          <Pencil />
        </button>
      )}
      <button type="button" className={css.run} onClick={() => onCompare(branches)}>
        {t.compare}
      </button>
    </fieldset>
  );
}

function Pencil() {
  return (
    <svg width="13" height="13" viewBox="0 0 24 24" aria-hidden="true" className={css.pencil}>
      <path
        d="M4 20l1-5L16 4l4 4L9 19z M13 7l4 4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
    </svg>
  );
}
