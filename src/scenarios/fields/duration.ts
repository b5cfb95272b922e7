/** Durations and times: "75ms", "1.5s", "30min", "1h", or a number of milliseconds. */
import * as v from 'valibot';
import { LONGEST_MS } from '../limits.ts';
import type { Expected } from '../problem.ts';
import { expects } from './expects.ts';

export type DurationText = number | string;

const PATTERN = /^(\d+(?:\.\d+)?) ?(us|ms|s|min|h|d)$/;

/** What a unit is in milliseconds: a whole number times a power of ten, so that decimals stay exact. */
const UNITS: Record<string, [times: number, exponent: number]> = {
  us: [1, -3],
  ms: [1, 0],
  s: [1, 3],
  min: [60, 3],
  h: [3600, 3],
  d: [86_400, 3],
};

/** Milliseconds of a duration in a file; NaN when the text is none. */
export function parseDuration(duration: DurationText): number {
  if (typeof duration === 'number') return duration + 0; // -0 becomes 0
  const found = PATTERN.exec(duration);
  if (found === null) return Number.NaN;
  const [times, exponent] = UNITS[found[2]];
  // "1.005s" is read as 1.005e3, which is exactly 1005; 1.005 * 1000 is not.
  return times * Number(`${found[1]}e${exponent}`);
}

/** The duration as a file would say it; reading it again gives exactly the same number. */
export function formatDuration(ms: number): DurationText {
  if (ms >= 86_400_000 && ms % 86_400_000 === 0) return `${ms / 86_400_000}d`;
  if (ms >= 3_600_000 && ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  if (ms >= 60_000 && ms % 60_000 === 0) return `${ms / 60_000}min`;
  if (ms >= 1000 && Number.isInteger(ms)) return `${ms / 1000}s`;
  const digits = String(ms);
  return digits.includes('e') ? ms : `${digits}ms`;
}

/** What the file may hold, before it becomes a number. */
export function durationSource(leastMs: number, mostMs: number, expected: Expected) {
  const message = expects(expected);
  return v.union(
    [
      v.pipe(v.number(message), v.minValue(leastMs, message), v.maxValue(mostMs, message)),
      v.pipe(
        v.string(message),
        v.regex(PATTERN, message),
        v.check((text) => {
          const ms = parseDuration(text);
          return !(ms < leastMs || ms > mostMs); // what is no duration has been told already
        }, message),
      ),
    ],
    message,
  );
}

/** A duration; becomes milliseconds. */
export function duration(description: string, leastMs = 0, mostMs = LONGEST_MS) {
  return v.pipe(
    durationSource(leastMs, mostMs, { what: 'duration', leastMs, mostMs }),
    v.description(description),
    v.transform(parseDuration),
  );
}

/** A duration, or null where that means something of its own. */
export function durationOrNull(description: string, leastMs = 0, mostMs = LONGEST_MS) {
  return v.pipe(
    v.nullable(durationSource(leastMs, mostMs, { what: 'duration', leastMs, mostMs, orNull: true })),
    v.description(description),
    v.transform((value) => (value === null ? null : parseDuration(value))),
  );
}

export const formatDurationOrNull = (ms: number | null): DurationText | null =>
  ms === null ? null : formatDuration(ms);
