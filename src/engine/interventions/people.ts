/** What a visitor makes single people do, and what is done to them. */
import type { Action } from '../intervention.ts';
import { logOutNext } from '../people.ts';
import { uniform } from '../random/streams.ts';
import { holdSession } from '../shelves.ts';
import type { Sim } from '../sim.ts';
import { RequestKind } from '../state/requests.ts';
import { NONE } from '../state/table.ts';
import { bringToken, makeRequest, setOut } from '../travel.ts';

export function applyToPeople(sim: Sim, action: Action, by: number): boolean {
  if (!('user' in action) || action.user >= sim.world.users.length) return false;
  return action.do === 'log-out' ? logOutNext(sim, action.user) : replay(sim, action.user, by);
}

/** Whoever has a copy of a cookie is taken for its owner. */
function replay(sim: Sim, user: number, by: number): boolean {
  const { users, requests } = sim.world;
  const loggedOut = users.oldSession[user] !== NONE;
  const session = loggedOut ? users.oldSession[user] : users.session[user];
  const token = loggedOut ? users.oldToken[user] : users.token[user];
  if (session === NONE) return false;
  const r = makeRequest(sim, NONE, RequestKind.page);
  sim.world.requests.luck[r] = uniform(sim.streams.impostor, user, by);
  requests.session[r] = session;
  holdSession(sim.world, session);
  if (token !== NONE) bringToken(sim, r, token);
  setOut(sim, r);
  return true;
}
