/** Observers for tests: what a run did, in the words of the field. */
import { type Cause, causesOf } from '../causes.ts';
import type { Intervention } from '../intervention.ts';
import type { Scenario } from '../scenario.ts';
import type { Happening } from '../sim.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { REASONS, REQUEST_KINDS } from '../state/requests.ts';
import { serverName } from '../state/servers.ts';

export interface Answer {
  atMs: number;
  bornMs: number;
  user: number;
  kind: (typeof REQUEST_KINDS)[number];
  /** Name of the server that was asked last, or '-'. */
  server: string;
  status: number;
  reason: (typeof REASONS)[number];
}

export interface Recording {
  simulation: Simulation;
  answers: Answer[];
  /** Causes of every answer that was not a success, in order of decision. */
  causes: Cause[][];
  happenings: (Happening & { atMs: number })[];
}

/** Runs a scenario to a time and keeps every answer. */
export function record(
  scenario: Scenario,
  untilMs: number,
  interventions: Intervention[] = [],
  seed = 1,
): Recording {
  const simulation = createSimulation({ scenario, seed, interventions });
  const recording: Recording = { simulation, answers: [], causes: [], happenings: [] };
  simulation.observe({
    decided(world, r) {
      if (world.requests.status[r] >= 400) recording.causes.push(causesOf(world, r));
    },
    finished({ nowMs, requests }, r) {
      recording.answers.push({
        atMs: nowMs,
        bornMs: requests.bornMs[r],
        user: requests.user[r],
        kind: REQUEST_KINDS[requests.kind[r]],
        server: requests.server[r] < 0 ? '-' : serverName(requests.server[r]),
        status: requests.status[r],
        reason: REASONS[requests.reason[r]],
      });
    },
    happened({ nowMs }, happening) {
      recording.happenings.push({ ...happening, atMs: nowMs });
    },
  });
  simulation.runUntil(untilMs);
  return recording;
}

/** `a:login->200` and so on: the shape in which session scenarios are published. */
export function shorthand(answers: Answer[]): string[] {
  return answers.map((a) => `${a.server.toLowerCase()}:${a.kind === 'login' ? 'LOGIN' : 'GET'}->${a.status}`);
}
