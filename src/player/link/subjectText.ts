/**
 * What is looked at closely, as text in a link: `request~412~8930`, `stretch~8000~9000`, `person~3`, … All of it is
 * found again in the same run, however one came to the moment: numbers are given in the order of events. A request has
 * the time of its birth with it, so that another one that has its number in a changed run is not taken for it.
 */
import { serverName } from '../../engine/state/servers.ts';
import type { World } from '../../engine/state/world.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { LONGEST_RUN_MS } from '../createPlayer.ts';
import type { Subject } from '../subject.ts';

/**
 * What a link can name: a request by its number and the time of its birth, rounded down; a session by its number, with
 * whose it is and when it was made where that is known. Older links have the number alone.
 */
export type NamedSubject =
  | { what: 'request'; serial: number; bornMs: number }
  | Extract<Subject, { what: 'stretch' | 'person' | 'server' }>
  | { what: 'session'; serial: number; made?: Made };

/** Whose session, and when it was made, rounded down. */
interface Made {
  user: number;
  ms: number;
}

interface Kind<S> {
  format(subject: S): (string | number)[];
  parse(parts: string[]): S | null;
  /** The same in a run; null when it is not there. `keepOn` says no when it takes too long. */
  find(subject: S, timeline: Timeline, keepOn: () => boolean): Subject | null;
}

const KINDS: { [W in NamedSubject['what']]: Kind<Extract<NamedSubject, { what: W }>> } = {
  request: {
    format: ({ serial, bornMs }) => [serial, bornMs],
    parse([number, born, more]) {
      const [serial, bornMs] = [wholeOf(number), wholeOf(born)];
      return serial === null || bornMs === null || bornMs > LONGEST_RUN_MS || more !== undefined
        ? null
        : { what: 'request', serial, bornMs };
    },
    find: findRequest,
  },
  stretch: {
    format: ({ fromMs, toMs }) => [fromMs, toMs],
    parse([from, to, more]) {
      const [fromMs, toMs] = [timeOf(from), timeOf(to)];
      return fromMs === null || toMs === null || fromMs >= toMs || more !== undefined
        ? null
        : { what: 'stretch', fromMs, toMs };
    },
    // Of what is not known yet its story says so.
    find: (subject) => subject,
  },
  person: {
    format: ({ user }) => [user + 1],
    parse: ([number, more]) => oneFrom1(number, more, (n) => ({ what: 'person', user: n - 1 })),
    find: (subject, { world }) => (subject.user < world.users.length ? subject : null),
  },
  server: {
    format: ({ server }) => [serverName(server)],
    parse: ([name, more]) =>
      name === undefined || !/^[A-Z]{1,2}$/.test(name) || more !== undefined
        ? null
        : { what: 'server', server: [...name].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1 },
    find: (subject, { world }) => (subject.server < world.servers.length ? subject : null),
  },
  session: {
    format: ({ serial, made }) => (made ? [serial, made.user + 1, made.ms] : [serial]),
    parse([number, person, made, more]) {
      if (person === undefined) return oneFrom1(number, undefined, (serial) => ({ what: 'session', serial }));
      const [serial, user, ms] = [wholeOf(number), wholeOf(person), wholeOf(made)];
      const isMissing = !serial || !user || ms === null || ms > LONGEST_RUN_MS || more !== undefined;
      return isMissing ? null : { what: 'session', serial, made: { user: user - 1, ms } };
    },
    find({ serial, made }, { world }) {
      const { totals } = world;
      if (serial > totals.sessionsMade + totals.emptySessionsMade) return null;
      const here = madeOf(world, serial);
      // Of one that is forgotten by now nobody can say whose it was.
      const isOther = made && here && (made.user !== here.user || made.ms !== here.ms);
      return isOther ? null : { what: 'session', serial };
    },
  },
};

/** Null for a session that has not been made, or is forgotten. */
export function madeOf({ sessions }: World, serial: number): Made | null {
  for (let s = 0; s < sessions.length; s++) {
    if (sessions.serial[s] === serial) return { user: sessions.user[s], ms: Math.floor(sessions.madeMs[s]) };
  }
  return null;
}

/** The words that name kinds, for messages. */
export const SUBJECT_EXAMPLES = 'request~412~8930, stretch~8000~9000, person~3, server~B, session~12~3~4500';

export function formatSubject(subject: NamedSubject): string {
  const kind = KINDS[subject.what] as Kind<NamedSubject>;
  return [subject.what, ...kind.format(subject)].join('~');
}

/** Events between two looks at the clock of whoever waits. */
const SLICE_EVENTS = 250;

/** null for what names nothing. Whether it is there is for `findSubject` to say. Never throws. */
export function parseSubject(text: string): NamedSubject | null {
  const [what, ...parts] = text.split('~');
  return Object.hasOwn(KINDS, what) ? KINDS[what as NamedSubject['what']].parse(parts) : null;
}

export function findSubject(
  subject: NamedSubject,
  timeline: Timeline,
  keepOn: () => boolean,
): Subject | null {
  return (KINDS[subject.what] as Kind<NamedSubject>).find(subject, timeline, keepOn);
}

/** Looks for it at the millisecond of its birth alone. */
function findRequest(
  { serial, bornMs }: Extract<NamedSubject, { what: 'request' }>,
  timeline: Timeline,
  keepOn: () => boolean,
): Subject | null {
  let found: Subject | null = null;
  const simulation = timeline.apart(bornMs);
  simulation.observe({
    moved({ requests, nowMs }, r) {
      if (requests.serial[r] !== serial || requests.bornMs[r] !== nowMs) return;
      if (Math.floor(nowMs) === bornMs) found = { what: 'request', serial, nearMs: nowMs };
    },
  });
  while (!simulation.runSlice(bornMs + 1, SLICE_EVENTS)) if (found !== null || !keepOn()) break;
  return found;
}

function wholeOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return null;
  return Number(text) <= 0xffff_ffff ? Number(text) : null;
}

/** In full: a stretch ends where something ended. */
function timeOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,7}(\.\d{1,17})?$/.test(text)) return null;
  return Number(text) <= LONGEST_RUN_MS ? Number(text) : null;
}

function oneFrom1<S>(text: string | undefined, more: string | undefined, make: (n: number) => S): S | null {
  const n = wholeOf(text);
  return n === null || n < 1 || more !== undefined ? null : make(n);
}
