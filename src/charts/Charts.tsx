/** The charts of the run: closed at first, and fetched when somebody opens them. */
import { useCallback } from 'react';
import { useWords } from '../i18n/Words.tsx';
import { useOpen, usePlayer } from '../player/hooks.ts';
import { loadOrTell } from '../player/loadOrTell.ts';
import { useLoaded } from '../player/useLoaded.tsx';
import css from './charts.module.css';

const loadPanel = async () => (await import('./panel/ChartsPanel.tsx')).ChartsPanel;

export function Charts() {
  const { t } = useWords();
  const player = usePlayer();
  const [open, setOpen] = useOpen('charts');
  const load = useCallback(() => loadOrTell(player, loadPanel), [player]);
  const ChartsPanel = useLoaded(load, open);
  return (
    <section className={css.charts} aria-label={t.timeline.charts}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2>{t.timeline.charts}</h2>
        </summary>
        {open && ChartsPanel && <ChartsPanel />}
      </details>
    </section>
  );
}
