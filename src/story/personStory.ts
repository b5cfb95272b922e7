/** The story of one person: visits from login to logout or refusal, what was done in each, and every answer of late. */
import type { Observer } from '../engine/sim.ts';
import type { Run } from '../engine/simulation.ts';
import { isAwaited, REASONS, REQUEST_KINDS, type ReasonName, RequestKind } from '../engine/state/requests.ts';
import { NONE } from '../engine/state/table.ts';
import { type Retelling, retell } from './retell.ts';
import { createRing, type Ring } from './ring.ts';

/** One answer that the person got, or waited for in vain. */
export interface Deed {
  serial: number;
  bornMs: number;
  atMs: number;
  kind: (typeof REQUEST_KINDS)[number];
  status: number;
  reason: ReasonName;
  /** The server that was asked last, or NONE. */
  server: number;
  /** A login after a refusal. */
  forced: boolean;
  /** Things in the cart that the answer showed. */
  cart: number;
}

export interface Visit {
  fromMs: number;
  /** Null while it lasts. */
  toMs: number | null;
  /** The request that logged in. */
  login: number;
  /** The person had been refused before. */
  forced: boolean;
  pages: number;
  /** Things put into the cart. */
  added: number;
  /** Things that the last answer showed in it. */
  cart: number;
  failures: number;
  end: 'loggedOut' | 'refused' | 'left' | null;
}

export interface PersonStory {
  user: number;
  /** The last ones, oldest first, and how many there were before them. */
  visits: Ring<Visit>;
  deeds: Ring<Deed>;
  answered: number;
  refused: number;
  failed: number;
  forcedLogins: number;
  left: boolean;
}

const MOST_VISITS = 30;
const MOST_DEEDS = 40;

function watchPerson(user: number): { observer: Observer; story: PersonStory } {
  const story: PersonStory = {
    user,
    visits: createRing(MOST_VISITS),
    deeds: createRing(MOST_DEEDS),
    answered: 0,
    refused: 0,
    failed: 0,
    forcedLogins: 0,
    left: false,
  };
  let visit: Visit | null = null;

  const close = (atMs: number, end: Visit['end']) => {
    if (visit === null) return;
    visit.toMs = atMs;
    visit.end = end;
    visit = null;
  };

  const note = (deed: Deed) => {
    const { kind, status, atMs } = deed;
    story.deeds.add(deed);
    story.answered++;
    if (status === 401) {
      story.refused++;
      // Whoever only wanted to log out is out, whatever the server says.
      close(atMs, kind === 'logout' ? 'loggedOut' : 'refused');
    } else if (status >= 400) {
      story.failed++;
      if (visit) visit.failures++;
    } else if (kind === 'login') {
      if (deed.forced) story.forcedLogins++;
      close(atMs, null);
      visit = {
        fromMs: atMs,
        toMs: null,
        login: deed.serial,
        forced: deed.forced,
        pages: 0,
        added: 0,
        cart: deed.cart,
        failures: 0,
        end: null,
      };
      story.visits.add(visit);
    } else if (kind === 'logout') close(atMs, 'loggedOut');
    else if (visit) {
      if (kind === 'cart') visit.added++;
      else visit.pages++;
      if (deed.reason !== 'othersPage') visit.cart = deed.cart;
    }
  };

  return {
    story,
    observer: {
      finished({ requests: q, nowMs }, r) {
        if (q.user[r] !== user || !isAwaited(q.kind[r]) || q.kind[r] === RequestKind.visit) return;
        note({
          serial: q.serial[r],
          bornMs: q.bornMs[r],
          atMs: nowMs,
          kind: REQUEST_KINDS[q.kind[r]],
          status: q.status[r],
          reason: REASONS[q.reason[r]],
          server: q.server[r] ?? NONE,
          forced: q.forced[r] === 1,
          cart: q.cart[r],
        });
      },
      happened({ nowMs }, happening) {
        if (happening.what !== 'user-left' || happening.user !== user) return;
        story.left = true;
        close(nowMs, 'left');
      },
    },
  };
}

/** Tells a person's story up to a time. It is whole when `go` has said so. */
export function personStory(run: Run, user: number, untilMs: number): Retelling & { story: PersonStory } {
  const { observer, story } = watchPerson(user);
  return Object.assign(retell(run, untilMs, observer), { story });
}
