/** A time, and the way to it. */
import { usePlayer } from '../player/hooks.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';

/** @param told says the way in words, where the time stands beside it already */
export function Seek({ atMs, told = false }: { atMs: number; told?: boolean }) {
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
      {told ? words.seek({ at }) : at}
    </button>
  );
}
