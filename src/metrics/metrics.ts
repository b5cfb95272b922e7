import type { ServerStateName } from '../engine/state/servers.ts';
import type { MetricId, ServerMetricId } from './definitions.ts';

/** A number in the unit of its definition; null where there is nothing to take a mean or a share of. */
type Value = number | null;

export interface ServerMetrics {
  /** A, B, … in the order in which they came. */
  server: string;
  /** What it was doing at the end. */
  state: ServerStateName;
  values: Record<ServerMetricId, Value>;
}

/** The numbers of a run, or of a part of it. */
export interface Metrics {
  /** The part of the run in simulated milliseconds: after `fromMs`, up to and including `untilMs`. */
  fromMs: number;
  untilMs: number;
  values: Record<MetricId, Value>;
  /** Every server that ever was, the removed ones included. */
  servers: ServerMetrics[];
}
