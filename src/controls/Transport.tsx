/** Play, pause, step, speed: the playhead by buttons. */
import type { ReactNode } from 'react';
import { useWords } from '../i18n/Words.tsx';
import { SPEEDS } from '../player/createPlayer.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import css from './controls.module.css';

interface Props {
  /** Puts everything into one row, for a frame with little height. */
  row?: boolean;
  /** What else there is to do with time. */
  more?: ReactNode;
}

export function Transport({ row = false, more }: Props) {
  const { t, f } = useWords();
  const player = usePlayer();
  const playing = usePlayerState((s) => s.playing);
  const speed = usePlayerState((s) => s.speed);
  const behind = usePlayerState((s) => s.behind);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  return (
    <section className={css.transport} data-row={row} aria-label={t.transport.title}>
      <h2 className="visually-hidden">{t.transport.title}</h2>
      <div className={css.keys}>
        <IconButton
          label={t.transport.toStart}
          onClick={() => player.restart()}
          path="M6 5v14M19 5v14L9 12z"
        />
        <IconButton label={t.transport.stepBack} onClick={() => player.stepBack()} path="M16 6v12l-9-6z" />
        <button
          type="button"
          className={css.playButton}
          aria-label={playing ? t.transport.pause : t.transport.play}
          title={t.transport.shortcuts}
          onClick={() => (playing ? player.pause() : player.play())}
        >
          <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
            <path d={playing ? 'M7 5h4v14H7zM14 5h4v14h-4z' : 'M8 4.5v15l12-7.5z'} />
          </svg>
        </button>
        <IconButton
          label={t.transport.stepForward}
          onClick={() => player.stepForward()}
          path="M8 6v12l9-6z"
        />
      </div>
      <div className={css.timeRow}>
        <select
          aria-label={t.transport.speed}
          className={css.select}
          value={speed}
          onChange={(event) => player.setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((s) => (
            <option key={s} value={s}>
              {t.transport.speedValue({ speed: s })}
            </option>
          ))}
        </select>
        <output className={css.clock} aria-live="off">
          {behind ? t.transport.behind : f.clock(nowMs)}
        </output>
      </div>
      {more}
    </section>
  );
}

function IconButton({ label, onClick, path }: { label: string; onClick(): void; path: string }) {
  return (
    <button type="button" className={css.key} aria-label={label} title={label} onClick={onClick}>
      <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      </svg>
    </button>
  );
}
