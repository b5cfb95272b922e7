/** The session records of a place: each the shape of its owner, and a button that follows them. */
import { useWords } from '../i18n/Words.tsx';
import { personName } from '../player/describe.ts';
import type { ShelfView } from '../player/viewSessions.ts';
import { PersonShape } from './Shape.tsx';
import css from './stage.module.css';

interface Props {
  shelf: ShelfView;
  /** Name of the place. */
  place: string;
  /** Records there is room for. */
  room: number;
  followed: number;
  onFollow(user: number): void;
}

export function Records({ shelf, place, room, followed, onFollow }: Props) {
  const words = useWords();
  const { t } = words;
  const current = shelf.records.filter((r) => r.current);
  // The number of those not shown needs a place of its own.
  const shown = current.slice(0, shelf.count - shelf.orphans > room ? room - 1 : room);
  const more = shelf.count - shelf.orphans - shown.length;
  if (shown.length === 0 && more === 0) return null;
  return (
    <ul className={css.records} aria-label={t.people.recordsIn({ place })}>
      {shown.map((r) => (
        <li key={r.user}>
          <button
            type="button"
            className={css.record}
            aria-pressed={followed === r.user}
            aria-label={
              r.empty
                ? t.people.emptyRecord({ name: personName(words, r.user), place })
                : t.people.record({ name: personName(words, r.user), place, cart: r.cart })
            }
            title={r.empty ? t.people.emptyRecordHelp : undefined}
            onClick={() => onFollow(r.user)}
          >
            <PersonShape user={r.user} sizePx={20} hollow={r.empty} />
            {r.cart > 0 && <i title={t.people.cartHelp({ count: r.cart })}>{r.cart}</i>}
          </button>
        </li>
      ))}
      {more > 0 && <li className={css.more}>{t.server.more({ count: more })}</li>}
    </ul>
  );
}
