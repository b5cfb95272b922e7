/** The store as a scenario has it: one Redis, or a leader and copies that Sentinels watch. */
import { setTimeout as pause } from 'node:timers/promises';
import type { StoreSettings } from '../../src/engine/scenario.ts';
import type { RedisAddress } from './app/options.ts';
import type { StoreChange } from './outcome.ts';
import type { Lab } from './programs/lab.ts';
import { type Redis, type Sentinels, startRedis, startSentinels } from './programs/redis.ts';
import { until } from './programs/until.ts';

export interface RealStore {
  /** The first one leads at the start. */
  nodes: Redis[];
  sentinels: Sentinels | null;
  /** Where servers find it. */
  address: RedisAddress;
}

export async function startStore(lab: Lab, settings: StoreSettings): Promise<RealStore> {
  const { kind, replicas, sentinel, timeoutMs } = settings;
  const leader = await startRedis(lab, null);
  if (kind === 'redis' && replicas === 0) {
    return { nodes: [leader], sentinels: null, address: { port: leader.port, timeoutMs } };
  }
  if (kind !== 'redis-sentinel') throw new Error(`Real programs do not know the store "${kind}" yet.`);
  const nodes = [leader];
  for (let i = 0; i < replicas; i++) {
    const copy = await startRedis(lab, leader.port);
    await until('a copy has everything', () => copy.isCopyOf(leader.port));
    nodes.push(copy);
  }
  const sentinels = await startSentinels(lab, leader.port, replicas, sentinel);
  return { nodes, sentinels, address: { sentinels: sentinels.ports, timeoutMs } };
}

/** How often the store is asked who leads and who has copied. */
const LOOK_EVERY_MS = 50;
/** How long a change is waited for: Sentinels take their time with a node that is back. */
const PATIENCE_MS = 30_000;

/** Notes when another node leads, and when one has become a copy, until it is stopped. */
export function watchStore(store: RealStore | null, clock: () => number) {
  const changes: StoreChange[] = [];
  let isOver = false;
  let failure: unknown = null;
  const watching = store?.sentinels ? watch(store.nodes, store.sentinels) : Promise.resolve();
  // Whoever waits for a change, or stops the watch, is told what went wrong.
  watching.catch((error) => {
    failure = error;
  });

  async function watch(nodes: readonly Redis[], sentinels: Sentinels): Promise<void> {
    let [leader] = nodes;
    const isCopy = new Map(nodes.map((node) => [node, node !== leader]));
    while (!isOver) {
      const port = await sentinels.leader();
      const found = nodes.find((node) => node.port === port) ?? leader;
      if (found !== leader) {
        leader = found;
        changes.push({ atMs: clock(), node: nodes.indexOf(leader), what: 'leads' });
      }
      for (const [place, node] of nodes.entries()) {
        const copies = node !== leader && (await copiesFrom(leader, node));
        if (copies && isCopy.get(node) === false)
          changes.push({ atMs: clock(), node: place, what: 'copies' });
        // That its leader is away makes a copy no less one.
        if (copies || node === leader || !node.isRunning()) isCopy.set(node, copies);
      }
      await pause(LOOK_EVERY_MS);
    }
  }

  return {
    changes,
    /** Waits until there have been so many changes of these sorts. */
    showed: (count: number, whats: readonly StoreChange['what'][]): Promise<void> =>
      until(
        `the store has ${whats.join(' or ')} ${count} times`,
        () => {
          if (failure !== null) throw failure;
          return changes.filter(({ what }) => whats.includes(what)).length >= count;
        },
        PATIENCE_MS,
      ),
    stop(): Promise<void> {
      isOver = true;
      return watching;
    },
  };
}

/** False also while one of them is dead, or dies just now. */
async function copiesFrom(leader: Redis, node: Redis): Promise<boolean> {
  try {
    return await node.isCopyOf(leader.port);
  } catch {
    return false;
  }
}
