/** Numbers in a file. Both ends of a range belong to it. */
import * as v from 'valibot';
import type { Expected } from '../problem.ts';
import { expects } from './expects.ts';
import type { NumberField } from './field.ts';

type Range = Pick<NumberField, 'kind' | 'least' | 'most'>;

const expected = ({ kind, least, most }: Range): Expected => ({
  what: kind === 'whole' ? 'whole-number' : 'number',
  least,
  most,
});

export const numberSchema = (range: Range) => schema(range, expects(expected(range)));

/** A number, or null where that means something of its own. */
export const numberOrNullSchema = (range: Range) =>
  v.nullable(schema(range, expects({ ...expected(range), orNull: true } as Expected)));

function schema({ kind, least, most }: Range, message: string): v.GenericSchema<number, number> {
  const range = [
    v.minValue<number, number, string>(least, message),
    v.maxValue<number, number, string>(most, message),
  ] as const;
  return kind === 'whole'
    ? v.pipe(v.number(message), v.integer(message), ...range)
    : v.pipe(v.number(message), ...range);
}
