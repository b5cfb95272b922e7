/** The balancer's cache for the page that all visitors get, and the door by which every answer leaves the balancer. */
import { uniform } from '../random/streams.ts';
import type { Sim } from '../sim.ts';
import { CacheKind, RequestKind, RequestPhase } from '../state/requests.ts';
import { NONE } from '../state/table.ts';
import { endRefresh, enterPhase, makeRequest, settle } from '../travel.ts';
import {
  answerFrom,
  bring,
  isFetching,
  isFresh,
  isUsable,
  joinWaiting,
  leaveWaiting,
  sendNextWaiting,
  takeWaiting,
} from './entries.ts';
import { publicPage } from './objects.ts';
import { BALANCER_ROW as e, rowOfServer } from './pageRows.ts';

/** Makes room for the page, so that there is always one in the balancer's row. */
export function openPageCache({ world }: Sim): void {
  rowOfServer(world.pages, 0);
}

/** A request has reached the balancer. Returns whether it stays there: answered, or waiting for the page. */
export function staysAtBalancer(sim: Sim, r: number): boolean {
  const { requests, pages, nowMs, totals } = sim.world;
  const { pageCache } = sim.scenario;
  if (pageCache.at !== 'balancer' || requests.object[r] !== publicPage(sim.scenario)) return false;
  if (pages.leader[e] === r) return false; // the cache itself has sent it
  if (isUsable(pages, e, nowMs, pageCache.staleWhileRevalidateMs)) {
    const object = requests.object[r];
    totals.pageHits++;
    answerAtBalancer(sim, r);
    if (!isFresh(pages, e, nowMs) && !isFetching(pages, e)) refresh(sim, object);
    return true;
  }
  totals.pageMisses++;
  if (!isFetching(pages, e)) pages.leader[e] = r;
  else if (pageCache.coalesces) {
    joinWaiting(sim, pages, e, r);
    enterPhase(sim, r, RequestPhase.waitingAtBalancer, pageCache.longestWaitMs);
    return true;
  }
  totals.pageFetches++;
  return false;
}

/** It has waited long enough for the page that another request is bringing; it will be sent to a server. */
export function balancerWaitOver(sim: Sim, r: number): void {
  leaveWaiting(sim, sim.world.pages, e, r);
  sim.world.totals.pageFetches++;
}

/** An answer to what caches may keep, or that goes by the edge, leaves the balancer. */
export function sendHomePastCaches(sim: Sim, r: number): void {
  const { requests, pages } = sim.world;
  const isPage = requests.object[r] === publicPage(sim.scenario) && pages.length > 0;
  if (isPage && (sim.scenario.pageCache.at === 'balancer' || pages.leader[e] === r)) backAtBalancer(sim, r);
  else leaveBalancer(sim, r);
}

function backAtBalancer(sim: Sim, r: number): void {
  const { requests, pages, nowMs } = sim.world;
  const { pageCache } = sim.scenario;
  const wasLeader = pages.leader[e] === r;
  const filled = bring(sim, pages, e, r, pageCache);
  const old = requests.status[r] >= 500 && isUsable(pages, e, nowMs, pageCache.staleIfErrorMs);
  const isOwn = requests.kind[r] === RequestKind.refresh && requests.edge[r] === NONE;
  if (old && !isOwn) answerAtBalancer(sim, r);
  else leaveBalancer(sim, r);
  if (filled || (wasLeader && old)) answerAllWaiting(sim);
  else if (wasLeader) sendNextWaiting(sim, pages, e);
}

function answerAllWaiting(sim: Sim): void {
  const { pages } = sim.world;
  for (let r = takeWaiting(sim, pages, e); r !== NONE; r = takeWaiting(sim, pages, e))
    answerAtBalancer(sim, r);
}

/** The cache asks for the page by itself, while it gives out the old one. */
function refresh(sim: Sim, object: number): void {
  const { world } = sim;
  const r = makeRequest(sim, NONE, RequestKind.refresh);
  world.requests.luck[r] = uniform(sim.streams.refreshPage, 0, world.totals.pageFetches);
  world.requests.object[r] = object;
  world.pages.leader[e] = r;
  world.totals.pageFetches++;
  enterPhase(sim, r, RequestPhase.toBalancer, 0);
}

function answerAtBalancer(sim: Sim, r: number): void {
  answerFrom(sim, sim.world.pages, e, r, CacheKind.balancer);
  leaveBalancer(sim, r);
}

/** Towards the one who asked, straight or by the edge node that it came by. */
function leaveBalancer(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const { hops } = sim.scenario;
  if (requests.edge[r] !== NONE) {
    enterPhase(sim, r, RequestPhase.backToEdge, hops.originMs);
    return;
  }
  if (requests.object[r] !== NONE) settle(sim, r);
  if (requests.kind[r] === RequestKind.refresh) endRefresh(sim, r);
  else enterPhase(sim, r, RequestPhase.toUser, hops.userMs);
}
