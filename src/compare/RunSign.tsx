/** The number of a run with the pattern of its lines, which tells runs apart without colour. */
import css from './compare.module.css';

/** Dashes of the line of each run. */
export const DASHES = ['none', '7 4', '2 3', '9 3 2 3'] as const;

export function RunSign({ number }: { number: number }) {
  return (
    <span className={css.sign} aria-hidden="true">
      {number}
      <svg width="22" height="4" viewBox="0 0 22 4" aria-hidden="true">
        <line x2="22" y1="2" y2="2" strokeDasharray={DASHES[number - 1]} />
      </svg>
    </span>
  );
}
