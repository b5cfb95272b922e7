/** A time, and the way to it. */
import { usePlayerState } from '../player/hooks.ts';
import { momentAt } from '../timeline/moment.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';

/** @param faint it is the same moment as that of other lines */
export function Seek({ atMs, faint = false }: { atMs: number; faint?: boolean }) {
  const { words, language, go } = useLook();
  const at = language.f.clock(atMs);
  const isThere = usePlayerState((s) => s.view.nowMs === momentAt(atMs));
  return (
    <button
      type="button"
      className={css.seek}
      data-faint={faint}
      aria-current={isThere ? 'step' : undefined}
      title={words.seek({ at })}
      aria-label={words.seek({ at })}
      onClick={(event) => go(atMs, event.currentTarget)}
    >
      {at}
    </button>
  );
}
