/**
 * The cache for the page of the visitors in the memory of a server: the first worker who finds none computes it.
 * Meanwhile others compute it too, or wait for it, or give out the old one. There is no work in the background.
 */
import type { Sim } from '../sim.ts';
import { CacheKind, Reason, RequestPhase } from '../state/requests.ts';
import { accepts } from '../state/servers.ts';
import { NONE } from '../state/table.ts';
import { occupy, serve, work } from '../work.ts';
import {
  answerFrom,
  bring,
  isFetching,
  isFresh,
  isUsable,
  joinWaiting,
  leaveWaiting,
  takeWaiting,
} from './entries.ts';
import { publicPage } from './objects.ts';
import { rowOfServer } from './pageRows.ts';

/** A worker answers a request for the page: from the cache, or by computing it. */
export function servePage(sim: Sim, r: number): void {
  const { requests, pages, nowMs, totals } = sim.world;
  const { pageCache, service } = sim.scenario;
  if (pageCache.at !== 'servers' || requests.object[r] !== publicPage(sim.scenario)) {
    serve(sim, r);
    return;
  }
  const e = rowOfServer(pages, requests.server[r]);
  const fetching = isFetching(pages, e);
  const staleForMs = fetching ? pageCache.staleWhileRevalidateMs : 0;
  if (isFresh(pages, e, nowMs) || isUsable(pages, e, nowMs, staleForMs)) {
    totals.pageHits++;
    answerFrom(sim, pages, e, r, CacheKind.server);
    work(sim, r, service.cachedMs);
    return;
  }
  totals.pageMisses++;
  if (fetching && pageCache.coalesces) {
    joinWaiting(sim, pages, e, r);
    occupy(sim, r, RequestPhase.waitingForPage, pageCache.longestWaitMs);
    return;
  }
  if (!fetching) pages.leader[e] = r;
  compute(sim, r);
}

/** It has waited long enough: the balancer's patience is over, or the worker computes the page after all. */
export function leaveWaitingForPage(sim: Sim, r: number): void {
  const { requests, pages } = sim.world;
  leaveWaiting(sim, pages, rowOfServer(pages, requests.server[r]), r);
}

export function compute(sim: Sim, r: number): void {
  sim.world.totals.pageFetches++;
  serve(sim, r);
}

/** The work on a page is over, with a status unless it was given up. Those who waited for it get it, or compute it. */
export function pageComputed(sim: Sim, r: number): void {
  const { requests, servers, pages } = sim.world;
  const s = requests.server[r];
  const e = s + 1;
  if (e >= pages.length || requests.object[r] !== publicPage(sim.scenario)) return;
  if (sim.scenario.pageCache.at !== 'servers' && pages.leader[e] !== r) return;
  if (requests.cache[r] !== CacheKind.none) return; // it came out of the cache
  const wasLeader = pages.leader[e] === r;
  if (bring(sim, pages, e, r, sim.scenario.pageCache)) {
    for (let w = takeWaiting(sim, pages, e); w !== NONE; w = takeWaiting(sim, pages, e)) {
      requests.late[w] = Reason.none;
      answerFrom(sim, pages, e, w, CacheKind.server);
      work(sim, w, 0);
    }
  } else if (wasLeader && accepts(servers.state[s])) {
    const next = takeWaiting(sim, pages, e);
    if (next === NONE) return;
    pages.leader[e] = next;
    requests.late[next] = Reason.none;
    compute(sim, next);
  }
}
