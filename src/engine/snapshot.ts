/** Copies of a world, and its bytes. Both walk plain data only, in a fixed order. */
import type { World } from './state/world.ts';

type Plain = number | string | boolean | null | ArrayBufferView | Plain[] | { [key: string]: Plain };

/** A copy that shares nothing with the world it was made from. */
export function copyWorld(world: World): World {
  return copy(world as unknown as Plain) as unknown as World;
}

function copy(value: Plain): Plain {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
  if (Array.isArray(value)) return value.map(copy);
  const result = { ...value };
  for (const key in result) result[key] = copy(result[key]);
  return result;
}

/**
 * Puts what a snapshot holds into a world that was made anew (`createWorld`), which is then as good as the one the
 * snapshot was made from, and shares nothing with it. A copy would hold the same, but its objects would have shapes
 * that no other world has, and after a few of those the rules would run at a fraction of their speed.
 */
export function fillWorld(world: World, snapshot: World): void {
  fill(world as unknown as Parts, snapshot as unknown as Parts);
}

type Parts = { [key: string]: Plain };

function fill(to: Parts, from: Parts): void {
  for (const key in from) {
    const part = from[key];
    if (isParts(part)) fill(to[key] as Parts, part);
    else to[key] = copy(part);
  }
}

function isParts(value: Plain): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** The memory a world takes in bytes, near enough to decide how many snapshots to keep. */
export function sizeOfWorld(world: World): number {
  let bytes = 0;
  visit(world as unknown as Plain, (part) => {
    bytes += typeof part === 'number' || typeof part === 'string' ? 8 : part.byteLength;
  });
  return bytes;
}

/**
 * A fingerprint of every bit of a world, as 16 hexadecimal digits: two FNV-style sums over its words.
 * Equal worlds have equal fingerprints in every JavaScript engine.
 */
export function fingerprint(world: World): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  const number = new Float64Array(1);
  const add = (bytes: Uint8Array) => {
    for (let i = 0; i < bytes.length; i++) {
      a = Math.imul(a ^ bytes[i], 0x01000193);
      b = Math.imul(b ^ bytes[i] ^ (b >>> 15), 0x85ebca6b);
    }
  };
  visit(world as unknown as Plain, (part) => {
    if (typeof part === 'number') {
      number[0] = part;
      add(new Uint8Array(number.buffer));
    } else if (typeof part === 'string') add(Uint8Array.from(part, (c) => c.charCodeAt(0)));
    else add(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  });
  return hex(a) + hex(b);
}

function visit(value: Plain, part: (leaf: number | string | ArrayBufferView) => void): void {
  if (typeof value === 'number' || typeof value === 'string') part(value);
  else if (typeof value === 'boolean') part(value ? 1 : 0);
  else if (value === null) part(0);
  else if (ArrayBuffer.isView(value)) part(value);
  else for (const key in value) visit((value as { [key: string]: Plain })[key], part);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
