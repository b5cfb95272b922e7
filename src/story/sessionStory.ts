/**
 * The story of one session: where its record was made, copied and moved, where it was read, read stale or missed, and
 * how it ended. Told by looking at its records after every event, so every time is exact.
 */
import type { Observer } from '../engine/sim.ts';
import type { Run } from '../engine/simulation.ts';
import { needsSession, REASONS, Reason, type ReasonName, RequestKind } from '../engine/state/requests.ts';
import { type Place, SESSION_ENDS, type SessionEndName, WITH_OWNER } from '../engine/state/sessions.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';
import { type Retelling, retell } from './retell.ts';
import { createRing, type Ring } from './ring.ts';

export type SessionEvent = { atMs: number } & (
  | { what: 'made'; place: Place; empty: boolean }
  /** A record appeared in another place, with so many things in the cart. */
  | { what: 'copied'; place: Place; cart: number }
  | { what: 'moved'; place: Place; from: Place }
  /** The cart that a place knows changed, by a request there or by a copy that came. */
  | { what: 'cart'; place: Place; cart: number }
  /** Sealed into a token that its owner carries. */
  | { what: 'sealed'; cart: number }
  /** Somebody saw an old cart: so many things where there had been more. */
  | { what: 'stale'; place: Place; serial: number; seen: number; shown: number }
  /** It was looked for in vain, or was not accepted. `place` is NONE when nobody looked. */
  | { what: 'missed'; place: Place; server: number; serial: number; reason: ReasonName }
  /** The record of a place is gone; others are left. */
  | { what: 'gone'; place: Place; left: number }
  /** The last record is gone. */
  | { what: 'ended'; place: Place; end: SessionEndName; by: number }
  /** Its owner's cookie names it no more. */
  | { what: 'unnamed' }
);

export interface SessionStory {
  serial: number;
  /** Its owner, or NONE as long as it has not been made. */
  user: number;
  /** The first event, which is its making, stands by itself, because later ones may push others out. */
  made: SessionEvent | null;
  events: Ring<SessionEvent>;
  /** How often it was found, by place. */
  reads: { place: Place; count: number }[];
}

const MOST_EVENTS = 60;

/** Tells a session's story up to a time, by the session's number. It is whole when `go` has said so. */
export function sessionStory(run: Run, serial: number, untilMs: number): Retelling & { story: SessionStory } {
  const story: SessionStory = {
    serial,
    user: NONE,
    made: null,
    events: createRing(MOST_EVENTS),
    reads: [],
  };
  /** Its row in the table of sessions, and the places that had a record when last looked at. */
  let row = NONE;
  let known = new Map<Place, number>();
  let wasNamed = false;
  let isFreed = false;

  const tell = (event: SessionEvent) => {
    if (event.what === 'made') story.made = event;
    else story.events.add(event);
  };

  const find = ({ sessions, totals }: World): void => {
    if (totals.sessionsMade + totals.emptySessionsMade < serial) return;
    for (let s = 0; s < sessions.length; s++) {
      if (sessions.serial[s] === serial) row = s;
    }
  };

  /** What became of the records since the last event. */
  const compare = (world: World): void => {
    const { sessions, nowMs: atMs } = world;
    const now = recordsOf(world, row);
    const added = [...now.keys()].filter((place) => !known.has(place));
    const gone = [...known.keys()].filter((place) => !now.has(place));
    // One that goes while another comes has moved.
    while (added.length > 0 && gone.length > 0) {
      tell({ what: 'moved', place: added.shift() as Place, from: gone.shift() as Place, atMs });
    }
    for (const place of added) tell({ what: 'copied', place, cart: now.get(place) as number, atMs });
    for (const [place, cart] of now) {
      if (known.has(place) && known.get(place) !== cart) tell({ what: 'cart', place, cart, atMs });
    }
    for (const place of gone) {
      const end = SESSION_ENDS[sessions.end[row]];
      if (now.size > 0 || end === 'none') tell({ what: 'gone', place, left: now.size, atMs });
      else tell({ what: 'ended', place, end, by: sessions.endBy[row], atMs });
    }
    known = now;
  };

  const seen = (world: World): void => {
    if (isFreed) return;
    const { sessions, users } = world;
    if (row === NONE) {
      find(world);
      if (row === NONE) return;
      story.user = sessions.user[row];
      const place = sessions.madeAt[row];
      tell({ what: 'made', place, empty: sessions.empty[row] === 1, atMs: sessions.madeMs[row] });
      known = recordsOf(world, row);
      // The place where it was made is told already; a copy that came in the same moment is not.
      known = new Map([...known].filter(([at]) => at === place));
    }
    if (sessions.serial[row] !== serial) {
      // It was forgotten within the event that took its last record. Until it is used again its row still tells how.
      isFreed = true;
      if (sessions.serial[row] === 0) compare(world);
      if (wasNamed) tell({ what: 'unnamed', atMs: world.nowMs });
      return;
    }
    compare(world);
    const isNamed = story.user !== NONE && users.session[story.user] === row;
    if (wasNamed && !isNamed) tell({ what: 'unnamed', atMs: world.nowMs });
    wasNamed = isNamed;
  };

  const observer: Observer = {
    decided(world, r) {
      if (row === NONE || isFreed) return;
      const { requests: q, tokens, sessions, nowMs: atMs } = world;
      const token = q.newToken[r];
      if (token !== NONE && tokens.session[token] === row && sessions.serial[row] === serial)
        tell({ what: 'sealed', cart: tokens.cart[token], atMs });
      if (q.session[r] !== row || !needsSession(q.kind[r])) return;
      const reason = q.reason[r] as Reason;
      const place = q.lookedIn[r];
      if (reason === Reason.staleCart) {
        const shown = q.cart[r] - Number(q.kind[r] === RequestKind.cart);
        const before = world.users.cart[q.user[r]];
        tell({ what: 'stale', place, serial: q.serial[r], seen: before, shown, atMs });
      } else if (q.status[r] === 401)
        tell({
          what: 'missed',
          place,
          server: q.server[r],
          serial: q.serial[r],
          reason: REASONS[reason],
          atMs,
        });
      if (q.status[r] >= 400 || place === NONE) return;
      const read = story.reads.find((each) => each.place === place);
      if (read) read.count++;
      else story.reads.push({ place, count: 1 });
    },
  };
  return Object.assign(retell(run, untilMs, observer, { seen }), { story });
}

/** Where records of a session are in a world, with what is in the cart; none where it was forgotten, or not yet made. */
export function placesOf(world: World, serial: number): { place: Place; cart: number }[] {
  const row = world.sessions.serial.indexOf(serial);
  return row < 0 ? [] : [...recordsOf(world, row)].map(([place, cart]) => ({ place, cart }));
}

function recordsOf({ sessions, records }: World, row: number): Map<Place, number> {
  const places = new Map<Place, number>();
  for (let k = sessions.firstRecord[row]; k !== NONE; k = records.next[k])
    places.set(records.place[k], records.cart[k]);
  return places;
}

/** The session that a person's cookie names, or, at a place, the newest of theirs that it has a record of. By number. */
export function sessionOf(
  { users, sessions, records }: World,
  user: number,
  place: Place | null,
): number | null {
  const named = users.session[user] ?? NONE;
  let best: number | null = null;
  if (place !== null && place !== WITH_OWNER) {
    for (let k = 0; k < records.length; k++) {
      const session = records.session[k];
      if (session === NONE || records.place[k] !== place || sessions.user[session] !== user) continue;
      if (session === named) return sessions.serial[named];
      best = Math.max(best ?? 0, sessions.serial[session]);
    }
  }
  return best ?? (named === NONE ? null : sessions.serial[named]);
}
