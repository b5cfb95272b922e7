/** A time, and the way to it. */
import { usePlayer } from '../player/hooks.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';

export function Seek({ atMs }: { atMs: number }) {
  const { words, language } = useLook();
  const player = usePlayer();
  const at = language.f.clock(atMs);
  return (
    <button
      type="button"
      className={css.seek}
      title={words.seek({ at })}
      aria-label={words.seek({ at })}
      onClick={() => {
        player.pause();
        player.seek(atMs);
      }}
    >
      {at}
    </button>
  );
}
