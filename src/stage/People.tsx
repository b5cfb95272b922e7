/** The people: each a button that follows them, with what is to be said of their login. */
import { useWords } from '../i18n/Words.tsx';
import { describeLogin, describePerson, personName } from '../player/describe.ts';
import { useInspect, usePlayer, usePlayerState } from '../player/hooks.ts';
import type { PersonView } from '../player/view.ts';
import { inBadge } from './inBadge.ts';
import type { StageLayout } from './layout.ts';
import { closerItem, Menu, type MenuItem } from './Menu.tsx';
import { personChoices } from './personChoices.ts';
import { placeAt } from './placeAt.ts';
import { PersonShape } from './Shape.tsx';
import css from './stage.module.css';

interface Props {
  layout: StageLayout;
  followed: number;
  onFollow(user: number): void;
}

export function People({ layout, followed, onFollow }: Props) {
  const words = useWords();
  const { t, partName } = words;
  const view = usePlayerState((s) => s.view);
  const rest = view.peopleCount - layout.people.length;
  return (
    <section aria-label={partName(t.people.title)}>
      <h2 className="visually-hidden">
        {t.people.title}: {t.people.loggedIn({ count: view.loggedIn, of: view.peopleCount })}
      </h2>
      <ul className={css.plain}>
        {layout.people.map((box, i) => {
          const person = view.people[i];
          if (person === undefined) return null;
          const out = person.refused || person.session === 'lost' || person.phase === 'left';
          return (
            <li
              key={person.index}
              className={css.personPlace}
              style={placeAt(box)}
              title={person.cart > 0 ? t.people.cartHelp({ count: person.cart }) : undefined}
              data-about
            >
              <button
                type="button"
                className={css.person}
                data-wide={layout.wide}
                data-out={out}
                data-sees-other={person.sees !== null}
                data-gone={person.phase === 'left'}
                aria-pressed={followed === person.index}
                aria-label={describePerson(words, person)}
                onClick={() => onFollow(person.index)}
              >
                <span className={css.face} style={{ borderColor: out ? undefined : `var(--ink-${i})` }}>
                  <PersonShape user={person.index} sizePx={layout.wide ? 26 : 20} hollow={out} />
                </span>
                <span className={css.personWords}>
                  <b>{personName(words, person.index)}</b>
                  <small>{describeLogin(words, person, !layout.roomy || person.copies > 9)}</small>
                </span>
                {person.sees !== null && (
                  <span className={css.othersPage} aria-hidden="true">
                    <PersonShape user={person.sees} sizePx={15} hollow={false} />
                  </span>
                )}
                {person.tokenBytes !== null && (
                  <Seal title={t.people.tokenHelp({ bytes: person.tokenBytes })} />
                )}
                {person.cart > 0 && <span className={css.cart}>{inBadge(person.cart)}</span>}
              </button>
              {followed === person.index && <PersonMenu person={person} />}
            </li>
          );
        })}
        {layout.crowd && (
          <li className={css.personPlace} style={placeAt(layout.crowd)}>
            <div className={css.person} data-wide={layout.wide} data-crowd>
              <span className={css.face} data-crowd>
                <CrowdPicture />
              </span>
              <span className={css.personWords}>
                <b>{rest > 0 ? t.people.crowd({ count: rest }) : t.people.visitors}</b>
                <small>
                  {rest > 0
                    ? t.people.loggedIn({ count: view.loggedIn, of: view.peopleCount })
                    : t.people.visitorsRate({ perSecond: view.visitorsNow })}
                </small>
              </span>
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}

/** What to do with the person who is followed. */
function PersonMenu({ person }: { person: PersonView }) {
  const words = useWords();
  const player = usePlayer();
  const inspect = useInspect();
  const a = words.t.people.action;
  const user = person.index;
  const labels = {
    'log-out': [a.logOut, a.logOutHelp],
    'replay-cookie': [a.replay, person.hasOldCookie ? a.replayHelp : a.replayNowHelp],
  };
  const items = personChoices(person).map((id): MenuItem => {
    const [label, help] = labels[id];
    return { id, label, help, run: () => player.act({ do: id, user }) };
  });
  if (import.meta.env.MODE !== 'embed' && inspect)
    items.push(closerItem(words.t, () => inspect({ what: 'person', user })));
  if (items.length === 0) return null;
  return (
    <span className={css.personMenu}>
      <Menu label={words.t.people.menu({ name: personName(words, user) })} items={items}>
        <span aria-hidden="true">⋯</span>
      </Menu>
    </span>
  );
}

/** A sealed letter in small: the session itself is in the person's cookie. */
function Seal({ title }: { title: string }) {
  return (
    <svg className={css.seal} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <title>{title}</title>
      <path d="M8 0.8l1.9 1.5 2.4-.2.7 2.3 2 1.3-.9 2.3.9 2.3-2 1.3-.7 2.3-2.4-.2L8 15.2l-1.9-1.5-2.4.2-.7-2.3-2-1.3.9-2.3-.9-2.3 2-1.3.7-2.3 2.4.2z" />
      <path d="M5 8.1l2.1 2.1L11 6.1" />
    </svg>
  );
}

function CrowdPicture() {
  return (
    <svg width="26" height="26" viewBox="-13 -13 26 26" aria-hidden="true" className={css.crowd}>
      <circle cx="-5" cy="3" r="4" />
      <circle cx="5" cy="3" r="4" />
      <circle cx="0" cy="-4" r="4" />
    </svg>
  );
}
