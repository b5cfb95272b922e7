/**
 * Hash modulo, as nginx's `hash`: a number made of the key, its remainder by the number of servers (or by all weights
 * together) says which. Whenever a server is added or removed, nearly every remainder changes.
 */
import { crc32 } from '../hash/crc32.ts';
import { isCandidate, type Policy } from './policy.ts';
import { type Shares, serverAt, sharesOf } from './shares.ts';
import { learnFromFailure, smoothTurn } from './smoothWeights.ts';
import { hashesToTry } from './tries.ts';

export const hashModulo: Policy<Shares> = {
  id: 'hash-modulo',
  reads: 'key',
  fixedWeights: true,
  table: { of: 'listed', build: sharesOf },
  pick(view, _, shares) {
    const { key, keyLength } = view;
    const most = view.listedCount < 2 || keyLength === 0 ? 0 : hashesToTry(view);
    let hash = 0;
    for (let i = 0; i < most; i++) {
      hash += keyNumber(key, keyLength, i);
      const server = serverAt(shares, hash % shares.total);
      if (isCandidate(view, server)) return server;
    }
    return smoothTurn(view);
  },
  ended: learnFromFailure,
};

/** What the `nth` hash adds: of the key alone at first, then with 1, 2, … before it. 0 to 32767. */
export function keyNumber(key: Uint8Array, length: number, nth: number): number {
  return (crc32(key, length, nth === 0 ? 0 : crcOfNumber(nth)) >>> 16) & 0x7fff;
}

/** The checksum of a number below 100 as it is written. */
function crcOfNumber(number: number): number {
  PREFIX[0] = 48 + (number > 9 ? Math.floor(number / 10) : number);
  PREFIX[1] = 48 + (number % 10);
  return crc32(PREFIX, number > 9 ? 2 : 1);
}

/** Scratch, written before it is read. */
const PREFIX = new Uint8Array(2);
