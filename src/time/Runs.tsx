/** The ways the run went, where there is more than one: each can be shown again. */
import type { Intervention } from '../engine/intervention.ts';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { useBranching, useBranchingState } from '../player/hooks.ts';
import css from './time.module.css';

/** @param onCompare shows them side by side: the one that is shown, and what was done in the others */
export function Runs({ onCompare }: { onCompare(others: readonly (readonly Intervention[])[]): void }) {
  const { locale } = useWords();
  const t = timeWords[locale].runs;
  const branching = useBranching();
  const { list, current } = useBranchingState((s) => s.branches);
  if (list.length < 2) return null;
  return (
    <fieldset className={css.runs} title={t.help} data-runs>
      <legend className="visually-hidden">{t.label}</legend>
      {list.map(({ id, left }) => {
        const name = t.name({ number: id });
        const whole = left === null ? name : t.left({ number: id, from: left.id, at: left.atMs });
        return (
          <button
            key={id}
            type="button"
            className={css.run}
            aria-pressed={id === current}
            aria-label={whole}
            title={whole}
            onClick={() => branching.goToBranch(id)}
          >
            {name}
          </button>
        );
      })}
      <button
        type="button"
        className={css.run}
        onClick={() => onCompare(list.filter((b) => b.id !== current).map((b) => b.interventions))}
      >
        {t.compare}
      </button>
    </fieldset>
  );
}
