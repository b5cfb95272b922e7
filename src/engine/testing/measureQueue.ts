/**
 * Measures a queue: passing visitors only, no travel times, one unit of the textbook's time is 100 ms.
 * Everything comes with a standard error from the means of 20 batches, one after the other.
 */
import type { PolicyId } from '../policies/index.ts';
import { type Distribution, sampleMs } from '../random/distributions.ts';
import { createSimulation } from '../simulation.ts';
import { tinyScenario } from './scenarios.ts';

const UNIT_MS = 100;
const BATCHES = 20;

export interface Queue {
  /** Arrivals per unit of time. */
  lambda: number;
  /** Services per unit of time and worker. */
  mu: number;
  /** Squared coefficient of variation of services; exponential when it is not given. */
  cs2?: number;
  /** Servers; 1 when not given. */
  N?: number;
  /** Workers of each server; 1 when not given. */
  c?: number;
  /** Processors that the workers of a server share; one for each worker when not given. */
  processors?: number;
  /** Most requests inside one server. */
  K?: number;
  policy?: PolicyId;
  /** Servers drawn by policies that draw them; 2 when not given. */
  choices?: number;
}

export interface Estimate {
  mean: number;
  /** Standard error, with 19 degrees of freedom. */
  error: number;
}

export interface Measured {
  /** Waiting time and time from arrival to answer, of those let in. */
  Wq: Estimate;
  W: Estimate;
  /** Number inside, looked up at regular times: no use is made of the times above. */
  L: Estimate;
  /** Shares of arrivals. */
  pWait: Estimate;
  pBlock: Estimate;
  /** Arrivals let in per unit of time. */
  throughput: number;
}

/**
 * Says 'near' when an estimate is near the true value, or what is wrong. It may lie up to 5 of its standard errors
 * away: with 19 degrees of freedom a correct engine would be farther off for 1 seed in 12,000, and seeds are fixed.
 * `power` is what makes that worth something: 5 errors must be at most that share of the true value, so that a
 * larger mistake would be found. `known` is the error of the true value itself, where that was measured too.
 */
export function judge(found: Estimate, expected: number, power: number, known = 0): string {
  const text = `${found.mean} with error ${found.error}, expected ${expected}`;
  if (Math.abs(found.mean - expected) > 5 * found.error + known + 1e-9) return `too far: ${text}`;
  return 5 * found.error > power * expected ? `too uncertain: ${text}` : 'near';
}

/**
 * Arrivals to measure at a load: more where a queue changes slowly, because the standard error of a mean wait
 * over n arrivals is about 1 / ((1 - load) sqrt(n)) of the wait itself.
 */
export function enoughJobs(load: number): number {
  return Math.min(400_000, Math.max(80_000, 4000 / (1 - load) / (1 - load)));
}

/** Measures about `jobs` arrivals after a warm-up of a twentieth as many. */
export function measureQueue(queue: Queue, jobs: number, seed = 1): Measured {
  const { lambda, mu, N = 1, c = 1, K, policy = 'round-robin', choices = 2 } = queue;
  const page = service(queue.cs2 ?? 1, UNIT_MS / mu);
  const simulation = createSimulation({
    scenario: tinyScenario({
      people: { count: 0 },
      visitors: { perSecond: (lambda * 1000) / UNIT_MS },
      service: { page },
      servers: {
        count: N,
        workers: c,
        vcpus: queue.processors ?? null,
        queueLimit: K === undefined ? null : K - c,
      },
      balancer: {
        policy,
        choices,
        answerTimeoutMs: null,
        health: { intervalMs: 1e9, timeoutMs: 1, fall: 1, rise: 1 },
      },
    }),
    seed,
    interventions: [],
  });
  let waits = 0;
  let times = 0;
  let waited = 0;
  let served = 0;
  let blocked = 0;
  simulation.observe({
    finished({ requests, nowMs }, r) {
      if (requests.status[r] !== 200) {
        blocked++;
        return;
      }
      const time = nowMs - requests.bornMs[r];
      const wait = time - sampleMs(page, requests.luck[r]);
      served++;
      times += time;
      waits += wait;
      if (wait > 1e-6) waited++;
    },
  });
  const batchMs = (jobs / lambda / BATCHES) * UNIT_MS;
  simulation.runUntil(batchMs);
  const [Wq, W, L, pWait, pBlock]: number[][] = [[], [], [], [], []];
  let total = 0;
  for (let batch = 1; batch <= BATCHES; batch++) {
    waits = times = waited = served = blocked = 0;
    const looks = Math.ceil(jobs / BATCHES / 2);
    let inside = 0;
    for (let i = 1; i <= looks; i++) {
      simulation.runUntil(batchMs * (batch + i / looks));
      inside += simulation.world.requests.used;
    }
    Wq.push(waits / served / UNIT_MS);
    W.push(times / served / UNIT_MS);
    L.push(inside / looks / N);
    pWait.push(waited / served);
    pBlock.push(blocked / (served + blocked));
    total += served;
  }
  return {
    Wq: estimate(Wq),
    W: estimate(W),
    L: estimate(L),
    pWait: estimate(pWait),
    pBlock: estimate(pBlock),
    throughput: (total / (BATCHES * batchMs)) * UNIT_MS,
  };
}

function service(cs2: number, meanMs: number): Distribution {
  if (cs2 === 0) return { kind: 'constant', meanMs };
  if (cs2 === 1) return { kind: 'exponential', meanMs };
  return { kind: 'hyperexponential', meanMs, cv: Math.sqrt(cs2) };
}

function estimate(batches: number[]): Estimate {
  const mean = batches.reduce((a, b) => a + b) / batches.length;
  const squares = batches.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return { mean, error: Math.sqrt(squares / (batches.length - 1) / batches.length) };
}
