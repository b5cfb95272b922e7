/**
 * The project's own hash of a text, for the algorithms whose papers leave the hash open: FNV-1a, 32 bit, and then
 * MurmurHash3's finish, because FNV alone spreads short texts that differ at the end badly.
 */

/** FNV-1a of the empty text. */
export const FNV_START = 0x811c9dc5 | 0;

/** FNV-1a of a text that goes on with this byte. */
export function fnvByte(fnv: number, byte: number): number {
  return Math.imul(fnv ^ byte, 0x01000193);
}

/** FNV-1a of the first `length` bytes, going on from `before`. A signed 32-bit number. */
export function fnv1a(bytes: Uint8Array, length = bytes.length, before = FNV_START): number {
  let fnv = before;
  for (let i = 0; i < length; i++) fnv = fnvByte(fnv, bytes[i]);
  return fnv;
}

/** MurmurHash3's finish: every bit of the input changes every bit of the result with probability 1/2. 0 to 2^32 - 1. */
export function finish(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0;
}
