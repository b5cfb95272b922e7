/** The people: each a button that follows them, with what is to be said of their login. */
import { useWords } from '../i18n/Words.tsx';
import { describeLogin, describePerson, personName } from '../player/describe.ts';
import { usePlayerState } from '../player/hooks.ts';
import type { StageLayout } from './layout.ts';
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
  const { t } = words;
  const view = usePlayerState((s) => s.view);
  const rest = view.peopleCount - layout.people.length;
  return (
    <section aria-label={t.people.title}>
      <h2 className="visually-hidden">
        {t.people.title}: {t.people.loggedIn({ count: view.loggedIn, of: view.peopleCount })}
      </h2>
      <ul className={css.plain}>
        {layout.people.map((box, i) => {
          const person = view.people[i];
          if (person === undefined) return null;
          const out = person.refused || person.session === 'lost' || person.phase === 'left';
          return (
            <li key={person.index} className={css.personPlace} style={placeAt(box)}>
              <button
                type="button"
                className={css.person}
                data-wide={layout.wide}
                data-out={out}
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
                  <small>{describeLogin(words, person)}</small>
                </span>
                {person.cart > 0 && (
                  <span className={css.cart} title={t.people.cartHelp({ count: person.cart })}>
                    {person.cart}
                  </span>
                )}
              </button>
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

function CrowdPicture() {
  return (
    <svg width="26" height="26" viewBox="-13 -13 26 26" aria-hidden="true" className={css.crowd}>
      <circle cx="-5" cy="3" r="4" />
      <circle cx="5" cy="3" r="4" />
      <circle cx="0" cy="-4" r="4" />
    </svg>
  );
}
