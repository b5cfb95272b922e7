/** What occupies a worker: computing an answer, waiting for the store; for as long as the balancer waits. */
import { sampleMs } from './random/distributions.ts';
import { answerDeadlineMs } from './serverLife.ts';
import { speedNow } from './serverSettings.ts';
import { beginTask } from './sharing.ts';
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
  const { service } = sim.scenario;
  work(
    sim,
    r,
    sampleMs(requests.kind[r] === RequestKind.login ? service.login : service.page, requests.luck[r]),
  );
}

function work(sim: Sim, r: number, serviceMs: number): void {
  const { requests, servers } = sim.world;
  const s = requests.server[r];
  const workMs = serviceMs / speedNow(sim, s);
  if (servers.shares[s] === 1) beginTask(sim, r, workMs, answerDeadlineMs(sim, r));
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
