/** Says that something the visitor asked for could not be fetched, and what to do about it. */
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import css from './notices.module.css';

export function Unfetched({ className }: { className?: string | undefined }) {
  const { t } = useWords();
  const player = usePlayer();
  const unfetched = usePlayerState((s) => s.unfetched);
  if (!unfetched) return null;
  return (
    <div className={`${css.notices} ${className ?? ''}`} role="alert">
      <div>
        <b>{t.notice.unfetched}</b> {t.notice.unfetchedHelp}
      </div>
      <button type="button" className="button" onClick={() => player.store.setState({ unfetched: false })}>
        {t.notice.dismiss}
      </button>
    </div>
  );
}
