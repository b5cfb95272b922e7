/** Versions of sessions on their way from one place to another: between nodes of the store, or between servers. */
import { schedule } from '../eventQueue.ts';
import { type Distribution, sampleMs } from '../random/distributions.ts';
import { uniform } from '../random/streams.ts';
import { dropSession, holdSession } from '../shelves.ts';
import { EventKind, type Sim } from '../sim.ts';
import type { Place } from '../state/sessions.ts';
import { createCopies, createTombstones } from '../state/stores.ts';
import { addRow, freeRow } from '../state/table.ts';
import type { World } from '../state/world.ts';
import type { End, Version } from './versions.ts';

/** The tables of what is on its way, if nobody needed them before. */
export function openCopies(world: World): void {
  if (world.copies.event !== undefined) return;
  world.copies = createCopies();
  world.tombstones = createTombstones();
}

/** How long the next copy to a place takes; `to` tells apart those that set out together. */
export function lagMs({ world, streams }: Sim, lag: Distribution, to: number): number {
  return lag.kind === 'constant'
    ? lag.meanMs
    : sampleMs(lag, uniform(streams.copying, world.copiesSent++, to));
}

export function sendCopy(
  sim: Sim,
  from: Place,
  to: Place,
  session: number,
  version: Version,
  arrivesMs: number,
): void {
  const { world } = sim;
  const { copies } = world;
  const copy = addRow(copies);
  copies.from[copy] = from;
  copies.to[copy] = to;
  copies.session[copy] = session;
  copies.sentMs[copy] = world.nowMs;
  copies.end[copy] = version.end;
  copies.endBy[copy] = version.by;
  copies.writtenMs[copy] = version.writtenMs;
  copies.loggedIn[copy] = version.loggedIn;
  copies.cart[copy] = version.cart;
  copies.madeMs[copy] = version.madeMs;
  copies.usedMs[copy] = version.usedMs;
  copies.event[copy] = schedule(world.queue, arrivesMs, EventKind.store, copy);
  holdSession(world, session);
  sim.observer?.copied?.(world, copy, arrivesMs);
}

export function versionInCopy({ copies }: World, copy: number): Version {
  return {
    end: copies.end[copy] as End,
    by: copies.endBy[copy],
    writtenMs: copies.writtenMs[copy],
    loggedIn: copies.loggedIn[copy] as 0 | 1,
    cart: copies.cart[copy],
    madeMs: copies.madeMs[copy],
    usedMs: copies.usedMs[copy],
  };
}

export function forgetCopy(world: World, copy: number): void {
  const { copies } = world;
  copies.event[copy] = 0;
  dropSession(world, copies.session[copy]);
  freeRow(copies, copy);
}

/** Calls back what is on its way, as far as `which` says so. */
export function forgetCopies(
  world: World,
  which: (from: Place, to: Place, session: number) => boolean,
): void {
  const { copies } = world;
  for (let copy = 0; copy < copies.length; copy++) {
    if (copies.event[copy] === 0) continue;
    if (which(copies.from[copy], copies.to[copy], copies.session[copy])) forgetCopy(world, copy);
  }
}

/** Is any version of a session on its way? */
export function isOnItsWay({ copies }: World, session: number): boolean {
  for (let copy = 0; copy < copies.length; copy++) {
    if (copies.event[copy] !== 0 && copies.session[copy] === session) return true;
  }
  return false;
}
