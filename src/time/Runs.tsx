/** The ways the run went, where there is more than one: each can be shown again. */
import type { Intervention } from '../engine/intervention.ts';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { shortAction } from '../player/describe.ts';
import { useBranching, useBranchingState } from '../player/hooks.ts';
import { ownActions } from './ownActions.ts';
import css from './time.module.css';

/** @param onCompare shows them side by side: the one that is shown, and what was done in the others */
export function Runs({ onCompare }: { onCompare(others: readonly (readonly Intervention[])[]): void }) {
  const words = useWords();
  const t = timeWords[words.locale].runs;
  const branching = useBranching();
  const { list, current } = useBranchingState((s) => s.branches);
  if (list.length < 2) return null;
  const own = ownActions(list.map((b) => b.interventions));
  /** In a few words, what this run has that not all have. */
  const tell = ([first, ...others]: readonly Intervention[]) =>
    first === undefined
      ? t.nothing
      : `${t.own({ what: shortAction(words, first), at: first.atMs })}${others.length > 0 ? ` ${t.others({ count: others.length })}` : ''}`;
  return (
    <fieldset className={css.runs} title={t.help} data-runs>
      <legend className="visually-hidden">{t.label}</legend>
      {list.map(({ id, left }, i) => {
        const name = t.name({ number: id });
        const differs = tell(own[i]);
        const whole = `${name} ${differs}`;
        return (
          <button
            key={id}
            type="button"
            className={css.run}
            aria-pressed={id === current}
            aria-label={left === null ? whole : `${whole}, ${t.left({ from: left.id, at: left.atMs })}`}
            title={left === null ? undefined : t.left({ from: left.id, at: left.atMs })}
            onClick={() => branching.goToBranch(id)}
          >
            {name} <small>{differs}</small>
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
