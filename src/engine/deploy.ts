/**
 * A rolling deploy: servers restart with the new version in list order, so many at a time, and the next ones only when
 * those before are up and the balancer believes them healthy. It looks again whenever a server's health or place in
 * the balancer's list changes, and never in between.
 */
import { restart } from './serverLife.ts';
import { type Sim, tell } from './sim.ts';
import { ServerState } from './state/servers.ts';

/** Ends what is finished, and restarts as many servers as may restart now. */
export function advanceDeploy(sim: Sim): void {
  const { deploy, servers } = sim.world;
  deploy.event = 0;
  let restarting = 0;
  let left = 0;
  for (let s = 0; s < servers.length; s++) {
    if (servers.state[s] === ServerState.removed || servers.state[s] === ServerState.removing) continue;
    if (servers.deploying[s] === 1 && !isReady(sim, s)) restarting++;
    else servers.deploying[s] = 0;
    if (servers.version[s] < deploy.version && servers.deploying[s] === 0) left++;
  }
  for (let s = 0; s < servers.length && left > 0 && restarting < deploy.batch; s++) {
    if (!isNext(sim, s)) continue;
    left--;
    restarting++;
    servers.deploying[s] = 1;
    restart(sim, s, deploy.drain === 1, deploy.by);
  }
  if (left > 0 || restarting > 0) return;
  deploy.active = 0;
  tell(sim, { what: 'deploy', version: deploy.version, done: true, by: deploy.by });
}

function isReady({ world }: Sim, s: number): boolean {
  const { servers, deploy } = world;
  return (
    servers.version[s] === deploy.version && servers.state[s] === ServerState.up && servers.healthy[s] === 1
  );
}

function isNext({ world }: Sim, s: number): boolean {
  const { servers, deploy } = world;
  const state = servers.state[s];
  if (state === ServerState.removed || state === ServerState.removing) return false;
  return servers.version[s] < deploy.version && servers.deploying[s] === 0;
}
