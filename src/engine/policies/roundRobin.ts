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
    const last = view.own[0] - 1;
    const { usable, usableCount } = view;
    let first = -1;
    for (let i = 0; i < usableCount; i++) {
      const server = usable[i];
      if (wasTried(view, server)) continue;
      if (server > last) {
        view.own[0] = server + 1;
        return server;
      }
      if (first === -1) first = server;
    }
    if (first !== -1) view.own[0] = first + 1;
    return first;
  },
};
