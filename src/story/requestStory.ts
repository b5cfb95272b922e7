/**
 * The story of one request: where it was from when to when, how its servers were chosen, what it got and why. Made by
 * watching the run once more; reads nothing but the world.
 */
import { type Cause, causesOf } from '../engine/causes.ts';
import { scenarioAfter } from '../engine/settings.ts';
import type { Observer } from '../engine/sim.ts';
import type { Run, Simulation } from '../engine/simulation.ts';
import {
  REASONS,
  REQUEST_KINDS,
  REQUEST_PHASES,
  Reason,
  type ReasonName,
  RequestPhase,
} from '../engine/state/requests.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type Asked, askedAtBirth } from './asked.ts';
import { anybodyLeft, type Choice, readChoice, serverBefore } from './choice.ts';
import { type Retelling, SLICE_EVENTS } from './retell.ts';

export type PhaseName = (typeof REQUEST_PHASES)[number];

/** A stretch of a request's life: one phase, at one place. */
export interface Stretch {
  phase: PhaseName;
  sinceMs: number;
  /** Infinity when nobody knows yet. */
  untilMs: number;
  /** The server it goes to, is at or comes from, or null. */
  server: number | null;
  /** The node of the store that is asked. */
  storeNode: number;
  /** Attempts that had failed before, which is the place of its choice in `choices`. */
  attempt: number;
}

export interface RequestStory {
  serial: number;
  asked: Asked;
  /** Who asks; NONE for a passing visitor or whoever has a copy of a cookie. */
  user: number;
  kind: (typeof REQUEST_KINDS)[number];
  /** A login after a refusal. */
  forced: boolean;
  bornMs: number;
  /** When whoever asked had the answer, or waited no longer; null when that does not come in the time looked at. */
  endMs: number | null;
  /** When the answer was settled, or null. */
  decidedMs: number | null;
  status: number;
  reason: ReasonName;
  /** The last server, or NONE. */
  server: number;
  /** From birth to end without a gap. */
  stretches: Stretch[];
  /** What servers went on doing when nobody waited any more. */
  afterwards: Stretch[];
  choices: Choice[];
  causes: Cause[];
  /** Nodes that the store had. */
  stores: number;
}

export interface RequestWatch {
  observer: Observer;
  /** Is there nothing more to come? */
  isOver(): boolean;
  /** What was seen, or null when the request was never seen being born. */
  story(): RequestStory | null;
}

/** Watches for a request by its number. */
export function watchRequest(run: Run, serial: number): RequestWatch {
  let story: RequestStory | null = null;
  /** Where the phase in progress began: its beginning stays when its end is moved. */
  let begun = { phase: -1, sinceMs: Number.NaN, server: NONE };
  let gaveUp = false;
  let over = false;

  const retryTo = (world: World) =>
    scenarioAfter(run.scenario, run.interventions, world.interventions).balancer.retryTo;

  const begin = (world: World, r: number): RequestStory => {
    const { requests: q, stores } = world;
    return {
      serial,
      asked: askedAtBirth(world, r),
      user: q.user[r],
      kind: REQUEST_KINDS[q.kind[r]],
      forced: q.forced[r] === 1,
      bornMs: q.bornMs[r],
      endMs: null,
      decidedMs: null,
      status: 0,
      reason: 'none',
      server: NONE,
      stretches: [],
      afterwards: [],
      choices: [],
      causes: [],
      stores: stores.length,
    };
  };

  const moved = (world: World, r: number): void => {
    const { requests: q, nowMs } = world;
    // Whoever is seen later than at birth is not told of: the beginning would be missing.
    if (story === null && q.bornMs[r] === nowMs) story = begin(world, r);
    if (story === null) return;
    const list = gaveUp ? story.afterwards : story.stretches;
    const last = list.at(-1);
    const phase = q.phase[r];
    const server = q.server[r];
    if (last && phase === begun.phase && q.sinceMs[r] === begun.sinceMs && server === begun.server) {
      last.untilMs = q.untilMs[r];
      return;
    }
    begun = { phase, sinceMs: q.sinceMs[r], server };
    if (last) last.untilMs = nowMs;
    const attempt = q.attempts[r];
    list.push({
      phase: REQUEST_PHASES[phase],
      sinceMs: nowMs,
      untilMs: q.untilMs[r],
      server: server === NONE ? null : server,
      storeNode: q.storeNode[r],
      attempt,
    });
    if (phase === RequestPhase.toServer && story.choices.length <= attempt)
      story.choices.push(readChoice(world, r, serverBefore(world, r), retryTo(world), true));
    if (phase === RequestPhase.toUser && gaveUp) over = true;
  };

  const decide = (world: World, r: number): void => {
    if (story === null || gaveUp) return;
    const { requests: q } = world;
    story.decidedMs = world.nowMs;
    story.causes = causesOf(world, r, run);
    const reason = q.reason[r];
    const isVain = reason === Reason.noServer || reason === Reason.unreachable;
    if (isVain && !anybodyLeft(world, r, retryTo(world)))
      story.choices.push(readChoice(world, r, null, retryTo(world), false));
  };

  const end = (world: World, r: number): void => {
    if (story === null || gaveUp) return;
    const { requests: q, nowMs } = world;
    story.endMs = nowMs;
    story.status = q.status[r];
    story.reason = REASONS[q.reason[r]];
    story.server = q.server[r];
    const last = story.stretches.at(-1);
    if (last) last.untilMs = nowMs;
  };

  return {
    observer: {
      moved(world, r) {
        if (world.requests.serial[r] === serial) moved(world, r);
      },
      decided(world, r) {
        if (world.requests.serial[r] === serial) decide(world, r);
      },
      finished(world, r) {
        if (world.requests.serial[r] !== serial || gaveUp) return;
        end(world, r);
        over = true;
      },
      happened(world, happening) {
        if (happening.what !== 'gave-up' || story === null) return;
        const r = happening.request;
        if (world.requests.serial[r] !== serial) return;
        const last = story.stretches.at(-1);
        const untilMs = last?.untilMs ?? 0;
        decide(world, r);
        end(world, r);
        gaveUp = true;
        // The servers go on with it, unless the answer was on its way already.
        if (last?.phase === 'toUser') over = true;
        if (last) story.afterwards.push({ ...last, sinceMs: world.nowMs, untilMs });
      },
    },
    isOver: () => over,
    story: () => story,
  };
}

/** How long after its birth a request is followed, in simulated milliseconds. */
const FOLLOWED_MS = 300_000;

/**
 * Tells the story of a request of a timeline's run, also of the part that lies after the playhead. Its `story` is there
 * when `go` has said that it is done, and null when there is no such request.
 *
 * @param nearMs a time at which the request does something, or is on its way
 */
export function requestStory(
  timeline: Timeline,
  serial: number,
  nearMs: number,
): Pick<Retelling, 'go'> & { readonly story: RequestStory | null } {
  const birth = birthOf(timeline, serial, nearMs);
  const watch = watchRequest(timeline.run, serial);
  let followed: { simulation: Simulation; untilMs: number } | null = null;
  const follow = (bornMs: number) => {
    // A little earlier, so that nothing of the time of its birth has happened yet.
    const simulation = timeline.apart(Math.max(0, bornMs - 1));
    simulation.observe(watch.observer);
    return { simulation, untilMs: bornMs + FOLLOWED_MS };
  };
  return {
    go(keepOn = () => true) {
      if (!birth.go(keepOn)) return false;
      if (birth.bornMs === null) return true;
      followed ??= follow(birth.bornMs);
      const { simulation, untilMs } = followed;
      for (;;) {
        if (watch.isOver() || simulation.runSlice(untilMs, SLICE_EVENTS)) return true;
        if (!keepOn()) return false;
      }
    },
    get story() {
      return watch.story();
    },
  };
}

/** Finds out when a request was born. It is there when `go` has said so, and null when there is no such request. */
export function birthOf(
  timeline: Timeline,
  serial: number,
  nearMs: number,
): Pick<Retelling, 'go'> & { readonly bornMs: number | null } {
  let bornMs: number | null = null;
  const look = ({ requests }: World, r: number) => {
    if (requests.serial[r] === serial) bornMs = requests.bornMs[r];
  };
  const { requests } = timeline.world;
  for (let r = 0; r < requests.length; r++) look(timeline.world, r);
  let simulation: Simulation | null = null;
  const begin = (): Simulation => {
    // From before that time: a moment that is kept at it has seen it.
    const begun = timeline.apart(Math.max(0, nearMs - 1));
    begun.observe({
      moved: look,
      decided: look,
      finished: look,
      happened: (world, happening) => {
        if (happening.what === 'gave-up') look(world, happening.request);
      },
    });
    return begun;
  };
  return {
    go(keepOn = () => true) {
      while (bornMs === null) {
        simulation ??= begin();
        if (simulation.runSlice(nearMs, SLICE_EVENTS)) return true;
        if (!keepOn()) return false;
      }
      return true;
    },
    get bornMs() {
      return bornMs;
    },
  };
}
