/** A sample of a line or an area, and what makes areas differ without colour. */
import type { TimeChart } from './chart.ts';
import css from './panel.module.css';

export function Swatch({ chart, line, id }: { chart: TimeChart; line: string; id: string }) {
  if (chart.shape !== 'stack') {
    return (
      <svg className={css.swatch} width="22" height="10" aria-hidden="true">
        <g className={css.line} data-line={line}>
          <path d="M0 5H22" />
        </g>
      </svg>
    );
  }
  return (
    <svg className={css.swatch} width="14" height="12" aria-hidden="true">
      <g className={css.layer} data-line={line}>
        <path d="M0 0H14V12H0Z" />
        <path d="M0 0H14V12H0Z" fill={`url(#${id}-${line})`} />
      </g>
    </svg>
  );
}

/** Which areas are hatched, and which way. */
const HATCHED: Readonly<Record<string, number>> = { refused: 45, failed: -45, store: 45, balancers: -45 };

/** To be put into the picture of each chart: the hatchings that its areas name. */
export function Dashes({ id }: { id: string }) {
  return (
    <defs>
      {Object.entries(HATCHED).map(([line, degrees]) => (
        <pattern
          key={line}
          id={`${id}-${line}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${degrees})`}
        >
          <path className={css.hatch} d="M0 0V5" />
        </pattern>
      ))}
    </defs>
  );
}
