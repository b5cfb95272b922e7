/** Fields that hold a number. Both ends of a range belong to it. */
import * as v from 'valibot';
import { expects } from './expects.ts';

export function whole(description: string, least: number, most: number) {
  const message = expects({ what: 'whole-number', least, most });
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
    v.description(description),
  );
}

/** A whole number, or null where that means something of its own. */
export function wholeOrNull(description: string, least: number, most: number) {
  const message = expects({ what: 'whole-number', least, most, orNull: true });
  return v.pipe(
    v.nullable(
      v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message)),
    ),
    v.description(description),
  );
}

export function decimal(description: string, least: number, most: number) {
  const message = expects({ what: 'number', least, most });
  return v.pipe(
    v.number(message),
    v.minValue(least, message),
    v.maxValue(most, message),
    v.description(description),
  );
}
