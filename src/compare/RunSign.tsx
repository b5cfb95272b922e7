/** The number of a run with the pattern of its lines, which tells runs apart without colour. */
import type { CompareWords } from '../i18n/compare/types.ts';
import css from './compare.module.css';
import { type RunTitle, told } from './runNames.ts';

/** Dashes of the line of each run. */
export const DASHES = ['none', '7 4', '2 3', '9 3 2 3'] as const;

/** @param place which of the compared runs it is, from 0 */
export function RunSign({ words, title, place }: { words: CompareWords; title: RunTitle; place: number }) {
  return (
    <span className={css.sign} title={words.sign(told(title))} aria-hidden="true">
      {title.number}
      <svg width="22" height="4" viewBox="0 0 22 4" aria-hidden="true">
        <line x2="22" y1="2" y2="2" strokeDasharray={DASHES[place]} />
      </svg>
    </span>
  );
}
