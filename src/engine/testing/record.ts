/** Observers for tests: what a run did, in the words of the field. */
import { type Cause, causesOf } from '../causes.ts';
import type { Intervention } from '../intervention.ts';
import type { Scenario } from '../scenario.ts';
import type { Happening } from '../sim.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { REASONS, REQUEST_KINDS } from '../state/requests.ts';
import { serverName } from '../state/servers.ts';
import { WITH_OWNER } from '../state/sessions.ts';

export interface Answer {
  atMs: number;
  bornMs: number;
  user: number;
  kind: (typeof REQUEST_KINDS)[number];
  /** Name of the server that was asked last, or '-'. */
  server: string;
  status: number;
  reason: (typeof REASONS)[number];
  cart: number;
  /** Why, as known when the answer was decided. */
  causes: Cause[];
}

export interface Recording {
  simulation: Simulation;
  /** In order of arrival. */
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
  const why = new Map<number, Cause[]>();
  simulation.observe({
    decided(world, r) {
      const causes = causesOf(world, r, { scenario, interventions });
      why.set(world.requests.serial[r], causes);
      if (world.requests.status[r] >= 400) recording.causes.push(causes);
    },
    finished({ nowMs, requests }, r) {
      const serial = requests.serial[r];
      recording.answers.push({
        atMs: nowMs,
        bornMs: requests.bornMs[r],
        user: requests.user[r],
        kind: REQUEST_KINDS[requests.kind[r]],
        server: requests.server[r] < 0 ? '-' : serverName(requests.server[r]),
        status: requests.status[r],
        reason: REASONS[requests.reason[r]],
        cart: requests.cart[r],
        causes: why.get(serial) ?? [],
      });
      why.delete(serial);
    },
    happened(world, happening) {
      recording.happenings.push({ ...happening, atMs: world.nowMs });
      if (happening.what !== 'gave-up') return;
      const causes = causesOf(world, happening.request, { scenario, interventions });
      why.set(world.requests.serial[happening.request], causes);
      recording.causes.push(causes);
    },
  });
  simulation.runUntil(untilMs);
  return recording;
}

/** `a:LOGIN->200` and so on: the shape in which session scenarios are published. */
export function shorthand(answers: Answer[]): string[] {
  return answers.map((a) => `${a.server.toLowerCase()}:${a.kind === 'login' ? 'LOGIN' : 'GET'}->${a.status}`);
}

/** `1010 B page 200 served` and so on, for tests in which times matter. */
export function lines(answers: Answer[]): string[] {
  return answers.map((a) => `${a.atMs} ${a.server} ${a.kind} ${a.status} ${a.reason}`);
}

/** A chain of causes as text, a link a line: `server-state B down 1500 by 0`. */
export function chain(causes: Cause[]): string[] {
  return causes.map(({ code, ...facts }) => {
    const words = Object.entries(facts).flatMap(([name, fact]) => {
      if (name === 'times') return fact === 1 ? [] : `×${fact}`;
      if (name === 'by') return fact === -1 ? 'by nobody' : `by ${fact}`;
      const isPlace = name === 'server' || name === 'place';
      if (fact === WITH_OWNER) return 'owner';
      return isPlace && typeof fact === 'number' && fact >= 0 ? serverName(fact) : String(fact);
    });
    return [code, ...words].join(' ');
  });
}
