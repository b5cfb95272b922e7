/**
 * IP hash, as nginx's `ip_hash`: the first three octets of the address say which server, so that everybody in the same
 * network of 256 addresses shares one. When it cannot be chosen the same octets are hashed again on top.
 */
import { isCandidate, type Policy } from './policy.ts';
import { type Shares, serverAt, sharesOf } from './shares.ts';
import { learnFromFailure, smoothTurn } from './smoothWeights.ts';
import { hashesToTry } from './tries.ts';

/** The hash before the first octet. */
export const IP_HASH_START = 89;

export const ipHash: Policy<Shares> = {
  id: 'ip-hash',
  reads: 'address',
  fixedWeights: true,
  table: { of: 'listed', build: sharesOf },
  pick(view, _, shares) {
    const most = view.listedCount < 2 ? 0 : hashesToTry(view);
    let hash = IP_HASH_START;
    for (let i = 0; i < most; i++) {
      hash = hashOctets(hash, view.address);
      const server = serverAt(shares, hash % shares.total);
      if (isCandidate(view, server)) return server;
    }
    return smoothTurn(view);
  },
  ended: learnFromFailure,
};

/** One round over the first three octets of an address. 0 to 6270. */
export function hashOctets(hash: number, address: number): number {
  hash = (hash * 113 + (address >>> 24)) % 6271;
  hash = (hash * 113 + ((address >>> 16) & 0xff)) % 6271;
  return (hash * 113 + ((address >>> 8) & 0xff)) % 6271;
}
