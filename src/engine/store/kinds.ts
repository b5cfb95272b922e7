/** The kinds of store there are, as what distinguishes them. Everything else follows from the settings. */
import type { StoreSettings } from '../scenario.ts';

interface StoreKind {
  /**
   * Whom a node tells what was written to it, and when. `followers`: those that copy from it, after it has answered.
   * `majority`: the others, before it answers. `peers`: all others, after it has answered; each may be written to.
   */
  readonly tells: 'followers' | 'majority' | 'peers';
  /** How long a lost leader is missed, and how long it then takes another to lead; null when nobody takes over. */
  takesOver(store: StoreSettings): { missedMs: number; electedMs: number } | null;
  /** After how long nodes that do not reach the majority answer with errors; null when they go on. */
  refusesAfterMs(store: StoreSettings): number | null;
  /** Are keys kept in slots, which can be moved to a new shard one after the other? */
  readonly slots: boolean;
  /** Has a node everything it answered for on disk, whatever the settings say? */
  readonly durable: boolean;
}

export const STORE_KINDS = {
  /** One leader for each shard, for good. */
  redis: {
    tells: 'followers',
    takesOver: () => null,
    refusesAfterMs: () => null,
    slots: false,
    durable: false,
  },
  /** Watchers outside the store let a follower take over when the leader is missed for long. */
  'redis-sentinel': {
    tells: 'followers',
    takesOver: ({ sentinel }) => ({ missedMs: sentinel.downAfterMs, electedMs: sentinel.failoverMs }),
    refusesAfterMs: () => null,
    slots: false,
    durable: false,
  },
  /** The leaders of the shards watch each other. */
  'redis-cluster': {
    tells: 'followers',
    takesOver: ({ cluster }) => ({ missedMs: cluster.nodeTimeoutMs, electedMs: cluster.failoverMs }),
    refusesAfterMs: ({ cluster }) => cluster.nodeTimeoutMs,
    slots: true,
    durable: false,
  },
  /** Consistent: nothing is answered that a majority does not have (Raft, as in etcd and Consul). */
  cp: {
    tells: 'majority',
    takesOver: ({ consensus }) => ({ missedMs: 0, electedMs: consensus.electionMs }),
    refusesAfterMs: ({ consensus }) => consensus.electionMs,
    slots: false,
    durable: true,
  },
  /** Available: any node answers with what it has; of two versions the later counts (Cassandra with ONE). */
  ap: {
    tells: 'peers',
    takesOver: () => null,
    refusesAfterMs: () => null,
    slots: false,
    durable: false,
  },
} as const satisfies Record<string, StoreKind>;

export type StoreKindId = keyof typeof STORE_KINDS;
export const STORE_KIND_IDS = Object.keys(STORE_KINDS) as StoreKindId[];

export const kindOf = ({ kind }: StoreSettings): StoreKind => STORE_KINDS[kind];
