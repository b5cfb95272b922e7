/**
 * Consistent hashing, as nginx's `hash … consistent` (ketama): the key's place on a ring of points says which server.
 * The ring has every server of the list; one that cannot be chosen is passed over, point by point.
 */
import { crc32 } from '../hash/crc32.ts';
import { isCandidate, type Policy, type ServerList } from './policy.ts';
import { pointAt, type Ring, ringOf } from './ring.ts';
import { LOST, learnFromFailure, recover, smoothTurn } from './smoothWeights.ts';
import { hashesToTry } from './tries.ts';

interface Table extends Ring, ServerList {}

export const consistentHashing: Policy<Table> = {
  id: 'consistent-hashing',
  reads: 'key',
  fixedWeights: true,
  table: { of: 'listed', build: (list) => ({ ...list, ...ringOf(list) }) },
  pick(view, _, ring) {
    const most = view.listedCount < 2 || view.keyLength === 0 ? 0 : hashesToTry(view);
    const start = most === 0 ? 0 : pointAt(ring, crc32(view.key, view.keyLength));
    for (let i = 0; i < most; i++) {
      const server = ring.servers[ring.owners[(start + i) % ring.owners.length]];
      if (!isCandidate(view, server)) continue;
      recover(view.perServer[LOST], server);
      return server;
    }
    return smoothTurn(view);
  },
  ended: learnFromFailure,
};
