/**
 * Durations drawn by chance: `{ "kind": "exponential", "mean": "80ms" }`, or a bare duration for one that
 * is always the same.
 */
import * as v from 'valibot';
import { type Distribution, meanMs } from '../../engine/random/distributions.ts';
import { LEAST_CV, LONGEST_MS, MOST_CV } from '../limits.ts';
import type { Expected } from '../problem.ts';
import { type DurationText, duration, durationSource, formatDuration, parseDuration } from './duration.ts';
import { expects } from './expects.ts';
import { decimal } from './numbers.ts';

export type DistributionSource =
  | DurationText
  | { kind: 'exponential'; mean: DurationText }
  | { kind: 'uniform'; min: DurationText; max: DurationText }
  | { kind: 'lognormal' | 'hyperexponential'; mean: DurationText; cv: number };

const mean = duration('The mean.');

const kinds = [
  v.pipe(
    v.strictObject({ kind: v.literal('exponential'), mean }),
    v.description('Mostly short, sometimes long: the time between events that know nothing of each other.'),
  ),
  v.pipe(
    v.strictObject({
      kind: v.literal('uniform'),
      min: duration('The shortest.'),
      max: duration('The longest; not below `min`.'),
    }),
    v.description('Anything between two durations, all equally likely.'),
    v.forward(
      v.check(({ min, max }) => min <= max, expects({ what: 'max-not-below-min' })),
      ['max'],
    ),
  ),
  v.pipe(
    v.strictObject({
      kind: v.literal('lognormal'),
      mean,
      cv: decimal('Coefficient of variation: deviation divided by mean.', LEAST_CV, MOST_CV),
    }),
    v.description('A hump with a long tail, as most measured service times have it.'),
  ),
  v.pipe(
    v.strictObject({
      kind: v.literal('hyperexponential'),
      mean,
      cv: decimal('Coefficient of variation: deviation divided by mean; at least 1.', 1, MOST_CV),
    }),
    v.description('Two exponentials: most durations short, a few very long.'),
  ),
] as const;

/** A distribution; `leastMeanMs` is the smallest mean it may have. */
export function distribution(description: string, leastMeanMs = 0) {
  const expected: Expected = { what: 'distribution', leastMeanMs, mostMs: LONGEST_MS };
  const message = expects(expected);
  return v.pipe(
    v.union(
      [
        durationSource(0, LONGEST_MS, expected),
        v.variant(
          'kind',
          [...kinds],
          expects({ what: 'choice', choices: kinds.map((kind) => kind.entries.kind.literal) }),
        ),
      ],
      message,
    ),
    v.description(description),
    v.transform(toDistribution),
    v.check((d) => meanMs(d) >= leastMeanMs, message),
  );
}

function toDistribution(source: DurationText | v.InferOutput<(typeof kinds)[number]>): Distribution {
  if (typeof source !== 'object') return { kind: 'constant', meanMs: parseDuration(source) };
  switch (source.kind) {
    case 'exponential':
      return { kind: 'exponential', meanMs: source.mean };
    case 'uniform':
      return { kind: 'uniform', minMs: source.min, maxMs: source.max };
    case 'lognormal':
    case 'hyperexponential':
      return { kind: source.kind, meanMs: source.mean, cv: source.cv };
  }
}

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
