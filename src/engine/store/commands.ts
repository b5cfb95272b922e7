/**
 * A command to the store: when its answer comes, or why none does. A command takes effect at the moment when its
 * answer arrives.
 */
import { sampleMs } from '../random/distributions.ts';
import { uniform } from '../random/streams.ts';
import type { Sim } from '../sim.ts';
import { Reason, type RequestPhase } from '../state/requests.ts';
import { type Place, placeOfNode } from '../state/sessions.ts';
import { StoreError } from '../state/stores.ts';
import { occupy } from '../work.ts';

type Asking = typeof RequestPhase.readingStore | typeof RequestPhase.writingStore;

/** Begins a command of a request: an answer in time, or nothing until the server's patience ends. */
export function askStore(sim: Sim, r: number, phase: Asking): void {
  const { requests, stores } = sim.world;
  const { timeoutMs, whenDown } = sim.scenario.store;
  const node = 0;
  requests.storeNode[r] = node;
  requests.storeError[r] = StoreError.none;
  if (stores.up[node] === 0) {
    requests.late[r] = Reason.storeDown;
    occupy(sim, r, phase, whenDown === 'wait' ? timeoutMs : 0);
    return;
  }
  const durationMs = answerAfterMs(sim, r, node, phase);
  const inTime = durationMs <= timeoutMs;
  requests.late[r] = inTime ? Reason.none : Reason.storeSlow;
  occupy(sim, r, phase, inTime ? durationMs : timeoutMs);
}

/** The place where the last command of a request went to. */
export function placeAsked({ requests }: Sim['world'], r: number): Place {
  return placeOfNode(requests.storeNode[r]);
}

/** From sending a command to its answer: the wait for its turn, the time to carry it out, and the latency. */
function answerAfterMs(sim: Sim, r: number, node: number, phase: Asking): number {
  const { latency, perSecond } = sim.scenario.store;
  const latencyMs =
    latency.kind === 'constant'
      ? latency.meanMs
      : sampleMs(latency, uniform(sim.streams.store, sim.world.requests.serial[r], phase));
  return perSecond === null ? latencyMs : latencyMs + turnMs(sim, node, 1000 / perSecond);
}

/**
 * Puts a command into the node's queue and returns when it is done. Commands are carried out one by one, in the
 * order in which they were sent, each in the same time; so one number is the whole queue. A command stays in it
 * when nobody waits for its answer any more.
 */
function turnMs({ world }: Sim, node: number, commandMs: number): number {
  const { stores, nowMs } = world;
  const beginsMs = Math.max(nowMs, stores.freeMs[node]);
  stores.freeMs[node] = beginsMs + commandMs;
  return stores.freeMs[node] - nowMs;
}
