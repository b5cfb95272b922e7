/** The story of a session: where its record was made, copied, moved, read stale and lost. */
import { useMemo } from 'react';
import { isStore, type Place, WITH_OWNER } from '../engine/state/sessions.ts';
import { NONE } from '../engine/state/table.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { isYours, personName, placeName, serverLabel, storeName } from '../player/names.ts';
import type { Subject } from '../player/subject.ts';
import { useSlices } from '../player/useSlices.tsx';
import {
  placesOf,
  type SessionEvent,
  type SessionStory,
  sessionOf,
  sessionStory,
} from '../story/sessionStory.ts';
import css from './inspector.module.css';
import { type Look, useLook } from './look.tsx';
import { Earlier, Telling, Title, useFollowing } from './parts.tsx';
import { Seek } from './Seek.tsx';
import { useStandstill } from './useStandstill.tsx';
import { Yours } from './Yours.tsx';

interface Props {
  subject: Extract<Subject, { what: 'session' }>;
}

export function SessionView({ subject }: Props) {
  const { words } = useLook();
  const player = usePlayer();
  // Found once: whose session it was stays the same when one goes on to other moments.
  const serial = useMemo(
    () =>
      'serial' in subject ? subject.serial : sessionOf(player.timeline.world, subject.user, subject.place),
    [subject, player],
  );
  if (serial === null) {
    return (
      <>
        <Title>{words.title}</Title>
        <p className={css.help}>{words.session.none}</p>
      </>
    );
  }
  return <Told serial={serial} />;
}

function Told({ serial }: { serial: number }) {
  const { words, language, open } = useLook();
  const run = usePlayerState((s) => s.run);
  const untilMs = useStandstill();
  const telling = useMemo(() => sessionStory(run, serial, untilMs), [run, serial, untilMs]);
  const slices = useSlices(telling);
  const { finished } = slices;
  const progress = (
    <Telling slices={slices} what={words.telling} share={telling.nowMs / Math.max(1, untilMs)} />
  );
  const { story } = finished ?? telling;
  const { session: said } = words;
  useFollowing(finished !== null ? story.user : NONE);
  if (finished === null || story.made === null) {
    return (
      <>
        <Title>{words.title}</Title>
        {finished === null ? (
          progress
        ) : (
          <p className={css.help} role="status">
            {said.none}
          </p>
        )}
      </>
    );
  }
  const person = personName(language, story.user);
  const events = [...story.events.last.toReversed(), story.made];
  return (
    <>
      <Title>{said.title({ person, number: serial })}</Title>
      {progress}
      <div className={css.actions}>
        <button
          type="button"
          className={`button ${css.button}`}
          onClick={() => open({ what: 'person', user: story.user })}
        >
          {said.owner({ person })}
        </button>
      </div>
      <Places story={story} />
      <section className={css.part} aria-label={said.events}>
        <h3>{said.events}</h3>
        <ol className={css.events} reversed>
          {events.map((event, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several may be of one time and kind
            <EventLine key={events.length - i} event={event} />
          ))}
        </ol>
        <Earlier count={story.events.earlier} />
      </section>
    </>
  );
}

/** Where it is at the moment that the stage shows. */
function Places({ story }: { story: SessionStory }) {
  const { words, language } = useLook();
  const { session: said } = words;
  const { world } = usePlayer().timeline;
  const atMs = usePlayerState((s) => s.view.nowMs);
  const places = said.places({ at: language.f.clock(atMs) });
  const found = placesOf(world, story.serial);
  const isToken = story.made?.what === 'made' && story.made.place === WITH_OWNER;
  const isMade = story.made !== null && story.made.atMs <= atMs;
  return (
    <>
      <section className={css.part} aria-label={places}>
        <h3>{places}</h3>
        {found.length === 0 ? (
          <p>{isMade ? (isToken ? said.inToken : said.nowhere) : said.notYet}</p>
        ) : (
          <ul className={css.plainList}>
            {inOrder(found).map(({ place, cart }) => (
              <li key={place}>{said.place({ place: nameOf(language, place), cart })}</li>
            ))}
          </ul>
        )}
      </section>
      {story.reads.length > 0 && !isToken && (
        <section className={css.part} aria-label={said.reads}>
          <h3>{said.reads}</h3>
          <ul className={css.plainList}>
            {inOrder(story.reads).map(({ place, count }) => (
              <li key={place}>{said.read({ place: nameOf(language, place), count })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Servers by name, then nodes of the store by number. */
const inOrder = <T extends { place: Place }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => (isStore(a.place) && isStore(b.place) ? b.place - a.place : a.place - b.place));

function EventLine({ event }: { event: SessionEvent }) {
  const { words, language, open } = useLook();
  const isBad = event.what === 'stale' || event.what === 'missed';
  const isLoss = event.what === 'ended' && LOSSES.has(event.end);
  return (
    <li data-kind={isBad ? 'refused' : isLoss ? 'failed' : 'ok'}>
      <Seek atMs={event.atMs} />
      <div>
        <span data-what>{describeEvent(words, language, event)}</span>
        {isBad && 'serial' in event && (
          <>
            {' '}
            <button
              type="button"
              className={css.link}
              onClick={() => open({ what: 'request', serial: event.serial, nearMs: event.atMs })}
            >
              {words.session.request}
            </button>
          </>
        )}
        <Yours by={'by' in event ? event.by : -1} />
      </div>
    </li>
  );
}

/** Ends that nobody wanted. */
const LOSSES: ReadonlySet<string> = new Set([
  'serverKilled',
  'serverRestarted',
  'serverRemoved',
  'serverResized',
  'storeKilled',
  'overwritten',
  'evicted',
]);

function describeEvent({ session: said }: Look['words'], language: Look['language'], event: SessionEvent) {
  const place = 'place' in event ? nameOf(language, event.place) : '';
  switch (event.what) {
    case 'made':
      if (event.empty) return said.madeEmpty({ place });
      if (event.place === WITH_OWNER) return said.madeToken;
      return isStore(event.place) ? said.madeStore({ store: place }) : said.made({ place });
    case 'copied':
      return said.copied({ place, cart: event.cart });
    case 'moved':
      return said.moved({ place, from: nameOf(language, event.from) });
    case 'cart':
      return said.cart({ place, cart: event.cart });
    case 'sealed':
      return said.sealed({ cart: event.cart });
    case 'stale':
      return said.stale({ place, seen: event.seen, shown: event.shown });
    case 'missed':
      return event.place === NONE || event.place === WITH_OWNER
        ? said.refused({ server: serverLabel(language, event.server) })
        : said.missed({ place });
    case 'gone':
      return event.left > 0 ? said.gone({ place, left: event.left }) : said.goneLast({ place });
    case 'ended': {
      const text = said.ended[event.end];
      const told = typeof text === 'string' ? text : text({ place });
      return isYours(language, event.by) ? said.yours({ text: told }) : told;
    }
    default:
      return said.unnamed;
  }
}

function nameOf(language: Look['language'], place: Place): string {
  return isStore(place) ? storeName(language, place) : placeName(language, place);
}
