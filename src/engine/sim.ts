/**
 * What the rules share while they run: the world they change, the scenario they read, the chance they
 * draw. Only `world` is state; everything else here follows from the run and from `world.settings`.
 */
import type { Chooser } from './chooser.ts';
import type { Popularity } from './edge/objects.ts';
import * as eventKinds from './eventKind.ts';
import { schedule } from './eventQueue.ts';
import type { Policy } from './policies/policy.ts';
import type { Streams } from './random/streams.ts';
import type { Scenario, ScriptLine } from './scenario.ts';
import type { RequestPhase } from './state/requests.ts';
import type { ServerState } from './state/servers.ts';
import type { World } from './state/world.ts';
import type { SessionStrategy } from './strategies/strategy.ts';

export * as EventKind from './eventKind.ts';

/** Something rare and worth telling. Requests are told by the other calls of an observer. */
export type Happening =
  | {
      what: 'server-state';
      server: number;
      state: (typeof ServerState)[keyof typeof ServerState];
      by: number;
    }
  /** The balancer took the server out of rotation or let it in again. */
  | { what: 'server-health'; server: number; healthy: boolean }
  /** All `count` records of a place are gone; `wanted` sessions were lost with them, the others were leftovers. */
  | { what: 'sessions-lost'; place: number; count: number; wanted: number; by: number }
  /** A node of the store died or came back, with so many records: on its disk, and then in its memory. */
  | { what: 'store-state'; place: number; up: boolean; records: number; by: number }
  /** A new version begins to reach the servers, or has reached all of them. */
  | { what: 'deploy'; version: number; done: boolean; by: number }
  /** The autoscaler begins to add or to remove servers. */
  | { what: 'scaling'; from: number; to: number }
  /** A node of the store leads its shard from now on, in place of another. */
  | { what: 'store-leader'; place: number; from: number; by: number }
  /** A node of the store copied all of another. */
  | { what: 'store-copied'; place: number; from: number; by: number }
  /** So many sessions are there again though their owners had logged out. */
  | { what: 'logouts-undone'; place: number; count: number; by: number }
  /** The store has one more shard. `moved` sessions went there; so many others, in use, are now looked for in vain. */
  | { what: 'shard-added'; place: number; moved: number; astray: number; by: number }
  /** A balancer died, which may have been in charge (`led`), or came back. Who is in charge from then on is told apart. */
  | { what: 'balancer-state'; node: number; up: boolean; led: boolean; by: number }
  /** A balancer has the address from now on. */
  | { what: 'balancer-takes-over'; node: number; by: number }
  /** The network between the zones was cut or mended. */
  | { what: 'network'; cut: boolean; by: number }
  | { what: 'user-left'; user: number }
  /**
   * Whoever asked (`user` is NONE for a passing visitor) waits no longer. `finished` follows. The row `request`
   * goes on without them, and its server may still decide.
   */
  | { what: 'gave-up'; user: number; request: number }
  /** An intervention was applied; `ignored` when it made no sense at that time. */
  | { what: 'intervention'; index: number; ignored: boolean };

/**
 * Watches a run. The calls carry row numbers; what they mean is read from the world during the call.
 * An observer never changes the world.
 */
export interface Observer {
  /** A request entered a new phase, or the end of the phase it is in was moved (`sinceMs` stays). */
  moved?(world: World, request: number): void;
  /**
   * Status and reason of a request's answer are settled, once for each request; the answer is yet to travel. Also
   * for requests that nobody waits for any more.
   */
  decided?(world: World, request: number): void;
  /**
   * A request has ended for the one who asked, once for each request: with its answer, or by waiting in vain. The
   * row holds what they got (status, reason) during the call. It is freed after it, unless it was waited for in vain.
   */
  finished?(world: World, request: number): void;
  /** A version of a session set out for another place, where it is expected at `arrivesMs`. */
  copied?(world: World, copy: number, arrivesMs: number): void;
  happened?(world: World, happening: Happening): void;
}

/** Things that most scenarios do without. */
interface Uses {
  /** Does the balancer remember where it sent what (passive checks, affinity by address)? */
  notesOfSends: boolean;
  /** Are there caches on the way? */
  caches: boolean;
}

export function usesOf({ balancer, cdn, pageCache }: Scenario): Uses {
  return {
    notesOfSends: balancer.detection.maxFails > 0 || balancer.affinity === 'address',
    caches: cdn.on || pageCache.at !== 'nowhere',
  };
}

export interface Sim {
  /** The scenario that holds now: what the run began with, and what was set since. */
  scenario: Scenario;
  readonly streams: Streams;
  world: World;
  policy: Policy;
  readonly chooser: Chooser;
  strategy: SessionStrategy;
  /** Each person's lines of the scenario's script, in order; null without a script. */
  readonly script: readonly (readonly ScriptLine[])[] | null;
  observer: Observer | null;
  /** What the scenario asks for, worked out when it changes, because every request wants to know. */
  uses: Uses;
  /** How often each file is asked for; follows from the scenario. */
  readonly popularity: Popularity;
  /** What happens when a request's phase is over; set by the simulation, so that the rules form no ring. */
  phaseEnded(request: number, phase: RequestPhase): void;
}

/** Schedules an event after a duration. */
export function after(sim: Sim, durationMs: number, kind: number, subject: number): number {
  return schedule(sim.world.queue, sim.world.nowMs + durationMs, kind, subject);
}

/** A server's health or place has changed: a deploy that is under way looks whether it can go on. */
export function wakeDeploy(sim: Sim): void {
  const { deploy } = sim.world;
  if (deploy.active === 1 && deploy.event === 0) deploy.event = after(sim, 0, eventKinds.deploy, 0);
}

export function tell(sim: Sim, happening: Happening): void {
  sim.observer?.happened?.(sim.world, happening);
}
