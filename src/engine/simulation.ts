/**
 * The simulation: takes a run (scenario, seed, interventions) and moves its world forward. It knows no
 * clock, no page and no chance but the seed's, so the same run gives the same bytes everywhere.
 */
import { attemptFailed, dispatch, retry } from './balancing.ts';
import { createChooser } from './chooser.ts';
import { advanceDeploy } from './deploy.ts';
import { createPopularity } from './edge/objects.ts';
import { kindOf, removeFirst, subjectOf } from './eventQueue.ts';
import { further, hasFurther } from './further.ts';
import { check } from './healthChecks.ts';
import type { Intervention } from './intervention.ts';
import { applyAction } from './interventions/index.ts';
import { ask, patienceOver, receive, scriptByPerson, startPeople } from './people.ts';
import { policyOf } from './policies/policyOf.ts';
import { meanMs } from './random/distributions.ts';
import { createStreams } from './random/streams.ts';
import type { Scenario } from './scenario.ts';
import { addServer, passBack, stateEnded } from './serverLife.ts';
import {
  arrive,
  pageWaitOver,
  queueWaitedTooLong,
  sessionRead,
  sessionSpread,
  sessionWritten,
  workDone,
} from './serving.ts';
import { scenarioAfter } from './settings.ts';
import { EventKind, type Observer, type Sim, tell, usesOf } from './sim.ts';
import { copyWorld, fillWorld } from './snapshot.ts';
import { RequestPhase } from './state/requests.ts';
import { NONE } from './state/table.ts';
import { createWorld, type World } from './state/world.ts';
import { strategyOf } from './strategies/strategyOf.ts';
import { scheduleVisitor, visit, visitAgain } from './traffic/visitors.ts';

/** Everything that happens follows from this. Interventions are in order of time, and stay as they are during a simulation. */
export interface Run {
  scenario: Scenario;
  /** A whole number from 0 to 4294967295. */
  seed: number;
  interventions: readonly Intervention[];
}

export interface Simulation {
  /** The world now. Read it; only the simulation writes it. It is replaced by `restore`. */
  readonly world: World;
  /** The scenario that holds now. */
  readonly scenario: Scenario;
  /** Moves to `timeMs`, which is not in the past, and includes every event and intervention at exactly that time. */
  runUntil(timeMs: number): void;
  /** As `runUntil`, but stops after about `events` events; true when it arrived. */
  runSlice(timeMs: number, events: number): boolean;
  /** Moves to the next event or intervention, unless that lies after `limitMs`. Returns whether there was one. */
  step(limitMs: number): boolean;
  snapshot(): World;
  /** Goes to the moment of a snapshot, which stays untouched. */
  restore(snapshot: World): void;
  observe(observer: Observer | null): void;
}

/** Starts a run at time 0, or goes on from a snapshot of the same run. */
export function createSimulation(run: Run, from?: World): Simulation {
  const sim: Sim = {
    scenario: run.scenario,
    streams: createStreams(run.seed),
    world: createWorld(run.scenario),
    policy: policyOf(run.scenario.balancer.policy),
    chooser: createChooser(run.scenario.balancer),
    strategy: strategyOf(run.scenario.sessions.strategy),
    script: scriptByPerson(run.scenario.people),
    observer: null,
    uses: usesOf(run.scenario),
    popularity: createPopularity(),
    phaseEnded,
  };
  let nextInterventionMs = Number.POSITIVE_INFINITY;
  findNextIntervention();
  if (from) goTo(from);
  else begin(sim);

  function phaseEnded(r: number, phase: RequestPhase): void {
    switch (phase) {
      case RequestPhase.toBalancer:
        if (sim.world.balancers.active === NONE) further().refuseAtBalancer(sim, r);
        else if (sim.world.requests.object[r] === NONE || !further().staysAtBalancer(sim, r))
          dispatch(sim, r);
        break;
      case RequestPhase.toServer:
        if (!arrive(sim, r)) attemptFailed(sim, r);
        break;
      case RequestPhase.serving:
        workDone(sim, r);
        break;
      case RequestPhase.fromServer:
        passBack(sim, r);
        break;
      case RequestPhase.toUser:
        receive(sim, r);
        break;
      default:
        rarePhaseEnded(r, phase);
    }
  }

  /** Phases that many requests never enter; apart, so that the common way stays short. */
  function rarePhaseEnded(r: number, phase: RequestPhase): void {
    switch (phase) {
      case RequestPhase.toEdge:
        further().atEdge(sim, r);
        break;
      case RequestPhase.waitingAtEdge:
        further().edgeWaitOver(sim, r);
        break;
      case RequestPhase.waitingAtBalancer:
        further().balancerWaitOver(sim, r);
        dispatch(sim, r);
        break;
      case RequestPhase.connecting:
        attemptFailed(sim, r);
        break;
      case RequestPhase.readingStore:
        sessionRead(sim, r);
        break;
      case RequestPhase.waitingForPage:
        pageWaitOver(sim, r);
        break;
      case RequestPhase.writingStore:
        sessionWritten(sim, r);
        break;
      case RequestPhase.spreading:
        sessionSpread(sim, r);
        break;
      case RequestPhase.backToEdge:
        further().backAtEdge(sim, r);
        break;
      case RequestPhase.retrying:
        retry(sim, r);
        break;
    }
  }

  /** Makes a world of a snapshot. What follows from the run and the world is worked out anew. */
  function goTo(snapshot: World): void {
    sim.world = createWorld(run.scenario);
    if (hasFurther()) further().openTables(sim.world, snapshot);
    fillWorld(sim.world, snapshot);
    sim.scenario = scenarioAfter(run.scenario, run.interventions, sim.world.interventions);
    sim.uses = usesOf(sim.scenario);
    sim.policy = policyOf(sim.world.settings.policy);
    sim.chooser.tables.changes = -1; // another world may have come to other lists by as many changes
    sim.strategy = strategyOf(sim.world.settings.strategy);
    findNextIntervention();
  }

  /** Takes the first event from the queue. False when it had been called off in the meantime. */
  function takeEvent(): boolean {
    const { world } = sim;
    const { queue } = world;
    const number = queue.number[0];
    const what = queue.what[0];
    const subject = subjectOf(what);
    const timeMs = queue.timeMs[0];
    removeFirst(queue);
    const kind = kindOf(what);
    switch (kind) {
      case EventKind.request:
        if (world.requests.event[subject] !== number) return false;
        world.nowMs = timeMs;
        phaseEnded(subject, world.requests.phase[subject] as RequestPhase);
        return true;
      case EventKind.person:
        if (world.users.event[subject] !== number) return false;
        world.nowMs = timeMs;
        ask(sim, subject);
        return true;
      case EventKind.visitor:
        if (world.visitorEvent !== number) return false;
        world.nowMs = timeMs;
        visit(sim);
        return true;
      default:
        return takeRareEvent(kind, subject, number, timeMs);
    }
  }

  /** The events that are not the daily bread; apart, so that the common ones stay short. */
  function takeRareEvent(kind: number, subject: number, number: number, timeMs: number): boolean {
    const { world } = sim;
    switch (kind) {
      case EventKind.check:
        if (world.servers.checkEvent[subject] !== number) return false;
        world.nowMs = timeMs;
        check(sim, subject);
        return true;
      case EventKind.server:
        if (world.servers.event[subject] !== number) return false;
        world.nowMs = timeMs;
        stateEnded(sim, subject);
        return true;
      case EventKind.patience:
        if (world.requests.patience[subject] !== number) return false;
        world.nowMs = timeMs;
        patienceOver(sim, subject);
        return true;
      case EventKind.returning:
        world.nowMs = timeMs;
        visitAgain(sim, subject);
        return true;
      case EventKind.passive:
        if (world.servers.passiveEvent[subject] !== number) return false;
        world.nowMs = timeMs;
        further().passiveOver(sim, subject);
        return true;
      case EventKind.autoscaler:
        if (world.autoscaler.event !== number) return false;
        world.nowMs = timeMs;
        further().lookAtLoad(sim);
        return true;
      case EventKind.deploy:
        if (world.deploy.event !== number) return false;
        world.nowMs = timeMs;
        advanceDeploy(sim);
        return true;
      case EventKind.store:
        if ((subject === NONE ? world.storeEvent : world.copies.event[subject]) !== number) return false;
        world.nowMs = timeMs;
        if (subject === NONE) further().storeTimer(sim);
        else further().copyArrives(sim, subject);
        return true;
      case EventKind.slowStart:
        if (world.servers.slowEvent[subject] !== number) return false;
        world.nowMs = timeMs;
        further().slowStep(sim, subject);
        return true;
      case EventKind.takeOver:
        if (world.balancers.event !== number) return false;
        world.nowMs = timeMs;
        further().takeOver(sim);
        return true;
      case EventKind.task:
        if (world.servers.taskEvent[subject] !== number) return false;
        world.nowMs = timeMs;
        further().taskDone(sim, subject);
        return true;
      default:
        if (world.servers.queueEvent[subject] !== number) return false;
        world.nowMs = timeMs;
        queueWaitedTooLong(sim, subject);
        return true;
    }
  }

  /** Notes when the next intervention comes. */
  function findNextIntervention(): void {
    const { interventions } = sim.world;
    nextInterventionMs =
      interventions < run.interventions.length
        ? run.interventions[interventions].atMs
        : Number.POSITIVE_INFINITY;
  }

  /** One event or intervention up to `limitMs`: 0 there is none, 1 it was called off, 2 it happened. */
  function advance(limitMs: number): 0 | 1 | 2 {
    const { world } = sim;
    const { queue } = world;
    const eventMs = queue.length > 0 ? queue.timeMs[0] : Number.POSITIVE_INFINITY;
    if (nextInterventionMs < eventMs) {
      const index = world.interventions;
      if (!(nextInterventionMs <= limitMs)) return 0;
      if (nextInterventionMs > world.nowMs) world.nowMs = nextInterventionMs;
      world.interventions++;
      findNextIntervention();
      const applied = applyAction(sim, run.interventions[index], index);
      tell(sim, { what: 'intervention', index, ignored: !applied });
      return 2;
    }
    // Written so that a limit that is not a number ends the run instead of running for ever.
    if (!(eventMs <= limitMs) || queue.length === 0) return 0;
    return takeEvent() ? 2 : 1;
  }

  return {
    get world() {
      return sim.world;
    },
    get scenario() {
      return sim.scenario;
    },
    runUntil(timeMs) {
      while (advance(timeMs) !== 0);
      if (timeMs > sim.world.nowMs) sim.world.nowMs = timeMs;
    },
    runSlice(timeMs, events) {
      for (let happened = 0; happened < events; ) {
        const result = advance(timeMs);
        if (result === 0) {
          if (timeMs > sim.world.nowMs) sim.world.nowMs = timeMs;
          return true;
        }
        // Never stops after an event that was called off: it lies in the future and is taken off all the same, so
        // the queue would not be that of the present.
        if (result === 2) happened++;
      }
      return false;
    },
    step(limitMs) {
      for (;;) {
        const result = advance(limitMs);
        if (result !== 1) return result === 2;
      }
    },
    snapshot: () => copyWorld(sim.world),
    restore: goTo,
    observe(observer) {
      sim.observer = observer;
    },
  };
}

function begin(sim: Sim): void {
  const { scenario, world } = sim;
  sim.strategy.open?.(sim);
  world.settings.thinkMeanMs = meanMs(scenario.people.think);
  for (let i = 0; i < scenario.servers.count; i++) addServer(sim, -1, true);
  if (scenario.cdn.on) further().openCdn(sim);
  if (scenario.pageCache.at !== 'nowhere') further().openPageCache(sim);
  if (scenario.autoscaler.on) further().startAutoscaler(sim);
  startPeople(sim);
  scheduleVisitor(sim);
}
