/**
 * The way between those who ask and the balancer: straight, or by the nearest edge node of the CDN, which keeps
 * what passes and answers by itself when it can.
 */
import { uniform } from '../random/streams.ts';
import type { Sim } from '../sim.ts';
import { CacheKind, RequestKind, RequestPhase } from '../state/requests.ts';
import { NONE } from '../state/table.ts';
import { endRefresh, enterPhase, makeRequest, settle } from '../travel.ts';
import {
  addEntry,
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
import { objectCount, publicPage, sessionPage } from './objects.ts';

/** Makes room for everything that every edge node may keep. */
export function openCdn({ world, scenario }: Sim): void {
  const wanted = scenario.cdn.nodes * objectCount(scenario);
  while (world.edge.length < wanted) addEntry(world.edge);
}

/** The request leaves, in a world with caches. */
export function setOutPastCaches(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const { cdn, pageCache, hops } = sim.scenario;
  const kind = requests.kind[r];
  const passesEdge = cdn.on && (kind === RequestKind.file || cdn.keeps !== 'files');
  if (kind === RequestKind.visit) {
    if (passesEdge || pageCache.at !== 'nowhere') requests.object[r] = publicPage(sim.scenario);
  } else if (kind === RequestKind.page && passesEdge && cdn.keeps === 'all-pages') {
    requests.object[r] = sessionPage(sim.scenario);
  }
  if (passesEdge) {
    requests.edge[r] = nearestNode(sim, r);
    enterPhase(sim, r, RequestPhase.toEdge, hops.edgeMs);
  } else enterPhase(sim, r, RequestPhase.toBalancer, hops.userMs);
}

/** Everybody stays where they are: a person near one node, and a passing visitor as well. */
function nearestNode({ world, scenario, streams }: Sim, r: number): number {
  const { nodes } = scenario.cdn;
  const user = world.requests.user[r];
  if (user !== NONE) return user % nodes;
  return Math.floor(uniform(streams.nearestNode, 0, world.requests.visitor[r]) * nodes);
}

/** A request has reached its edge node. */
export function atEdge(sim: Sim, r: number): void {
  const { world } = sim;
  const { requests, edge: entries, nowMs, totals } = world;
  const { cdn } = sim.scenario;
  if (!keeps(sim, requests.object[r])) {
    goOn(sim, r);
    return;
  }
  const e = entryOf(sim, r);
  if (isUsable(entries, e, nowMs, cdn.staleWhileRevalidateMs)) {
    const node = requests.edge[r];
    const object = requests.object[r];
    totals.edgeHits++;
    answerAtEdge(sim, e, r);
    if (!isFresh(entries, e, nowMs) && !isFetching(entries, e)) refresh(sim, e, node, object);
    return;
  }
  totals.edgeMisses++;
  if (!isFetching(entries, e)) entries.leader[e] = r;
  else if (cdn.coalesces) {
    joinWaiting(sim, entries, e, r);
    enterPhase(sim, r, RequestPhase.waitingAtEdge, cdn.longestWaitMs);
    return;
  }
  fetch(sim, r);
}

/** It has waited long enough for what another request is bringing, and is sent on after all. */
export function edgeWaitOver(sim: Sim, r: number): void {
  leaveWaiting(sim, sim.world.edge, entryOf(sim, r), r);
  fetch(sim, r);
}

/** The answer has come back to the edge node. */
export function backAtEdge(sim: Sim, r: number): void {
  const { world } = sim;
  const { requests, edge: entries, nowMs } = world;
  const { cdn } = sim.scenario;
  if (requests.object[r] === NONE) {
    leaveEdge(sim, r);
    return;
  }
  const e = entryOf(sim, r);
  const wasLeader = entries.leader[e] === r;
  const filled = bring(sim, entries, e, r, cdn);
  const old = requests.status[r] >= 500 && isUsable(entries, e, nowMs, cdn.staleIfErrorMs);
  if (old && requests.kind[r] !== RequestKind.refresh) answerAtEdge(sim, e, r);
  else leaveEdge(sim, r);
  if (filled || (wasLeader && old)) answerAllWaiting(sim, e);
  else if (wasLeader) sendNextWaiting(sim, entries, e);
}

function answerAllWaiting(sim: Sim, e: number): void {
  const { edge } = sim.world;
  for (let r = takeWaiting(sim, edge, e); r !== NONE; r = takeWaiting(sim, edge, e)) answerAtEdge(sim, e, r);
}

/** The node asks for new content by itself, while it gives out the old. */
function refresh(sim: Sim, e: number, node: number, object: number): void {
  const { world } = sim;
  const r = makeRequest(sim, NONE, RequestKind.refresh);
  world.requests.luck[r] = uniform(sim.streams.refresh, e, world.totals.edgeFetches);
  world.requests.edge[r] = node;
  world.requests.object[r] = object;
  world.edge.leader[e] = r;
  fetch(sim, r);
}

function fetch(sim: Sim, r: number): void {
  sim.world.totals.edgeFetches++;
  goOn(sim, r);
}

function goOn(sim: Sim, r: number): void {
  enterPhase(sim, r, RequestPhase.toBalancer, sim.scenario.hops.originMs);
}

function answerAtEdge(sim: Sim, e: number, r: number): void {
  answerFrom(sim, sim.world.edge, e, r, CacheKind.edge);
  leaveEdge(sim, r);
}

function leaveEdge(sim: Sim, r: number): void {
  settle(sim, r);
  if (sim.world.requests.kind[r] === RequestKind.refresh) endRefresh(sim, r);
  else enterPhase(sim, r, RequestPhase.toUser, sim.scenario.hops.edgeMs);
}

/** Does the CDN keep it now? */
function keeps({ scenario }: Sim, object: number): boolean {
  if (object === NONE) return false;
  if (object < publicPage(scenario)) return true;
  const { keeps: what } = scenario.cdn;
  return object === sessionPage(scenario) ? what === 'all-pages' : what !== 'files';
}

const entryOf = ({ world, scenario }: Sim, r: number): number =>
  world.requests.edge[r] * objectCount(scenario) + world.requests.object[r];
