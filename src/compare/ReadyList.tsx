/** The comparisons that are ready, each with the sentence that it shows. */
import type { CompareWords } from '../i18n/compare/types.ts';
import css from './compare.module.css';
import { READY, READY_IDS, type ReadyId } from './core/ready/index.ts';

export function ReadyList({ words, onChoose }: { words: CompareWords; onChoose(id: ReadyId): void }) {
  return (
    <section className={css.list} aria-label={words.readyTitle}>
      <h2 className={css.title}>{words.title}</h2>
      <p className={css.claim}>{words.intro}</p>
      <ul className={css.cards}>
        {READY_IDS.map((id) => (
          <li key={id} className={css.card}>
            <h3>
              <button
                type="button"
                aria-label={words.start({ name: words.ready[id].name })}
                onClick={() => onChoose(id)}
              >
                {words.ready[id].name}
              </button>
              <small>{words.runsCount({ count: READY[id].variants.length + 1 })}</small>
            </h3>
            <p className={css.runNames}>{words.ready[id].runs.join(' · ')}</p>
            <p>{words.ready[id].claim}</p>
          </li>
        ))}
      </ul>
      <p className={css.claim}>{words.own}</p>
    </section>
  );
}
