/** Which request is meant, in a way that holds in another run of the same people too. */
import { RequestKind } from '../engine/state/requests.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';

export type Asked =
  /** The nth request of a person, from 0. */
  | { who: 'person'; user: number; nth: number }
  /** The request of a passing visitor after so many in vain. */
  | { who: 'visitor'; visitor: number; tries: number }
  /** The request of somebody who has a copy of this person's cookie. */
  | { who: 'copy'; user: number; atMs: number }
  /** A file, or what a cache asks for by itself: the nth request of all, which means nothing in another run. */
  | { who: 'other'; serial: number };

/** Says which request it is at the moment when it is born. */
export function askedAtBirth(world: World, r: number): Asked {
  const { requests, users, sessions } = world;
  const user = requests.user[r];
  const kind = requests.kind[r];
  if (kind >= RequestKind.file) return { who: 'other', serial: requests.serial[r] };
  if (user !== NONE) return { who: 'person', user, nth: users.sent[user] - 1 };
  if (requests.session[r] !== NONE)
    return { who: 'copy', user: sessions.user[requests.session[r]], atMs: world.nowMs };
  return { who: 'visitor', visitor: requests.visitor[r], tries: requests.tries[r] };
}

/** Is this row, at the moment when it is born, the request that is meant? */
export function isAsked(world: World, r: number, asked: Asked): boolean {
  const born = askedAtBirth(world, r);
  switch (asked.who) {
    case 'person':
      return born.who === 'person' && born.user === asked.user && born.nth === asked.nth;
    case 'visitor':
      return born.who === 'visitor' && born.visitor === asked.visitor && born.tries === asked.tries;
    case 'copy':
      return born.who === 'copy' && born.user === asked.user && born.atMs === asked.atMs;
    default:
      return false;
  }
}
