import type { Distribution } from '../../engine/random/distributions.ts';
import { type DurationText, formatDuration } from './durationText.ts';

export type DistributionSource =
  | DurationText
  | { kind: 'exponential'; mean: DurationText }
  | { kind: 'uniform'; min: DurationText; max: DurationText }
  | { kind: 'lognormal' | 'hyperexponential'; mean: DurationText; cv: number };

/** The distribution as a file would say it. */
export function formatDistribution(d: Distribution): DistributionSource {
  switch (d.kind) {
    case 'constant':
      return formatDuration(d.meanMs);
    case 'exponential':
      return { kind: d.kind, mean: formatDuration(d.meanMs) };
    case 'uniform':
      return { kind: d.kind, min: formatDuration(d.minMs), max: formatDuration(d.maxMs) };
    case 'lognormal':
    case 'hyperexponential':
      return { kind: d.kind, mean: formatDuration(d.meanMs), cv: d.cv };
  }
}
