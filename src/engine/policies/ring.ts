/**
 * A hash ring, as nginx's `hash … consistent` (ketama): every server stands at many points of a circle, 160 for each
 * unit of weight, and a key belongs to the first point at or after its own hash. A server that comes takes keys from
 * others and moves none between them.
 */
import { hostAndPort, nameOfServer } from '../addresses.ts';
import { crc32 } from '../hash/crc32.ts';
import type { ServerList } from './policy.ts';

export interface Ring {
  /** Hashes of the points, ascending, without two of the same. */
  points: Uint32Array;
  /** Whose point each is: a position in the list. */
  owners: Uint16Array;
}

export const POINTS_PER_WEIGHT = 160;
/** With heavier servers than this allows for, all get fewer points in proportion. nginx would take the memory. */
const MOST_POINTS = 262_144;
/** Room for the position behind a hash of 32 bits in a number with 53 bits. */
const POSITIONS = 65_536;

export function ringOf({ servers, weights, names }: ServerList): Ring {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scale = Math.min(1, MOST_POINTS / POINTS_PER_WEIGHT / total);
  const all: number[] = [];
  for (let i = 0; i < servers.length; i++) {
    const count = Math.max(1, Math.floor(POINTS_PER_WEIGHT * weights[i] * scale));
    const name = names?.[servers[i]] ?? nameOfServer(servers[i]);
    for (const hash of pointsOf(hostAndPort(name), count)) all.push(hash * POSITIONS + i);
  }
  const sorted = Float64Array.from(all).sort();
  const ring: Ring = { points: new Uint32Array(sorted.length), owners: new Uint16Array(sorted.length) };
  let length = 0;
  for (const entry of sorted) {
    const hash = Math.floor(entry / POSITIONS);
    if (length > 0 && ring.points[length - 1] === hash) continue; // the first in the list keeps it
    ring.points[length] = hash;
    ring.owners[length++] = entry % POSITIONS;
  }
  return { points: ring.points.slice(0, length), owners: ring.owners.slice(0, length) };
}

/** The first points of a server, each the checksum of its name and the point before. */
export function pointsOf(name: Uint8Array, count: number): Uint32Array {
  const start = crc32(name);
  const before = new Uint8Array(4);
  const points = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    points[i] = crc32(before, 4, start);
    for (let byte = 0; byte < 4; byte++) before[byte] = points[i] >>> (8 * byte);
  }
  return points;
}

/** Where a hash meets the ring: the index of the first point at or after it, or 0 past the last one. */
export function pointAt({ points }: Ring, hash: number): number {
  let from = 0;
  let to = points.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (points[middle] < hash) from = middle + 1;
    else to = middle;
  }
  return from === points.length ? 0 : from;
}
