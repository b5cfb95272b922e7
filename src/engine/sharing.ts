/**
 * Workers that share the processors of their machine (processor sharing): with `n` of them computing, each gets the
 * same part of what the machine can do. A server has a clock of its own for this, `sharedMs`, which goes as fast as one
 * worker's computation does; on that clock every task takes as long as it would alone, so when `n` changes only the
 * next end has to be worked out anew. Who waits for the store uses no processor and is not among them.
 */
import { universalScalability } from './scalability.ts';
import { noteSharing } from './serverSettings.ts';
import { after, EventKind, type Sim } from './sim.ts';
import { Reason, RequestPhase } from './state/requests.ts';
import { addRow, freeRow, NONE } from './state/table.ts';
import { createTasks } from './state/tasks.ts';
import type { World } from './state/world.ts';
import { addTask, removeTask } from './taskHeap.ts';
import { enterWait } from './travel.ts';

/** The table of computations, if nobody needed it before. */
export function openTasks(world: World): void {
  if (world.tasks.request === undefined) world.tasks = createTasks();
}

/** A worker begins to compute what takes `workMs` of a processor; in vain from `deadlineMs` on. */
export function beginTask(sim: Sim, r: number, workMs: number, deadlineMs: number): void {
  openTasks(sim.world);
  const { requests, servers, tasks, nowMs } = sim.world;
  const s = requests.server[r];
  settleShares(sim, s);
  const t = addRow(tasks);
  tasks.request[t] = r;
  tasks.doneAt[t] = servers.sharedMs[s] + workMs;
  servers.taskFirst[s] = addTask(tasks, servers.taskFirst[s], t);
  servers.taskCount[s]++;
  enterWait(sim, r, RequestPhase.serving);
  requests.task[r] = t;
  if (deadlineMs !== Number.POSITIVE_INFINITY) {
    requests.late[r] = Reason.tooSlow; // unless it is done before
    requests.event[r] = after(sim, Math.max(0, deadlineMs - nowMs), EventKind.request, r);
  }
  divide(sim, s);
}

/** The first task of a server is done. */
export function taskDone(sim: Sim, s: number): void {
  const { requests, servers, tasks } = sim.world;
  settleShares(sim, s);
  const t = servers.taskFirst[s];
  servers.sharedMs[s] = tasks.doneAt[t]; // the exact time, whatever was rounded on the way
  const r = tasks.request[t];
  requests.late[r] = Reason.none;
  requests.event[r] = 0;
  endTask(sim, r);
  sim.phaseEnded(r, RequestPhase.serving);
}

/** Takes the task of a request away, done or not. */
export function endTask(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const s = requests.server[r];
  settleShares(sim, s);
  takeOut(sim.world, r);
  divide(sim, s);
}

/** The machine stops: nothing is computed any more, and what was begun is left to whoever stopped it. */
export function dropTasks(sim: Sim, s: number): void {
  const { servers, tasks } = sim.world;
  settleShares(sim, s);
  while (servers.taskCount[s] > 0) takeOut(sim.world, tasks.request[servers.taskFirst[s]]);
  servers.taskEvent[s] = 0;
}

function takeOut({ requests, servers, tasks }: World, r: number): void {
  const s = requests.server[r];
  const t = requests.task[r];
  requests.task[r] = NONE;
  servers.taskFirst[s] = removeTask(tasks, servers.taskFirst[s], t);
  servers.taskCount[s]--;
  freeRow(tasks, t);
  // From 0 again when nobody is left: the clock keeps its precision in long runs.
  if (servers.taskCount[s] === 0) servers.sharedMs[s] = 0;
}

/** The law of scaling has changed. */
export function shareAnew(sim: Sim): void {
  const { servers } = sim.world;
  for (let s = 0; s < servers.length; s++) {
    noteSharing(sim, s);
    settleShares(sim, s);
    divide(sim, s);
  }
}

/** Moves a server's clock to the present. */
function settleShares({ world }: Sim, s: number): void {
  const { servers, nowMs } = world;
  const passedMs = nowMs - servers.sharedAtMs[s];
  servers.sharedAtMs[s] = nowMs;
  if (servers.taskCount[s] === 0) return;
  servers.sharedMs[s] += passedMs * servers.shareRate[s];
  servers.cpuMs[s] += passedMs * Math.min(servers.taskCount[s], servers.vcpus[s]);
}

/** Works out what each worker gets, and when the first of them is done. */
function divide(sim: Sim, s: number): void {
  const { servers, tasks } = sim.world;
  const n = servers.taskCount[s];
  if (n === 0) {
    servers.taskEvent[s] = 0;
    return;
  }
  const { contention, coherency } = sim.scenario.service;
  const rate = universalScalability(Math.min(n, servers.vcpus[s]), contention, coherency) / n;
  servers.shareRate[s] = rate;
  const leftMs = Math.max(0, tasks.doneAt[servers.taskFirst[s]] - servers.sharedMs[s]);
  servers.taskEvent[s] = after(sim, leftMs / rate, EventKind.task, s);
}
