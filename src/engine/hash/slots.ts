/** Redis Cluster's slots: 16,384 of them, each with all keys that hash to it, shared out among the masters. */
import { crc16 } from './crc16.ts';

export const SLOTS = 16_384;

const OPEN = 123; // {
const CLOSE = 125; // }

/**
 * The slot of a key, 0 to 16,383. If the key has braces with something between them, only that counts, so that
 * keys that belong together can be kept together: the first opening brace, and the first closing one after it.
 */
export function slotOf(key: Uint8Array, length = key.length): number {
  const open = indexOf(key, OPEN, 0, length);
  const close = open === -1 ? -1 : indexOf(key, CLOSE, open + 1, length);
  return (close > open + 1 ? crc16(key, open + 1, close) : crc16(key, 0, length)) % SLOTS;
}

/** First and last slot of each of `masters` masters, as redis-cli shares them out when it makes a cluster. */
export function slotRanges(masters: number): [first: number, last: number][] {
  const each = SLOTS / masters;
  let first = 0;
  return Array.from({ length: masters }, (_, master) => {
    // It rounds where each range ends, and gives the last master what is left.
    const last = master === masters - 1 ? SLOTS - 1 : Math.round((master + 1) * each - 1);
    const range: [number, number] = [first, last];
    first = last + 1;
    return range;
  });
}

function indexOf(bytes: Uint8Array, byte: number, from: number, to: number): number {
  for (let i = from; i < to; i++) if (bytes[i] === byte) return i;
  return -1;
}
