/** Closer, further, the whole run, and the way back to the playhead for whoever looks elsewhere. */
import { timeWords } from '../../i18n/time/index.ts';
import { useWords } from '../../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../../player/hooks.ts';
import { centred, holds, NARROWEST_MS, turned, widthMs } from '../../player/timeWindow.ts';
import { spanOf } from '../outcomes.ts';
import { useZoomBy, type ZoomBy } from './useZoomKeys.tsx';
import css from './zoom.module.css';

export function ZoomButtons() {
  const words = useWords();
  const t = timeWords[words.locale].zoom;
  const player = usePlayer();
  const part = usePlayerState((s) => s.window);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const playing = usePlayerState((s) => s.playing);
  const wholeMs = usePlayerState((s) =>
    spanOf(Math.max(s.view.frontierMs, s.view.nowMs), s.run.interventions),
  );
  const shown = part ?? { fromMs: 0, toMs: wholeMs };
  const zoomBy = useZoomBy(shown, wholeMs);
  const isLost = part !== null && (!holds(part, nowMs) || (playing && part.away));

  const goBack = () => {
    if (part === null) return;
    const { backwards } = player.store.getState();
    // A run that plays begins a page; one that stands still is shown with what is on both sides.
    const middle = centred(part, wholeMs, nowMs);
    const next = playing ? turned({ fromMs: -widthMs(part), toMs: 0 }, wholeMs, nowMs, backwards) : middle;
    player.store.setState({
      window: { ...next, away: false },
      said: t.part({ from: next.fromMs, to: next.toMs }),
    });
  };
  const buttons: { by: ZoomBy; label: string; key: string; path: string; off: boolean }[] = [
    { by: 'out', label: t.out, key: '−', path: 'M5 12h14', off: part === null },
    {
      by: 'in',
      label: t.in,
      key: '+',
      path: 'M5 12h14M12 5v14',
      off: widthMs(shown) <= NARROWEST_MS * 1.001,
    },
    {
      by: 'whole',
      label: t.all,
      key: '0',
      path: 'M4 6v12M20 6v12M7 12h10M10 9l-3 3 3 3M14 9l3 3-3 3',
      off: part === null,
    },
  ];
  return (
    <fieldset className={css.buttons}>
      <legend className="visually-hidden">{t.label}</legend>
      {buttons.map(({ by, label, key, path, off }) => (
        <button
          key={by}
          type="button"
          className={css.button}
          aria-label={label}
          title={`${label} (${key})`}
          aria-disabled={off}
          onClick={() => !off && zoomBy(by)}
        >
          <svg width="14" height="14" viewBox="0 0 24 24" aria-hidden="true">
            <path
              d={path}
              fill="none"
              stroke="currentColor"
              strokeWidth="2.4"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </button>
      ))}
      {isLost && (
        <button type="button" className={css.back} onClick={goBack} data-back>
          {nowMs < shown.fromMs ? '← ' : ''}
          {t.back}
          {nowMs > shown.toMs ? ' →' : ''}
        </button>
      )}
    </fieldset>
  );
}
