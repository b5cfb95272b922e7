/** Leads back to where one was before a story led elsewhere that was closed since, as long as one stays there. */
import { useEffect } from 'react';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import css from './time.module.css';

export function WayBack() {
  const { locale } = useWords();
  const t = timeWords[locale].wayBack;
  const player = usePlayer();
  const leftMs = usePlayerState((s) => s.leftMs);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  useEffect(
    () =>
      player.store.subscribe((now, before) => {
        const isElsewhere = now.view.nowMs !== before.view.nowMs || now.revision !== before.revision;
        if (now.leftMs !== null && before.leftMs !== null && isElsewhere)
          player.store.setState({ leftMs: null });
      }),
    [player],
  );
  if (leftMs === null) return null;
  return (
    <p className={css.newRun} data-news>
      <span>{t.here({ at: nowMs })}</span>
      <button type="button" className={css.run} onClick={() => player.seek(leftMs)}>
        {t.back({ at: leftMs })}
      </button>
    </p>
  );
}
