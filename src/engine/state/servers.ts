import * as serverStates from './serverState.ts';
import { NONE } from './table.ts';

export * as ServerState from './serverState.ts';
export type ServerState = (typeof serverStates)[keyof typeof serverStates];
export const SERVER_STATES = [
  'starting',
  'up',
  'draining',
  'restarting',
  'removing',
  'down',
  'hung',
  'removed',
  'resizing',
] as const;
export type ServerStateName = (typeof SERVER_STATES)[number];

/** Steps in which a server that starts slowly comes to its weight: HAProxy counts in sixteenths. */
export const SLOW_STEPS = 16;

export function createServers(capacity = 8) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    state: new Uint8Array(capacity),
    sinceMs: new Float64Array(capacity),
    /** Intervention that led to the state, or NONE. */
    by: new Int32Array(capacity),
    addedMs: new Float64Array(capacity),
    /** Intervention that added the server, or NONE when the scenario has it from the start. */
    addedBy: new Int32Array(capacity),
    /** Number of the event that ends the state (boot done, drain over); 0 when there is none. */
    event: new Float64Array(capacity),
    /** When that event comes; Infinity without one. */
    untilMs: new Float64Array(capacity),

    workers: new Int32Array(capacity),
    queueLimit: new Float64Array(capacity),
    /** Requests per time relative to the scenario's service times; 2 is twice as fast. */
    speed: new Float64Array(capacity),
    /** What policies go by, and what the scenario says; less than that while it starts slowly. */
    weight: new Float64Array(capacity),
    fullWeight: new Float64Array(capacity),
    /** Sixteenths of its weight that it has while it starts slowly, 0 when it has all; and the event that adds one. */
    slowSteps: new Uint8Array(capacity),
    slowEvent: new Float64Array(capacity),
    startMs: new Float64Array(capacity),
    restartMs: new Float64Array(capacity),
    /** The machine: its place in SIZES, or NONE for one without a size. */
    size: new Int32Array(capacity),
    /** 1 when somebody has moved it to another machine than the scenario says. */
    resized: new Uint8Array(capacity),
    usdPerHour: new Float64Array(capacity),
    resizeMs: new Float64Array(capacity),
    /** Version of the program that runs, from 1; of a new server, the newest. */
    version: new Int32Array(capacity),
    /** 1 while the deploy waits for this server. */
    deploying: new Uint8Array(capacity),
    /** Processors that the workers share. */
    vcpus: new Float64Array(capacity),
    /** Until when the process is slower because it is fresh; 0 when it never was. */
    coldUntilMs: new Float64Array(capacity),

    busy: new Int32Array(capacity),
    /** Bit i is set while worker i is occupied. */
    busyWorkers: new Int32Array(capacity),
    queueLength: new Int32Array(capacity),
    queueFirst: new Int32Array(capacity),
    queueLast: new Int32Array(capacity),
    /** Number of the event at which the head of the queue has waited too long; 0 when none is set. */
    queueEvent: new Float64Array(capacity),
    /** Worker-milliseconds of work up to `busySinceMs`. */
    busyMs: new Float64Array(capacity),
    busySinceMs: new Float64Array(capacity),

    /** The key it signs cookies with, and another that it accepts, or NONE. */
    key: new Int32Array(capacity),
    keyBefore: new Int32Array(capacity),
    /** 1 when workers can get in each other's way: what they compute is then a task. */
    shares: new Uint8Array(capacity),
    /** The task to be done first, or NONE; the root of the server's heap. */
    taskFirst: new Int32Array(capacity),
    taskCount: new Int32Array(capacity),
    /** Number of the event at which that task is done; 0 when there is none. */
    taskEvent: new Float64Array(capacity),
    /** Computation that every task has got since the first of them began, up to `sharedAtMs`, and how fast it goes on. */
    sharedMs: new Float64Array(capacity),
    sharedAtMs: new Float64Array(capacity),
    shareRate: new Float64Array(capacity),
    /** Processor-milliseconds of work up to `sharedAtMs`, while workers share. */
    cpuMs: new Float64Array(capacity),
    /** `busyMs` when the autoscaler looked last. */
    measuredMs: new Float64Array(capacity),

    shelfFirst: new Int32Array(capacity),
    shelfLast: new Int32Array(capacity),
    shelfCount: new Int32Array(capacity),

    /** 1 when the balancer has it in its list. */
    registered: new Uint8Array(capacity),
    /** Failed requests that count, by passive checks; when the last one failed, and from when they count on. Seconds. */
    fails: new Uint8Array(capacity),
    failedAtS: new Float64Array(capacity),
    checkedAtS: new Float64Array(capacity),
    /** 1 while passive checks keep requests away from it, and the number of the event that ends it. */
    shutOut: new Uint8Array(capacity),
    passiveEvent: new Float64Array(capacity),
    /** 1 when it has passed no check yet and may not get requests before. */
    unproven: new Uint8Array(capacity),
    /** 1 when the balancer believes it healthy. */
    healthy: new Uint8Array(capacity),
    /** 1 while the balancer is told to send only those who are bound to it. */
    onlyBound: new Uint8Array(capacity),
    /** 1 while whoever drained it for a restart keeps it out of rotation. */
    keptOut: new Uint8Array(capacity),
    /** Checks in a row that contradict the belief. */
    checksAgainst: new Uint8Array(capacity),
    /** Number of the check event to come; 0 when it is not checked. */
    checkEvent: new Float64Array(capacity),
    /** 1 while a check waits for an answer that does not come. */
    checkOpen: new Uint8Array(capacity),
    /** Requests the balancer has sent and not had answered. */
    inFlight: new Int32Array(capacity),
    /** Requests sent here so far. */
    routed: new Uint32Array(capacity),
    /** Answers this server gave so far. */
    answered: new Uint32Array(capacity),
  };
}
export type Servers = ReturnType<typeof createServers>;

/** Does the process accept connections in this state? */
export function accepts(state: number): boolean {
  return (
    state === serverStates.up ||
    state === serverStates.draining ||
    state === serverStates.restarting ||
    state === serverStates.removing
  );
}

/** A, B, … Z, AA, AB, …: the name of the server at an index. */
export function serverName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : serverName(Math.floor(index / 26) - 1) + letter;
}
