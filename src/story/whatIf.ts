/**
 * What the same request would have met if sessions had lived elsewhere from the start: each strategy is run, with the
 * same seed and everything that was done, up to the same person's same numbered request.
 */
import { type Cause, causesOf } from '../engine/causes.ts';
import type { Observer } from '../engine/sim.ts';
import type { Run } from '../engine/simulation.ts';
import { REASONS, REQUEST_KINDS, type ReasonName } from '../engine/state/requests.ts';
import { NONE } from '../engine/state/table.ts';
import { UserPhase } from '../engine/state/users.ts';
import type { World } from '../engine/state/world.ts';
import { STRATEGY_IDS, type StrategyId } from '../engine/strategies/index.ts';
import { type Asked, isAsked } from './asked.ts';
import { type Retelling, retell } from './retell.ts';

/** What it met. */
export interface Met {
  serial: number;
  bornMs: number;
  atMs: number;
  kind: (typeof REQUEST_KINDS)[number];
  user: number;
  server: number;
  status: number;
  reason: ReasonName;
  causes: Cause[];
}

export interface Otherwise {
  strategy: StrategyId;
  /** Null when the request does not come, or has no answer in the time looked at. */
  met: Met | null;
  /** The person had given up before. */
  left: boolean;
  /** Nodes of the store, as people are told of them. */
  stores: number;
  /** Answers to everybody until then. */
  refused: number;
  failed: number;
}

/** The same run with one strategy from beginning to end. The numbers of the interventions stay what they are. */
export function withStrategy(run: Run, strategy: StrategyId): Run {
  return {
    ...run,
    scenario: { ...run.scenario, sessions: { ...run.scenario.sessions, strategy } },
    interventions: run.interventions.map((i) => (i.do === 'set-strategy' ? { ...i, strategy } : i)),
  };
}

/** Simulated time after the request's own end for which another run may take longer to come to it. */
const LATER_MS = 60_000;

export interface WhatIf {
  /** Goes on while `keepOn()` says so; true when every strategy has been run. */
  go(keepOn?: () => boolean): boolean;
  /** How much of it is done, from 0 to 1, at least: a run may end before the last time it is looked at. */
  readonly share: number;
  /** In the order of the strategies; grows while it goes on. */
  readonly results: readonly Otherwise[];
}

/** @param endMs when the request ended in the run itself */
export function whatIf(
  run: Run,
  asked: Asked,
  endMs: number,
  strategies: readonly StrategyId[] = STRATEGY_IDS,
): WhatIf {
  const results: Otherwise[] = [];
  let current: (Retelling & { result(): Otherwise }) | null = null;
  const untilMs = endMs + LATER_MS;
  return {
    results,
    get share() {
      return (results.length + (current?.nowMs ?? 0) / untilMs) / strategies.length;
    },
    go(keepOn) {
      while (results.length < strategies.length) {
        current ??= meet(withStrategy(run, strategies[results.length]), asked, untilMs);
        if (!current.go(keepOn)) return false;
        results.push(current.result());
        current = null;
      }
      return true;
    },
  };
}

function meet(run: Run, asked: Asked, untilMs: number): Retelling & { result(): Otherwise } {
  /** Its number in this run, once it is born. */
  let serial = 0;
  let met: Met | null = null;
  let left = false;
  let counts = { refused: 0, failed: 0, stores: 0 };
  let causes: Cause[] = [];

  const count = ({ totals, stores }: World) => {
    counts = { refused: totals.refused, failed: totals.failed, stores: stores.length };
  };
  const observer: Observer = {
    moved(world, r) {
      if (serial === 0 && world.requests.bornMs[r] === world.nowMs && isAsked(world, r, asked))
        serial = world.requests.serial[r];
    },
    decided(world, r) {
      if (serial !== 0 && world.requests.serial[r] === serial) causes = causesOf(world, r, run);
    },
    finished(world, r) {
      const { requests: q } = world;
      if (met !== null || serial === 0 || q.serial[r] !== serial) return;
      count(world);
      met = {
        serial,
        bornMs: q.bornMs[r],
        atMs: world.nowMs,
        kind: REQUEST_KINDS[q.kind[r]],
        user: q.user[r],
        server: q.server[r] ?? NONE,
        status: q.status[r],
        reason: REASONS[q.reason[r]],
        causes,
      };
    },
    happened(world, happening) {
      if (happening.what === 'gave-up' && serial !== 0 && world.requests.serial[happening.request] === serial)
        causes = causesOf(world, happening.request, run);
      if (happening.what !== 'user-left' || asked.who !== 'person' || happening.user !== asked.user) return;
      left = world.users.phase[asked.user] === UserPhase.left;
      count(world);
    },
  };
  const retelling = retell(run, untilMs, observer, { isOver: () => met !== null || left });
  return Object.assign(retelling, {
    result: (): Otherwise => ({
      strategy: run.scenario.sessions.strategy,
      met,
      left: left && met === null,
      ...counts,
    }),
  });
}
