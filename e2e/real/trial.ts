/** One case against one program: both sides play it, and what they made of it is compared. */
import type { Run } from '../../src/engine/simulation.ts';
import { parseScenario } from '../../src/scenarios/parseScenario.ts';
import { problemText } from '../../src/scenarios/problemText.ts';
import { fileOf, type RealCase, type Trial } from './case.ts';
import { type Comparison, compare, type KnownDifference } from './compare.ts';
import { playEngine } from './engineRun.ts';
import { createLab } from './programs/lab.ts';
import { freePort } from './programs/ports.ts';
import { playReal } from './realRun.ts';

/** How far the times of answers may lie apart: a busy machine takes a while to start a timer or to switch. */
const TIME_TOLERANCE_MS = 250;

/** Sentinels ask each other, and the copy whether it leads yet, once a second each. */
const LEADS_TOLERANCE_MS = 1500;
/** node-redis asks who leads once a second, and in vain until Sentinel has connected to the new leader: up to a second too. */
const TWO_PAUSES_MS = 2000;
/** Sentinels look at a node that is back every 10 s, and the second time they tell it whom to copy from. */
const COPIES_TOLERANCE_MS = 15_000;

export interface Verdict extends Trial, Comparison {
  /** How long the machine kept us from being in time. */
  lateMs: number;
  seconds: number;
}

/** Every case against each of its programs. */
export function trialsOf(cases: readonly RealCase[]): Trial[] {
  return cases.flatMap((setting) =>
    (['nginx', 'haproxy'] as const)
      .filter((program) => setting[program] !== undefined)
      .map((against) => ({ setting, against })),
  );
}

/** Never throws: a trial that cannot be held has a difference that says why. */
export async function hold(trial: Trial, appFile: string): Promise<Verdict> {
  const startMs = performance.now();
  const lab = createLab();
  const verdict = (comparison: Comparison, lateMs: number): Verdict => ({
    ...trial,
    ...comparison,
    lateMs,
    seconds: (performance.now() - startMs) / 1000,
  });
  try {
    const { setting } = trial;
    const run = await withAddresses(readRun(fileOf(trial)));
    const engine = playEngine(run);
    const real = await playReal(lab, run, trial, appFile, engine);
    const tolerance = {
      timeMs: setting.toleranceMs ?? TIME_TOLERANCE_MS,
      healthMs: run.scenario.balancer.health.intervalMs + TIME_TOLERANCE_MS,
      storeMs: { leads: LEADS_TOLERANCE_MS, copies: COPIES_TOLERANCE_MS },
      failoverMs: LEADS_TOLERANCE_MS + TWO_PAUSES_MS,
    };
    return verdict(compare(engine, real, tolerance, knownTo(trial)), real.lateMs);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return verdict({ steps: 0, differences: [text], maxTimeMs: 0 }, 0);
  } finally {
    lab.close();
  }
}

function readRun(file: object): Run {
  const parsed = parseScenario(file);
  if (!parsed.ok) throw new Error(parsed.problems.map(problemText).join('\n'));
  return parsed.run;
}

/** Gives each server that the run will ever have an address on this machine. */
async function withAddresses({ scenario, ...run }: Run): Promise<Run> {
  const serverNames: string[] = [];
  const added = run.interventions.filter((one) => one.do === 'add-server').length;
  for (let i = 0; i < scenario.servers.count + added; i++) serverNames.push(`127.0.0.1:${await freePort()}`);
  return { ...run, scenario: { ...scenario, balancer: { ...scenario.balancer, serverNames } } };
}

/** What is known to differ between the engine and the program that the case is tried against. */
export function knownTo({ setting, against }: Trial): KnownDifference[] {
  return (setting.known ?? []).filter((one) => one.against === undefined || one.against === against);
}
