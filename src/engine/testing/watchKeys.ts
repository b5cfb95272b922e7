/** A model of its own of which server signs cookies with what and accepts what, kept from what can be seen from outside. */
import type { Happening } from '../sim.ts';
import type { Run } from '../simulation.ts';
import { ServerState } from '../state/servers.ts';

/** What is signed is a `Signed`: the number of a session, or a token. */
export function watchKeys<Signed>({ scenario, interventions }: Run) {
  const { secret, onMiss, strategy } = scenario.sessions;
  const signs = onMiss !== 'adopt' || strategy === 'token';
  let made = 0;
  let shared: string[] = ['shared 0'];
  const own = new Map<number, string[]>();
  const states = new Map<number, number>();
  const signatures = new Map<Signed, string>();
  /** What a server accepts; it signs with the first. */
  const of = (server: number): string[] => {
    if (secret === 'same') return shared;
    if (!own.has(server)) own.set(server, [`own ${++made}`]);
    return own.get(server) as string[];
  };
  const rotate = (graceful: boolean): void => {
    const next = (keys: string[]) => [`new ${++made}`, ...(graceful ? [keys[0]] : [])];
    shared = next(shared);
    for (const [server, keys] of own) own.set(server, next(keys));
  };
  return {
    sign(server: number, what: Signed) {
      if (signs) signatures.set(what, of(server)[0]);
    },
    accepts(server: number, what: Signed) {
      const signature = signatures.get(what);
      return signature === undefined || of(server).includes(signature);
    },
    happened(happening: Happening) {
      if (happening.what === 'server-state') {
        const { server, state } = happening;
        // A process that starts has forgotten a key of its own.
        const before = states.get(server);
        const wasOff = before === ServerState.starting || before === ServerState.resizing;
        if (state === ServerState.up && wasOff) own.delete(server);
        states.set(server, state);
      } else if (happening.what === 'intervention' && !happening.ignored) {
        const action = interventions[happening.index];
        if (action.do === 'rotate-keys') rotate(action.graceful);
      }
    },
  };
}
