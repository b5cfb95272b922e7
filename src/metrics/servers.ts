/** How long each server's process was there, and how much of that time its workers were occupied. */
import { accepts, SERVER_STATES, ServerState, serverName } from '../engine/state/servers.ts';
import type { World } from '../engine/state/world.ts';
import type { ServerMetrics } from './metrics.ts';

interface ServerRecord {
  /** Since when the process is there, or null while it is not. */
  sinceMs: number | null;
  runningMs: number;
  /** What the engine had counted when the watch began. */
  busyMs: number;
  routed: number;
  answered: number;
}

export type ServerRecords = ServerRecord[];

/** Starts to watch the servers of a world as they are now. */
export function createServerRecords(world: World): ServerRecords {
  const records: ServerRecords = [];
  for (let s = 0; s < world.servers.length; s++) {
    records.push({
      sinceMs: isRunning(world.servers.state[s]) ? world.nowMs : null,
      runningMs: 0,
      busyMs: busyMsOf(world, s),
      routed: world.servers.routed[s],
      answered: world.servers.answered[s],
    });
  }
  return records;
}

/** A server's state changed, or it is new. */
export function watchState(records: ServerRecords, { nowMs, servers }: World, s: number): void {
  records[s] ??= { sinceMs: null, runningMs: 0, busyMs: 0, routed: 0, answered: 0 };
  const record = records[s];
  const running = isRunning(servers.state[s]);
  if (running === (record.sinceMs !== null)) return;
  if (record.sinceMs !== null) record.runningMs += nowMs - record.sinceMs;
  record.sinceMs = running ? nowMs : null;
}

export function readServers(records: ServerRecords, world: World): ServerMetrics[] {
  const { servers, nowMs } = world;
  return records.map((record, s) => {
    const runningMs = record.runningMs + (record.sinceMs === null ? 0 : nowMs - record.sinceMs);
    const busyMs = busyMsOf(world, s) - record.busyMs;
    return {
      server: serverName(s),
      state: SERVER_STATES[servers.state[s]],
      values: {
        requestsRouted: servers.routed[s] - record.routed,
        requestsAnswered: servers.answered[s] - record.answered,
        utilisation: runningMs === 0 ? null : busyMs / (runningMs * servers.workers[s]),
        runningMs,
        sessions: servers.shelfCount[s],
      },
    };
  });
}

const isRunning = (state: number) => accepts(state) || state === ServerState.hung;

/** Worker-milliseconds of work up to now; the engine adds them up only when something changes. */
function busyMsOf({ servers, nowMs }: World, s: number): number {
  return servers.busyMs[s] + servers.busy[s] * (nowMs - servers.busySinceMs[s]);
}
