/**
 * The way of the request that is looked at: in the colour of its answer from who asked to where it ended, and in broken
 * lines to where the record is that it needed.
 */
import { useWords } from '../i18n/Words.tsx';
import { headline, kindOfNotice, shortReason } from '../player/describe.ts';
import { usePlayerState } from '../player/hooks.ts';
import { pathOf } from './curves.ts';
import type { StageLayout } from './layout.ts';
import css from './stage.module.css';
import { traceLanes } from './traceLanes.ts';

export function Trace({ layout }: { layout: StageLayout }) {
  const words = useWords();
  const asked = usePlayerState((s) => s.traced);
  if (asked === null) return null;
  const { went, isThere } = traceLanes(layout, asked);
  const own = `var(--ink-${Math.min(went[0] ?? 8, 8)})`;
  const kind = kindOfNotice(asked);
  const path = (lane: number) => pathOf(layout.curves[lane]);
  return (
    <>
      <svg className={css.trace} width={layout.widthPx} height={layout.heightPx} aria-hidden="true">
        {isThere.map((lane) => (
          <path key={lane} d={path(lane)} stroke={own} data-there />
        ))}
        {went.map((lane) => (
          <path key={lane} d={path(lane)} stroke={asked.status < 400 ? own : `var(--${kind})`} />
        ))}
      </svg>
      {asked.status >= 400 && (
        <p className="visually-hidden">
          {headline(words, asked)}. {shortReason(words, asked)}
        </p>
      )}
    </>
  );
}
