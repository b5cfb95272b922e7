/**
 * How the balancer came to its choice of a server for a request: who was in question, and why the others were passed
 * over. Read from the world at the moment of the choice; what a server is really doing stands beside what is believed.
 */
import { attemptsOf } from '../engine/attempts.ts';
import type { PolicyId } from '../engine/policies/index.ts';
import type { RetryTarget } from '../engine/retries.ts';
import { RoutedBy } from '../engine/state/requests.ts';
import { SERVER_STATES, ServerState, type ServerStateName } from '../engine/state/servers.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';

/**
 * Why a server was not the one. `possible`: the policy preferred another. `bound`: the request belonged to another.
 * `stayed`: another attempt went to the same server as the last one. The rest: it was not in question at all.
 */
export const PASSED_OVER = [
  'possible',
  'bound',
  'stayed',
  'tried',
  'unlisted',
  'drained',
  'weightless',
  'unproven',
  'unhealthy',
  'shutOut',
] as const;
export type PassedOver = (typeof PASSED_OVER)[number];

export interface Candidate {
  server: number;
  /** `chosen`, or why it was passed over. */
  fate: 'chosen' | PassedOver;
  /** Requests that it had under way, as the balancer counts, without this one. */
  inFlight: number;
  weight: number;
  /** What it was really doing. */
  state: ServerStateName;
}

export interface Choice {
  atMs: number;
  /** The chosen server, or null when there was nobody to choose. */
  server: number | null;
  /** By the policy, because the person or their address is bound to it, or the same server once more. */
  how: 'policy' | 'affinity' | 'address' | 'again';
  policy: PolicyId;
  candidates: Candidate[];
}

/** Servers that one choice tells of: the chosen one, and the first of the others. */
const MOST_CANDIDATES = 40;

/** @param before the server of the attempt before, or null; a policy never gives that one again */
export function readChoice(
  world: World,
  r: number,
  before: number | null,
  retryTo: RetryTarget,
  found: boolean,
): Choice {
  const { requests, servers, settings } = world;
  const server = found ? requests.server[r] : null;
  const how = server === null ? 'policy' : server === before ? 'again' : HOW[requests.routedBy[r]];
  const tried = attemptsOf(world, r).map((a) => world.attempts.server[a]);
  // HAProxy avoids only the last one.
  const avoided = retryTo === 'next' ? tried : tried.slice(-1);
  const candidates: Candidate[] = [];
  for (let s = 0; s < servers.length; s++) {
    const isChosen = s === server;
    const isGone = servers.state[s] === ServerState.removed && servers.registered[s] === 0;
    if (isGone || (!isChosen && candidates.length >= MOST_CANDIDATES)) continue;
    candidates.push({
      server: s,
      fate: isChosen ? 'chosen' : passedOver(world, s, how, avoided.includes(s)),
      // The balancer counts the request before it is sent.
      inFlight: servers.inFlight[s] - Number(isChosen),
      weight: servers.weight[s],
      state: SERVER_STATES[servers.state[s]],
    });
  }
  return { atMs: world.nowMs, server, how, policy: settings.policy, candidates };
}

const HOW = {
  [RoutedBy.nobody]: 'policy',
  [RoutedBy.policy]: 'policy',
  [RoutedBy.affinity]: 'affinity',
  [RoutedBy.address]: 'address',
} as Readonly<Record<number, Choice['how']>>;

function passedOver(
  { servers, balancer }: World,
  s: number,
  how: Choice['how'],
  isTried: boolean,
): PassedOver {
  if (servers.registered[s] === 0) return 'unlisted';
  if (balancer.isUsable[s] === 0) {
    if (servers.onlyBound[s] === 1 || servers.keptOut[s] === 1) return 'drained';
    if (servers.fullWeight[s] <= 0) return 'weightless';
    if (servers.unproven[s] === 1) return 'unproven';
    return servers.healthy[s] === 0 ? 'unhealthy' : 'shutOut';
  }
  if (isTried) return 'tried';
  if (how === 'policy') return 'possible';
  return how === 'again' ? 'stayed' : 'bound';
}

/** Could any server have got this attempt? */
export function anybodyLeft(world: World, r: number, retryTo: RetryTarget): boolean {
  const tried = attemptsOf(world, r).map((a) => world.attempts.server[a]);
  const avoided = retryTo === 'next' ? tried : tried.slice(-1);
  const { usable, usableCount } = world.balancer;
  for (let i = 0; i < usableCount; i++) if (!avoided.includes(usable[i])) return true;
  return false;
}

/** The server of a request's last failed attempt, or null. */
export function serverBefore(world: World, r: number): number | null {
  const a = attemptsOf(world, r).at(-1);
  return a === undefined || a === NONE ? null : world.attempts.server[a];
}
