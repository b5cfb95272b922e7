/**
 * Consistent hashing with bounded loads (Mirrokni, Thorup, Zadimoghaddam, 2018), with the limits of HAProxy's
 * `hash-balance-factor`: a server that has its share of all requests in flight, and some more, is passed over on the
 * ring. So one key that everybody asks for spreads over several servers.
 */
import { crc32 } from '../hash/crc32.ts';
import { type BalancerView, type Policy, type ServerList, wasTried } from './policy.ts';
import { pointAt, type Ring, ringOf } from './ring.ts';
import { type Shares, sharesOf } from './shares.ts';
import { smoothTurn } from './smoothWeights.ts';

interface Table extends Ring, Shares {}

/** The ring has only servers that can be chosen, as in HAProxy; their points are those of `consistent-hashing`. */
export const boundedLoadHashing: Policy<Table> = {
  id: 'bounded-load-hashing',
  reads: 'key',
  fixedWeights: true,
  table: { of: 'usable', build: (list: ServerList) => ({ ...ringOf(list), ...sharesOf(list) }) },
  pick(view, _, table) {
    const { owners, servers } = table;
    if (view.keyLength === 0 || servers.length === 0) return smoothTurn(view);
    const start = pointAt(table, crc32(view.key, view.keyLength));
    let full = -1;
    for (let i = 0; i < owners.length; i++) {
      const position = owners[(start + i) % owners.length];
      const server = servers[position];
      if (wasTried(view, server)) continue;
      if (view.inFlight[server] < mostInFlight(view, table, position)) return server;
      if (full === -1) full = server;
    }
    return full; // those with room were tried in vain
  },
};

/**
 * How many requests a server may have in flight: its share, by weight, of all of them and this one, times the factor.
 * Whole numbers are dealt out so that together they are just as many; nobody gets less than 1.
 */
export function mostInFlight(view: BalancerView, { ends, total }: Shares, position: number): number {
  const slots = Math.ceil(((view.inFlightTotal + 1) * view.settings.loadFactor) / 100);
  const before = position === 0 ? 0 : ends[position - 1];
  return Math.max(1, Math.floor((ends[position] * slots) / total) - Math.floor((before * slots) / total));
}
