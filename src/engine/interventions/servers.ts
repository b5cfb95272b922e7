/** What a visitor does to servers. Each returns false when it makes no sense at that moment. */
import type { Action } from '../intervention.ts';
import { addServer, drain, hang, kill, remove, resize, restart, resume } from '../serverLife.ts';
import { sizeOf } from '../serverSettings.ts';
import type { Sim } from '../sim.ts';
import { SIZES } from '../sizes.ts';
import { accepts, ServerState } from '../state/servers.ts';

/** Servers that a world may ever have; enough for every use, small enough to be drawn and counted. */
export const MOST_SERVERS = 300;

export function applyToServers(sim: Sim, action: Action, by: number): boolean {
  const { servers } = sim.world;
  if (action.do === 'add-server') {
    if (servers.length >= MOST_SERVERS) return false;
    addServer(sim, by, false);
    return true;
  }
  if (!('server' in action) || action.server < 0 || action.server >= servers.length) return false;
  const s = action.server;
  const state = servers.state[s];
  if (state === ServerState.removed) return false;
  switch (action.do) {
    case 'kill-server':
      if (state === ServerState.down) return false;
      kill(sim, s, by);
      return true;
    case 'hang-server':
      if (!accepts(state) || state === ServerState.removing) return false;
      hang(sim, s, by);
      return true;
    case 'restart-server':
      if (isBusyWithItself(state)) return false;
      if (state === ServerState.restarting && action.graceful) return false;
      restart(sim, s, action.graceful, by);
      return true;
    case 'resize-server':
      if (isBusyWithItself(state) || SIZES[action.size] === sizeOf(sim, s)) return false;
      resize(sim, s, action.size, by);
      return true;
    case 'drain-server':
      if (state !== ServerState.up) return false;
      drain(sim, s, by);
      return true;
    case 'resume-server':
      if (state !== ServerState.draining) return false;
      resume(sim, s, by);
      return true;
    case 'remove-server':
      if (state === ServerState.removing) return false;
      remove(sim, s, by);
      return true;
  }
}

/** On its way up, or out for good. */
function isBusyWithItself(state: number): boolean {
  return state === ServerState.starting || state === ServerState.resizing || state === ServerState.removing;
}
