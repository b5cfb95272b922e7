import type {
  ClusterSettings,
  ConsensusSettings,
  SentinelSettings,
  StoreSettings,
  ZoneSettings,
} from '../../engine/scenario.ts';
import { STORE_KIND_IDS } from '../../engine/store/kinds.ts';
import { PERSISTENCE_IDS } from '../../engine/store/persistence.ts';
import { MOST_SHARDS, SHARDINGS } from '../../engine/store/shardings.ts';
import {
  choice,
  decimal,
  distribution,
  duration,
  type FieldsOf,
  group,
  orNull,
  whole,
  yesOrNo,
} from '../fields/field.ts';
import { LEAST_STORE_RATE, MOST_REPLICAS, MOST_STORE_RATE, MOST_STORED } from '../limits.ts';

const sentinel = {
  downAfter: duration(),
  failover: duration(),
} as const satisfies FieldsOf<SentinelSettings>;

const cluster = {
  nodeTimeout: duration(),
  failover: duration(),
  fullCoverage: yesOrNo(),
} as const satisfies FieldsOf<ClusterSettings>;

const consensus = {
  election: duration(),
  staleReads: yesOrNo(),
} as const satisfies FieldsOf<ConsensusSettings>;

export const store = {
  kind: choice(STORE_KIND_IDS),
  shards: whole(1, MOST_SHARDS),
  sharding: choice(SHARDINGS),
  replicas: whole(0, MOST_REPLICAS),
  lag: distribution(),
  minReplicas: whole(0, MOST_REPLICAS),
  maxLag: duration(),
  sentinel: group(sentinel),
  cluster: group(cluster),
  consensus: group(consensus),
  latency: distribution(),
  perSecond: orNull(decimal(LEAST_STORE_RATE, MOST_STORE_RATE)),
  timeout: duration(),
  whenDown: choice(['wait', 'fail']),
  maxSessions: orNull(whole(1, MOST_STORED)),
  whenFull: choice(['refuse', 'evict']),
  persistence: choice(PERSISTENCE_IDS),
} as const satisfies FieldsOf<StoreSettings>;

export const zones = {
  count: whole(1, 2),
  hop: duration(),
  leaders: whole(1, 2),
  majority: whole(1, 2),
} as const satisfies FieldsOf<ZoneSettings>;
