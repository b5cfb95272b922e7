/** The ways the run went, where there is more than one: each can be shown again, and called something. */
import { useRef, useState } from 'react';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { type Branch, currentBranch } from '../player/branches.ts';
import { useBranching, useBranchingState } from '../player/hooks.ts';
import { RunNameField } from './RunNameField.tsx';
import { runName, runWithOrigin } from './runWords.ts';
import css from './time.module.css';

/** @param onCompare shows them side by side: what the one that is shown is called, and the others */
export function Runs({ onCompare }: { onCompare(own: string, others: readonly Branch[]): void }) {
  const { locale } = useWords();
  const t = timeWords[locale].runs;
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
  return (
    <fieldset ref={root} className={css.runs} title={t.help} data-runs>
      <legend className="visually-hidden">{t.label}</legend>
      {list.map((run) => {
        const { id } = run;
        if (id === renaming) return <RunNameField key={id} run={run} onDone={endRenaming} />;
        const whole = runWithOrigin(t, run, list);
        return (
          <button
            key={id}
            type="button"
            className={css.run}
            aria-pressed={id === current}
            aria-label={whole}
            aria-keyshortcuts="F2"
            title={whole}
            onClick={() => branching.goToBranch(id)}
            onDoubleClick={() => rename(id)}
            onKeyDown={(event) => event.key === 'F2' && rename(id)}
          >
            {runName(t, run)}
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
