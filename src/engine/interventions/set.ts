/** Changes one setting of the scenario while the run goes on. What has begun under the old value goes on with it. */
import { startAutoscaler } from '../autoscaler.ts';
import { followCount } from '../balancerLife.ts';
import { openCdn } from '../edge/cdn.ts';
import { openPageCache } from '../edge/pageCache.ts';
import { switchChecks } from '../healthChecks.ts';
import type { Action } from '../intervention.ts';
import { changeKeys } from '../keys.ts';
import { forgetFails } from '../passiveChecks.ts';
import { refreshRotation } from '../rotation.ts';
import { answerDeadlineMs } from '../serverLife.ts';
import { applySettings } from '../serverSettings.ts';
import { watchQueue } from '../serving.ts';
import { changed } from '../settingChange.ts';
import type { SettingPath } from '../settings.ts';
import { shareAnew } from '../sharing.ts';
import { type Sim, usesOf } from '../sim.ts';
import { ServerState } from '../state/servers.ts';
import { save } from '../store/disk.ts';
import { beginShape, scheduleVisitor } from '../traffic/visitors.ts';
import { endPhaseAt } from '../travel.ts';

export function applySetting(sim: Sim, action: Action): boolean {
  if (action.do !== 'set') return false;
  const next = changed(sim.scenario, action.setting, action.value);
  if (next === null) return false;
  sim.scenario = next;
  sim.uses = usesOf(next);
  CONSEQUENCES[action.setting]?.(sim);
  return true;
}

/** What has to happen at once for a change to be felt. */
const CONSEQUENCES: { [Path in SettingPath]?: (sim: Sim) => void } = {
  'balancer.answerTimeoutMs': waitAnew,
  'balancer.detection.checks': switchChecks,
  'balancer.detection.allDown': switchChecks,
  'balancer.detection.maxFails': forgetFails,
  'balancer.count': followCount,
  'store.persistence': writeEverythingDown,
  'sessions.secret': (sim) => changeKeys(sim, false, sim.world.interventions - 1),
  'balancer.queueTimeoutMs': waitAnew,
  'servers.speed': followSettings,
  'servers.weight': followSettings,
  'servers.startMs': followSettings,
  'servers.restartMs': followSettings,
  'servers.resizeMs': followSettings,
  'service.contention': shareAnew,
  'service.coherency': shareAnew,
  'visitors.shape': beginShape,
  'cdn.on': openCdn,
  'autoscaler.on': startAutoscaler,
  'pageCache.at': openPageCache,
  'visitors.peakPerSecond': scheduleVisitor,
  'visitors.beginMs': scheduleVisitor,
  'visitors.lengthMs': scheduleVisitor,
};

/** Servers follow at once in what no program has to read anew. */
function followSettings(sim: Sim): void {
  for (let s = 0; s < sim.world.servers.length; s++) applySettings(sim, s);
  refreshRotation(sim.world);
}

/** Whoever chooses another way to keep things on disk saves once by hand. */
function writeEverythingDown(sim: Sim): void {
  for (let node = 0; node < sim.world.stores.length; node++) save(sim, node, sim.world.nowMs);
}

/** Those who wait in a queue, or for a silent server, wait as long as the balancer is patient now. */
function waitAnew(sim: Sim): void {
  const { requests, servers, nowMs } = sim.world;
  for (let s = 0; s < servers.length; s++) {
    servers.queueEvent[s] = 0;
    watchQueue(sim, s);
  }
  for (let r = 0; r < requests.length; r++) {
    if (requests.serial[r] === 0 || requests.working[r] === 0) continue;
    if (servers.state[requests.server[r]] !== ServerState.hung) continue;
    endPhaseAt(sim, r, Math.max(nowMs, answerDeadlineMs(sim, r)));
  }
}
