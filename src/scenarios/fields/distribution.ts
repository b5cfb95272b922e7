/**
 * Durations drawn by chance: `{ "kind": "exponential", "mean": "80ms" }`, or a bare duration for one that
 * is always the same.
 */
import * as v from 'valibot';
import { type Distribution, meanMs } from '../../engine/random/distributions.ts';
import { LEAST_CV, LONGEST_MS, MOST_CV } from '../limits.ts';
import type { Expected } from '../problem.ts';
import { described } from './described.ts';
import { durationSchema, durationSource } from './duration.ts';
import { type DurationText, parseDuration } from './durationText.ts';
import { expects } from './expects.ts';
import { numberSchema } from './numbers.ts';

const variation = (words: string, least: number) =>
  described(numberSchema({ kind: 'decimal', least, most: MOST_CV }), words);
const mean = described(durationSchema(), 'The mean.');

const kinds = [
  v.pipe(
    v.strictObject({ kind: v.literal('exponential'), mean }),
    v.description('Mostly short, sometimes long: the time between events that know nothing of each other.'),
  ),
  v.pipe(
    v.strictObject({
      kind: v.literal('uniform'),
      min: described(durationSchema(), 'The shortest.'),
      max: described(durationSchema(), 'The longest; not below `min`.'),
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
      cv: variation('Coefficient of variation: deviation divided by mean.', LEAST_CV),
    }),
    v.description('A hump with a long tail, as most measured service times have it.'),
  ),
  v.pipe(
    v.strictObject({
      kind: v.literal('hyperexponential'),
      mean,
      cv: variation('Coefficient of variation: deviation divided by mean; at least 1.', 1),
    }),
    v.description('Two exponentials: most durations short, a few very long.'),
  ),
] as const;

/** A distribution; `leastMeanMs` is the smallest mean it may have. */
export function distributionSchema(leastMeanMs = 0) {
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
