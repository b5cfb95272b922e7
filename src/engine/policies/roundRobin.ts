/**
 * Round robin: the next usable server in list order after the one picked last, whatever its weight.
 * There are no ties. The place in the list is remembered by server, so servers that leave or join
 * don't make the turn skip or repeat anybody else.
 */
import { type Policy, wasTried } from './policy.ts';

/** `own[0]` is the index of the last pick plus one, so that 0 means "none yet". */
export const roundRobin: Policy = {
  id: 'round-robin',
  pick(view) {
    const { usable, usableCount, own } = view;
    const next = firstNotBelow(usable, usableCount, own[0]);
    for (let i = 0; i < usableCount; i++) {
      const server = usable[(next + i) % usableCount];
      if (wasTried(view, server)) continue;
      own[0] = server + 1;
      return server;
    }
    return -1;
  },
};

/** The place of the first entry in an ascending list that is at least `server`; its length when there is none. */
function firstNotBelow(list: Int32Array, length: number, server: number): number {
  let from = 0;
  let to = length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (list[middle] < server) from = middle + 1;
    else to = middle;
  }
  return from;
}
