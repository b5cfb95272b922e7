/** What occupies a worker: computing an answer, waiting for the store; for as long as the balancer waits. */
import { publicPage } from './edge/objects.ts';
import { further } from './further.ts';
import { type Distribution, sampleMs } from './random/distributions.ts';
import type { Scenario } from './scenario.ts';
import { answerDeadlineMs } from './serverLife.ts';
import { speedNow } from './serverSettings.ts';
import type { Sim } from './sim.ts';
import { Reason, RequestKind, RequestPhase } from './state/requests.ts';
import { enterPhase } from './travel.ts';

/** Computes "not logged in". */
export function refuse(sim: Sim, r: number, reason: Reason): void {
  const { requests } = sim.world;
  requests.status[r] = 401;
  requests.reason[r] = reason;
  work(sim, r, sim.scenario.service.refusalMs);
}

/** Computes what was asked for. */
export function serve(sim: Sim, r: number): void {
  const { requests } = sim.world;
  work(sim, r, sampleMs(serviceOf(sim.scenario, requests.kind[r], requests.object[r]), requests.luck[r]));
}

/** How long it takes: a cache that asks by itself asks for a file or for a page. */
function serviceOf(scenario: Scenario, kind: number, object: number): Distribution {
  const { service } = scenario;
  if (kind === RequestKind.login) return service.login;
  if (kind < RequestKind.file) return service.page;
  return kind === RequestKind.file || object < publicPage(scenario) ? service.file : service.page;
}

/** Occupies the worker for a time that a faster server shortens. */
export function work(sim: Sim, r: number, serviceMs: number): void {
  const { requests, servers } = sim.world;
  const s = requests.server[r];
  const workMs = serviceMs / speedNow(sim, s);
  if (servers.shares[s] === 1) further().beginTask(sim, r, workMs, answerDeadlineMs(sim, r));
  else occupy(sim, r, RequestPhase.serving, workMs);
}

/**
 * A phase in which a worker is occupied, for as long as it takes or as long as the balancer waits: when
 * the balancer hangs up, the worker stops.
 */
export function occupy(sim: Sim, r: number, phase: RequestPhase, durationMs: number): void {
  if (sim.scenario.balancer.answerTimeoutMs !== null) {
    const leftMs = answerDeadlineMs(sim, r) - sim.world.nowMs;
    if (durationMs > leftMs) {
      sim.world.requests.late[r] = Reason.tooSlow;
      enterPhase(sim, r, phase, Math.max(0, leftMs));
      return;
    }
  }
  enterPhase(sim, r, phase, durationMs);
}
