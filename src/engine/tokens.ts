/** Tokens: how one is sealed, what it weighs, how long it is good for. Kept for as long as anybody has it. */
import { knowsKey } from './keys.ts';
import type { Scenario } from './scenario.ts';
import { dropSession, holdSession } from './shelves.ts';
import type { Sim } from './sim.ts';
import { accepts } from './state/servers.ts';
import { addRow, freeRow, NONE } from './state/table.ts';
import type { World } from './state/world.ts';

/** Browsers and frameworks refuse a cookie of more bytes than this, its name included (RFC 6265 asks for as many). */
export const COOKIE_LIMIT_BYTES = 4096;

/** Seals a session with what is in its cart. The caller holds the one reference. */
export function sealToken({ world, scenario }: Sim, session: number, cart: number, key: number): number {
  const { tokens, sessions, nowMs } = world;
  const { lifetimeMs, token } = scenario.sessions;
  const t = addRow(tokens);
  tokens.session[t] = session;
  tokens.cart[t] = cart;
  tokens.issuedMs[t] = nowMs;
  // A session that may only live for so long is sealed anew for what is left of that.
  tokens.endMs[t] = Math.min(
    nowMs + (token.ttlMs ?? Number.POSITIVE_INFINITY),
    sessions.madeMs[session] + (lifetimeMs ?? Number.POSITIVE_INFINITY),
  );
  tokens.key[t] = key;
  tokens.references[t] = 1;
  holdSession(world, session);
  return t;
}

/** Notes one more who has the token; NONE is allowed and does nothing. */
export function holdToken({ tokens }: World, token: number): void {
  if (token !== NONE) tokens.references[token]++;
}

export function dropToken(world: World, token: number): void {
  const { tokens } = world;
  if (token === NONE || --tokens.references[token] > 0) return;
  const session = tokens.session[token];
  tokens.session[token] = NONE;
  freeRow(tokens, token);
  dropSession(world, session);
}

/** Bytes of the cookie that holds a session with so many things in its cart. */
export function tokenBytes({ sessions }: Scenario, cart: number): number {
  return sessions.size.base + sessions.size.item * cart;
}

/** Would some server accept the token now? Nobody in the world can ask this; pictures and words can. */
export function isAccepted(world: World, token: number): boolean {
  const { tokens, sessions, servers, nowMs } = world;
  if (sessions.empty[tokens.session[token]] === 1 || nowMs > tokens.endMs[token]) return false;
  for (let s = 0; s < servers.length; s++) {
    if (accepts(servers.state[s]) && knowsKey(world, s, tokens.key[token])) return true;
  }
  return false;
}
