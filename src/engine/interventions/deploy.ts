/** A visitor gives every server a new version of the program. */
import { advanceDeploy } from '../deploy.ts';
import type { Action } from '../intervention.ts';
import { type Sim, tell } from '../sim.ts';
import { ServerState } from '../state/servers.ts';

export function applyToDeploy(sim: Sim, action: Action, by: number): boolean {
  if (action.do !== 'deploy') return false;
  const { deploy, servers } = sim.world;
  let any = false;
  for (let s = 0; s < servers.length; s++) {
    servers.deploying[s] = 0;
    if (servers.state[s] !== ServerState.removed && servers.state[s] !== ServerState.removing) any = true;
  }
  if (!any) return false;
  deploy.version++;
  deploy.by = by;
  deploy.batch = action.batch;
  deploy.drain = Number(action.drain);
  deploy.active = 1;
  tell(sim, { what: 'deploy', version: deploy.version, done: false, by });
  advanceDeploy(sim);
  return true;
}
