/**
 * Moments of a run that are kept, so that any other is reached by replaying a short stretch: close to each other in a
 * short run, further apart in a long one, and never so many that they take more than a set amount of memory.
 */
import { sizeOfWorld } from '../engine/snapshot.ts';
import type { World } from '../engine/state/world.ts';
import type { RecentCopy } from './recentCopy.ts';

export interface KeptMoment {
  world: World;
  recent: RecentCopy;
  /** The memory it takes. */
  bytes: number;
}

export function keepMoment(world: World, recent: RecentCopy): KeptMoment {
  return { world, recent, bytes: sizeOfWorld(world) + recent.bytes };
}

/** Kept at once, if memory allows. */
const MOST = 240;
const FEWEST = 6;
/** Memory that all together may take, in bytes. */
const MOST_BYTES = 128_000_000;
/** Another is kept after so much simulated time, or so many events, whichever comes first. Both double when there are too many. */
const SPACING_MS = 2000;
const SPACING_EVENTS = 8000;

export interface KeptMoments {
  /** The latest one at or before a time. */
  before(timeMs: number): KeptMoment;
  readonly last: KeptMoment;
  /** Does this moment lie so far after the last one that it should be kept? */
  wants(world: World): boolean;
  keep(moment: KeptMoment): void;
  /** Forgets those at or after a time; the first one stays. */
  dropFrom(timeMs: number): void;
  /** All, the latest first. */
  backwards(): Iterable<KeptMoment>;
}

export function createKeptMoments(first: KeptMoment): KeptMoments {
  let moments = [first];
  let spacing = 1;
  let { bytes } = first;
  const keptMoments: KeptMoments = {
    before(timeMs) {
      let [low, high] = [0, moments.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (moments[middle].world.nowMs <= timeMs) low = middle;
        else high = middle - 1;
      }
      return moments[low];
    },
    get last() {
      return moments[moments.length - 1];
    },
    wants(world) {
      const { nowMs, queue } = keptMoments.last.world;
      if (world.nowMs <= nowMs) return false;
      const events = world.queue.nextNumber - queue.nextNumber;
      return world.nowMs - nowMs >= spacing * SPACING_MS || events >= spacing * SPACING_EVENTS;
    },
    keep(moment) {
      moments.push(moment);
      bytes += moment.bytes;
      while (moments.length > FEWEST && (moments.length > MOST || bytes > MOST_BYTES)) {
        spacing *= 2;
        moments = moments.filter((_, i) => i % 2 === 0);
        bytes = moments.reduce((sum, m) => sum + m.bytes, 0);
      }
    },
    dropFrom(timeMs) {
      moments = moments.filter((m, i) => i === 0 || m.world.nowMs < timeMs);
      bytes = moments.reduce((sum, m) => sum + m.bytes, 0);
    },
    *backwards() {
      for (let i = moments.length - 1; i >= 0; i--) yield moments[i];
    },
  };
  return keptMoments;
}
