/** The session records of a place: each the shape of its owner, and a button that follows them. */
import type { Place } from '../engine/state/sessions.ts';
import { useWords } from '../i18n/Words.tsx';
import { personName } from '../player/describe.ts';
import { useInspect } from '../player/hooks.ts';
import type { ShelfView } from '../player/viewSessions.ts';
import { inBadge } from './inBadge.ts';
import { PersonShape } from './Shape.tsx';
import { recordsShown } from './shelfRoom.ts';
import css from './stage.module.css';

interface Props {
  shelf: ShelfView;
  /** Name of the place. */
  place: string;
  at: Place;
  /** Records there is room for. */
  room: number;
  followed: number;
  onFollow(user: number): void;
}

export function Records({ shelf, place, at, room, followed, onFollow }: Props) {
  const words = useWords();
  const { t } = words;
  const inspect = useInspect();
  const current = shelf.records.filter((r) => r.current);
  // The way to the story of the followed one needs a place of its own, if there is more than one.
  const mine = current.find((r) => r.user === followed);
  const closer = mine && room > 1 ? inspect : null;
  const shown = current.slice(0, recordsShown(shelf.count - shelf.orphans, closer ? room - 1 : room));
  // Whoever is followed is in sight.
  if (mine && shown.length > 0 && !shown.includes(mine)) shown[shown.length - 1] = mine;
  const more = shelf.count - shelf.orphans - shown.length;
  if (shown.length + more === 0) return null;
  return (
    <ul className={css.records} aria-label={t.people.recordsIn({ place })}>
      {shown.map((r) => (
        <li
          key={r.user}
          className={r === mine && closer ? css.recordPlace : undefined}
          title={r.cart > 0 ? t.people.cartHelp({ count: r.cart }) : undefined}
        >
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
            {r.cart > 0 && <i>{inBadge(r.cart)}</i>}
          </button>
          {import.meta.env.MODE !== 'embed' && closer && r === mine && (
            <button
              type="button"
              className={css.closer}
              title={t.why.closer}
              aria-label={t.why.closerAt({
                what: t.people.record({ name: personName(words, r.user), place, cart: r.cart }),
              })}
              onClick={() => closer({ what: 'session', user: r.user, place: at })}
            >
              <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="7" cy="7" r="4.5" />
                <path d="M10.5 10.5l3.5 3.5" />
              </svg>
            </button>
          )}
        </li>
      ))}
      {more > 0 && <li className={css.more}>{t.server.more({ count: more })}</li>}
    </ul>
  );
}
