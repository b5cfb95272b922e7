/** The story of one server: when it came, fell silent, died or came back, what the balancer thought of it, what it lost. */
import { firstOnShelf, shelfCount } from '../engine/shelves.ts';
import type { Observer } from '../engine/sim.ts';
import type { Run } from '../engine/simulation.ts';
import { SERVER_STATES, type ServerStateName } from '../engine/state/servers.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';
import { type Retelling, retell } from './retell.ts';
import { createRing, type Ring } from './ring.ts';

export type ServerEvent = { atMs: number } & (
  | { what: 'state'; state: ServerStateName; by: number }
  | { what: 'health'; healthy: boolean }
  /** So many sessions that somebody still used were lost with its memory. */
  | { what: 'lost'; wanted: number; by: number }
);

export interface ServerStory {
  server: number;
  events: Ring<ServerEvent>;
  /** Answers to requests that were sent here last. */
  answered: number;
  refused: number;
  failed: number;
  /** Sessions that logins made here. */
  made: number;
}

const MOST_EVENTS = 60;

/** Tells a server's story up to a time. It is whole when `go` has said so. */
export function serverStory(run: Run, server: number, untilMs: number): Retelling & { story: ServerStory } {
  const story: ServerStory = {
    server,
    events: createRing(MOST_EVENTS),
    answered: 0,
    refused: 0,
    failed: 0,
    made: 0,
  };
  const observer: Observer = {
    finished({ requests: q, sessions }, r) {
      if (q.server[r] !== server) return;
      story.answered++;
      if (q.status[r] === 401) story.refused++;
      else if (q.status[r] >= 400) story.failed++;
      const made = q.newSession[r];
      if (made !== NONE && sessions.madeAt[made] === server && sessions.empty[made] === 0) story.made++;
    },
    happened({ nowMs: atMs }, h) {
      if (h.what === 'server-state' && h.server === server)
        story.events.add({ what: 'state', state: SERVER_STATES[h.state], by: h.by, atMs });
      else if (h.what === 'server-health' && h.server === server)
        story.events.add({ what: 'health', healthy: h.healthy, atMs });
      else if (h.what === 'sessions-lost' && h.place === server && h.wanted > 0)
        story.events.add({ what: 'lost', wanted: h.wanted, by: h.by, atMs });
    },
  };
  return Object.assign(retell(run, untilMs, observer), { story });
}

/** A session that a server has now. */
export interface Kept {
  /** The session's number. */
  session: number;
  user: number;
  cart: number;
}

/** The sessions in a server's memory, the newest `most` of them first, and how many there are. */
export function keptBy(world: World, server: number, most: number): { kept: Kept[]; count: number } {
  const { records, sessions, servers } = world;
  const kept: Kept[] = [];
  if (firstOnShelf(world, server) === NONE) return { kept, count: 0 };
  for (let k = servers.shelfLast[server]; k !== NONE && kept.length < most; k = records.shelfPrevious[k]) {
    const session = records.session[k];
    kept.push({ session: sessions.serial[session], user: sessions.user[session], cart: records.cart[k] });
  }
  return { kept, count: shelfCount(world, server) };
}
