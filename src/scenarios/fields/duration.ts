/** Durations in a file. */
import * as v from 'valibot';
import { LONGEST_MS } from '../limits.ts';
import type { Expected } from '../problem.ts';
import { DURATION_PATTERN, parseDuration } from './durationText.ts';
import { expects } from './expects.ts';

/** What the file may hold, before it becomes a number. */
export function durationSource(leastMs: number, mostMs: number, expected: Expected) {
  const message = expects(expected);
  return v.union(
    [
      v.pipe(v.number(message), v.minValue(leastMs, message), v.maxValue(mostMs, message)),
      v.pipe(
        v.string(message),
        v.regex(DURATION_PATTERN, message),
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
export function durationSchema(leastMs = 0, mostMs = LONGEST_MS) {
  return v.pipe(
    durationSource(leastMs, mostMs, { what: 'duration', leastMs, mostMs }),
    v.transform(parseDuration),
  );
}

/** A duration, or null where that means something of its own. */
export function durationOrNullSchema(leastMs = 0, mostMs = LONGEST_MS) {
  return v.pipe(
    v.nullable(durationSource(leastMs, mostMs, { what: 'duration', leastMs, mostMs, orNull: true })),
    v.transform((value) => (value === null ? null : parseDuration(value))),
  );
}
