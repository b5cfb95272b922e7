/** The part of a chain of causes that is about a session which its owner carries. */
import type { Cause, Story } from './causes.ts';
import { pushOverwritten, pushStale, pushWhereabouts } from './sessionCauses.ts';
import { scenarioAfter } from './settings.ts';
import { findRecord } from './shelves.ts';
import { Reason } from './state/requests.ts';
import { SessionEnd, WITH_OWNER } from './state/sessions.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { COOKIE_LIMIT_BYTES, tokenBytes } from './tokens.ts';

/** What the server read in the token, and what is wrong with it. */
export function pushToken(world: World, r: number, run: Story, chain: Cause[]): void {
  const { requests, sessions, tokens, records } = world;
  const session = requests.session[r];
  const token = requests.token[r];
  const reason = requests.reason[r];
  chain.push({ code: 'cookie-valid', session: sessions.serial[session] });
  if (token === NONE) chain.push({ code: 'looked-in', place: WITH_OWNER, found: false });
  else chain.push({ code: 'token-read', atMs: tokens.issuedMs[token] });
  if (sessions.empty[session] === 1) {
    pushOverwritten(world, session, run, chain);
    return;
  }
  chain.push({ code: 'record-made', place: sessions.madeAt[session], atMs: sessions.madeMs[session] });
  if (token === NONE) pushWhereabouts(world, session, NONE, WITH_OWNER, run, chain);
  else if (reason === Reason.tokenExpired) chain.push({ code: 'token-expired', atMs: tokens.endMs[token] });
  else if (reason === Reason.revoked) {
    const entry = findRecord(world, session, requests.lookedIn[r]);
    if (entry !== NONE) chain.push({ code: 'token-revoked', atMs: records.madeMs[entry] });
  } else if (reason === Reason.staleCart) pushStale(world, r, chain);
  else if (reason === Reason.impostor && sessions.end[session] === SessionEnd.loggedOut) {
    chain.push({ code: 'logged-out', atMs: sessions.endMs[session] });
  }
}

/** How much too large the session has become for a cookie. */
export function pushSize({ requests, interventions }: World, r: number, run: Story, chain: Cause[]): void {
  const items = requests.cart[r] + 1;
  const bytes = tokenBytes(scenarioAfter(run.scenario, run.interventions, interventions), items);
  chain.push({ code: 'cookie-too-large', bytes, items, most: COOKIE_LIMIT_BYTES });
}
