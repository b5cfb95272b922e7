/** The ways the run went, where there is more than one: each can be shown again, and called something. */
import { useRef, useState } from 'react';
import type { Intervention } from '../engine/intervention.ts';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { type Branch, currentBranch } from '../player/branches.ts';
import { describeAction } from '../player/describeAction.ts';
import { useBranching, useBranchingState, usePlayerState } from '../player/hooks.ts';
import { shortAction } from '../player/shortAction.ts';
import { NewRun } from './NewRun.tsx';
import { ownActions } from './ownActions.ts';
import { RunNameField } from './RunNameField.tsx';
import { runName } from './runWords.ts';
import css from './time.module.css';

/** @param onCompare shows them side by side: what the one that is shown is called, and the others */
export function Runs({ onCompare }: { onCompare(own: string, others: readonly Branch[]): void }) {
  return (
    <>
      <Chips onCompare={onCompare} />
      <NewRun onCompare={onCompare} />
    </>
  );
}

function Chips({ onCompare }: Parameters<typeof Runs>[0]) {
  const words = useWords();
  const all = timeWords[words.locale];
  const t = all.runs;
  const stores = usePlayerState((s) => s.view.store.nodes.length);
  const branching = useBranching();
  const branches = useBranchingState((s) => s.branches);
  const [renaming, setRenaming] = useState<number | null>(null);
  const root = useRef<HTMLFieldSetElement>(null);
  const { list, current } = branches;
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
  const withMore = (text: string, more: number) => (more > 0 ? `${text} ${t.others({ count: more })}` : text);
  /** In a few words, what this run has that not all have, or, of two, what only the other one has. */
  const tell = (i: number) => {
    const [first, ...more] = own[i];
    if (first) return withMore(t.own({ what: shortAction(words, first), at: first.atMs }), more.length);
    const [missing, ...others] = own.length === 2 ? own[1 - i] : [];
    return missing ? withMore(t.lacks({ what: shortAction(words, missing) }), others.length) : t.nothing;
  };
  /** The same in full. */
  const tellAll = (done: readonly Intervention[]) =>
    done.map((x) => t.own({ what: describeAction({ ...words, stores }, all, x), at: x.atMs })).join(', ');
  return (
    <fieldset ref={root} className={css.runs} title={t.help} data-runs>
      <legend className="visually-hidden">{t.label}</legend>
      {list.map((run, i) => {
        const { id, left } = run;
        if (id === renaming) return <RunNameField key={id} run={run} onDone={endRenaming} />;
        const differs = tell(i);
        const whole = `${runName(t, run)} ${tellAll(own[i]) || differs}`;
        const from = list.find((b) => b.id === left?.id) ?? { id: left?.id ?? 0, name: '' };
        const origin = left && t.left({ from: runName(t, from), at: left.atMs });
        return (
          <button
            key={id}
            type="button"
            className={css.run}
            aria-pressed={id === current}
            aria-label={origin === null ? whole : `${whole}, ${origin}`}
            aria-keyshortcuts="F2"
            title={[run.name, tellAll(own[i]), origin].filter(Boolean).join('\n') || undefined}
            onClick={() => branching.goToBranch(id)}
            onDoubleClick={() => rename(id)}
            onKeyDown={(event) => event.key === 'F2' && rename(id)}
          >
            <span>{runName(t, run)}</span> <small>· {differs}</small>
          </button>
        );
      })}
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
      <button
        type="button"
        className={css.run}
        onClick={() =>
          onCompare(
            shown.name,
            list.filter((b) => b !== shown),
          )
        }
      >
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
