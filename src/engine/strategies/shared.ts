/** One store outside the servers keeps all sessions. Any server will do, at the price of asking. */
import { keepAt, lookUp } from '../sessionAccess.ts';
import { dropRecord, findLogin, findRecord, moveRecord, putRecord } from '../shelves.ts';
import { RequestPhase } from '../state/requests.ts';
import { SessionEnd, STORE } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { askStore, placeAsked } from '../store/commands.ts';
import { dropToken, isAccepted } from '../tokens.ts';
import { STRATEGIES } from './index.ts';
import type { SessionStrategy } from './strategy.ts';

export const shared: SessionStrategy = {
  ...STRATEGIES.shared,
  id: 'shared',
  find(sim, r) {
    askStore(sim, r, RequestPhase.readingStore);
  },
  storeAnswered(sim, r) {
    lookUp(sim, r, placeAsked(sim.world, r));
  },
  keepsInStore: () => true,
  keep(sim, r) {
    keepAt(sim, r, placeAsked(sim.world, r));
  },
  takeOver({ world }) {
    if (world.stores.up[0] === 0) return;
    const { users, requests } = world;
    for (let user = 0; user < users.length; user++) {
      carry(world, users.session[user]);
      unseal(world, users.token[user]);
      dropToken(world, users.token[user]);
      users.token[user] = NONE;
    }
    // What is still on its way to its owner.
    for (let r = 0; r < requests.length; r++) {
      if (requests.serial[r] === 0) continue;
      carry(world, requests.newSession[r]);
      unseal(world, requests.newToken[r]);
    }
  },
};

/** Puts the session in a token into the store, in place of an older one that may be there. */
function unseal(world: World, token: number): void {
  if (token === NONE || !isAccepted(world, token)) return;
  const { tokens, sessions, records } = world;
  const session = tokens.session[token];
  sessions.key[session] = tokens.key[token];
  const record = findRecord(world, session, STORE);
  if (record === NONE) putRecord(world, session, STORE, tokens.cart[token]);
  else records.cart[record] = tokens.cart[token];
}

/** Moves the newest record of a session into the store, in place of an older one that may be there. */
function carry(world: World, session: number): void {
  if (session === NONE) return;
  const record = findLogin(world, session);
  if (record === NONE || world.records.place[record] === STORE) return;
  const older = findRecord(world, session, STORE);
  if (older !== NONE) dropRecord(world, older, SessionEnd.replaced, NONE);
  moveRecord(world, record, STORE);
}
