/** The session store as the page shows it. */
import { further } from '../engine/further.ts';
import type { Scenario } from '../engine/scenario.ts';
import { placeOfNode } from '../engine/state/sessions.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';
import type { Sharding } from '../engine/store/shardings.ts';
import { usesStore } from '../engine/usesStore.ts';
import type { Zone } from '../engine/zones.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type ShelfView, viewShelf } from './viewSessions.ts';

export interface StoreNodeView {
  /** Number from 0, in the order in which they came. */
  node: number;
  shard: number;
  zone: Zone;
  up: boolean;
  /** Somebody killed it at some time. */
  hasDied: boolean;
  sinceMs: number;
  /** `leads` as the majority sees it; `leads-alone` is one that it has given up; `peer` where nobody leads. */
  role: 'leads' | 'leads-alone' | 'follows' | 'peer';
  /** Does a follower hear from the node it copies? */
  linked: boolean;
  /** Commands that wait for their turn. */
  waiting: number;
  shelf: ShelfView;
}

export interface StoreView {
  used: boolean;
  /** Is there a node for every session that servers can ask? */
  up: boolean;
  /** When a copy takes over from a node that is missed, where one will; otherwise null. */
  nextLeaderMs: number | null;
  nodes: StoreNodeView[];
  shards: number;
  /** Was a shard added? */
  hasGrown: boolean;
  sharding: Sharding | 'slots';
  zones: 1 | 2;
  /** Is the network between the zones cut, and has it ever been? */
  cut: boolean;
  hasBeenCut: boolean;
}

export function viewStore(timeline: Timeline): StoreView {
  const { world, scenario } = timeline;
  const { stores, shards, zones, settings } = world;
  const nodes: StoreNodeView[] = [];
  for (let node = 0; node < stores.length; node++) nodes.push(viewNode(world, scenario, node));
  if (nodes.length === 0) nodes.push(UNOPENED);
  const answers = (shard: number): boolean =>
    scenario.store.kind === 'ap'
      ? nodes.some((n) => n.shard === shard && n.up)
      : shards.lostMs[shard] === Number.POSITIVE_INFINITY;
  const up = nodes.every(({ shard }) => shards.length === 0 || answers(shard));
  return {
    used: usesStore(settings.strategy, scenario),
    up,
    nextLeaderMs: up ? null : finite(further().nextLeaderMs(timeline)),
    nodes,
    shards: shards.length,
    hasGrown: shards.length > scenario.store.shards,
    sharding: scenario.store.kind === 'redis-cluster' ? 'slots' : scenario.store.sharding,
    zones: scenario.zones.count,
    cut: zones.cut === 1,
    hasBeenCut: zones.sinceMs > 0,
  };
}

const finite = (ms: number): number | null => (ms === Number.POSITIVE_INFINITY ? null : ms);

/** What there is to see of a store that nobody has needed yet. */
const UNOPENED: StoreNodeView = {
  node: 0,
  shard: 0,
  zone: 1,
  up: true,
  hasDied: false,
  sinceMs: 0,
  role: 'leads',
  linked: false,
  waiting: 0,
  shelf: { records: [], count: 0, orphans: 0 },
};

function viewNode(world: World, { store }: Scenario, node: number): StoreNodeView {
  const { stores, shards, nowMs } = world;
  const shard = stores.shard[node];
  const waitsMs = store.perSecond === null ? 0 : Math.max(0, stores.freeMs[node] - nowMs);
  return {
    node,
    shard,
    zone: stores.zone[node] as Zone,
    up: stores.up[node] === 1,
    // What brought it here is no accident.
    hasDied: stores.by[node] !== shards.addedBy[shard],
    sinceMs: stores.sinceMs[node],
    role: roleOf(world, store.kind, node),
    linked: stores.linked[node] === 1,
    waiting: Math.ceil((waitsMs * (store.perSecond ?? 0)) / 1000),
    shelf: viewShelf(world, placeOfNode(node)),
  };
}

function roleOf(
  { stores, shards }: World,
  kind: Scenario['store']['kind'],
  node: number,
): StoreNodeView['role'] {
  if (kind === 'ap') return 'peer';
  if (stores.source[node] !== NONE) return 'follows';
  return shards.leader[stores.shard[node]] === node ? 'leads' : 'leads-alone';
}
