/** Every server keeps a copy of every session. Any server will do, at the price of telling all the others. */
import { copyEverywhere, keepEverywhere } from '../replication.ts';
import { findLogin } from '../shelves.ts';
import type { Sim } from '../sim.ts';
import { SessionEnd } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import { openCopies } from '../store/copies.ts';
import { versionOfRecord } from '../store/versions.ts';
import { dropToken, isAccepted } from '../tokens.ts';
import { STRATEGIES } from './index.ts';
import { memory } from './memory.ts';
import type { SessionStrategy } from './strategy.ts';

export const replicated: SessionStrategy = {
  ...memory,
  ...STRATEGIES.replicated,
  id: 'replicated',
  open: ({ world }) => openCopies(world),
  keep: keepEverywhere,
  takeOver(sim) {
    const { world } = sim;
    const { users, requests } = world;
    openCopies(world);
    for (let user = 0; user < users.length; user++) {
      carry(sim, users.session[user]);
      unseal(sim, users.token[user]);
      dropToken(world, users.token[user]);
      users.token[user] = NONE;
    }
    // What is still on its way to its owner.
    for (let r = 0; r < requests.length; r++) {
      if (requests.serial[r] === 0) continue;
      carry(sim, requests.newSession[r]);
      unseal(sim, requests.newToken[r]);
    }
  },
};

/** The newest record of a session, wherever it is, is copied to every server. */
function carry(sim: Sim, session: number): void {
  const record = session === NONE ? NONE : findLogin(sim.world, session);
  if (record !== NONE) copyEverywhere(sim, session, versionOfRecord(sim.world, record));
}

function unseal(sim: Sim, token: number): void {
  const { world } = sim;
  if (token === NONE || !isAccepted(world, token)) return;
  const { tokens, sessions, nowMs } = world;
  sessions.key[tokens.session[token]] = tokens.key[token];
  copyEverywhere(sim, tokens.session[token], {
    end: SessionEnd.none,
    by: NONE,
    writtenMs: nowMs,
    loggedIn: 1,
    cart: tokens.cart[token],
    madeMs: nowMs,
    usedMs: nowMs,
  });
}
