/**
 * One entry of any cache: is it fresh, who was sent for its content, who waits, and what happens when the content
 * comes or does not. Knows no network and no server: the caches say where to go.
 */
import type { CacheRules } from '../scenario.ts';
import type { Sim } from '../sim.ts';
import { type Entries, Leader } from '../state/caches.ts';
import { type CacheKind, Reason, RequestKind } from '../state/requests.ts';
import { addRow, NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { endPhaseAt } from '../travel.ts';

/** Adds an empty entry and returns its row. */
export function addEntry(entries: Entries): number {
  const e = addRow(entries);
  entries.next[e] = NONE;
  entries.leader[e] = Leader.nobody;
  entries.waitFirst[e] = NONE;
  entries.waitLast[e] = NONE;
  emptyEntry(entries, e);
  return e;
}

/** The content is gone. Whoever is on the way to bring it still does. */
export function emptyEntry(entries: Entries, e: number): void {
  entries.filledMs[e] = -1;
  entries.freshUntilMs[e] = 0;
  entries.user[e] = NONE;
  entries.cart[e] = 0;
  entries.bound[e] = NONE;
}

const isFilled = (entries: Entries, e: number): boolean => entries.filledMs[e] >= 0;

export function isFresh(entries: Entries, e: number, nowMs: number): boolean {
  return isFilled(entries, e) && nowMs < entries.freshUntilMs[e];
}

/** May the content be used although it is no longer fresh, for as long as that is allowed? */
export function isUsable(entries: Entries, e: number, nowMs: number, staleForMs: number): boolean {
  return isFilled(entries, e) && nowMs < entries.freshUntilMs[e] + staleForMs;
}

/** Is a request on its way to bring the content? */
export const isFetching = (entries: Entries, e: number): boolean => entries.leader[e] >= 0;

/**
 * An answer from behind the cache has come. Returns whether the entry has been filled with it. Only the first that
 * was sent fills it, so that its lifetime counts from the first answer; others do when that one failed.
 */
export function bring(sim: Sim, entries: Entries, e: number, r: number, rules: CacheRules): boolean {
  const { requests, nowMs } = sim.world;
  const good = requests.status[r] === 200;
  const isLeader = entries.leader[e] === r;
  const fills = good && (isLeader || (entries.leader[e] === Leader.failed && !isFresh(entries, e, nowMs)));
  if (isLeader || fills) entries.leader[e] = good ? Leader.nobody : Leader.failed;
  if (!fills) return false;
  entries.filledMs[e] = nowMs;
  entries.freshUntilMs[e] = nowMs + rules.ttlMs;
  entries.user[e] = requests.kind[r] === RequestKind.page ? ownerOfPage(sim.world, r) : NONE;
  entries.cart[e] = requests.cart[r];
  entries.bound[e] =
    sim.strategy.affinity === 'cookie' && sim.scenario.balancer.affinity === 'cookie'
      ? requests.server[r]
      : NONE;
  return true;
}

/** Whose page it is: whoever comes with a copy of a cookie gets the page of its owner. */
function ownerOfPage({ requests, sessions }: World, r: number): number {
  const session = requests.session[r];
  return requests.user[r] === NONE && session !== NONE ? sessions.user[session] : requests.user[r];
}

/** Makes the content of an entry the answer to a request: its status, its reason, and whose page it is. */
export function answerFrom(sim: Sim, entries: Entries, e: number, r: number, cache: CacheKind): void {
  const { requests, nowMs } = sim.world;
  const owner = entries.user[e];
  const forOther = owner !== NONE && owner !== requests.user[r];
  requests.status[r] = 200;
  requests.reason[r] = forOther
    ? Reason.othersPage
    : nowMs < entries.freshUntilMs[e] || nowMs === entries.filledMs[e]
      ? Reason.cached
      : Reason.stale;
  requests.cache[r] = cache;
  requests.sees[r] = owner;
  if (owner === NONE) return;
  requests.cart[r] = entries.cart[e];
  requests.bound[r] = entries.bound[e];
}

/** Puts a request behind those who wait for the content. */
export function joinWaiting(sim: Sim, entries: Entries, e: number, r: number): void {
  const { requests } = sim.world;
  requests.next[r] = NONE;
  if (entries.waitFirst[e] === NONE) entries.waitFirst[e] = r;
  else requests.next[entries.waitLast[e]] = r;
  entries.waitLast[e] = r;
}

/** The first of those who wait, who waits no longer; NONE when nobody does. */
export function takeWaiting(sim: Sim, entries: Entries, e: number): number {
  const { requests } = sim.world;
  const r = entries.waitFirst[e];
  if (r === NONE) return NONE;
  entries.waitFirst[e] = requests.next[r];
  if (entries.waitFirst[e] === NONE) entries.waitLast[e] = NONE;
  return r;
}

/** Takes a request out of those who wait, if it is among them. Mostly it is the first. */
export function leaveWaiting(sim: Sim, entries: Entries, e: number, r: number): void {
  const { requests } = sim.world;
  let before = NONE;
  let at = entries.waitFirst[e];
  while (at !== NONE && at !== r) {
    before = at;
    at = requests.next[at];
  }
  if (at === NONE) return;
  if (before === NONE) entries.waitFirst[e] = requests.next[r];
  else requests.next[before] = requests.next[r];
  if (entries.waitLast[e] === r) entries.waitLast[e] = before;
}

/** The one that was sent failed: the next of those who wait is sent, and the others go on waiting. */
export function sendNextWaiting(sim: Sim, entries: Entries, e: number): void {
  const r = takeWaiting(sim, entries, e);
  if (r === NONE) return;
  entries.leader[e] = r;
  // By an event, since the next one may fail at once as well, and there may be thousands.
  endPhaseAt(sim, r, sim.world.nowMs);
}
