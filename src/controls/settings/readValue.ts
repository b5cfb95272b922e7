/** What somebody typed, as the value of a setting; and a value, as one would type it. */
import { formatDuration, parseDuration } from '../../scenarios/fields/durationText.ts';
import type { DurationField, NumberField } from '../../scenarios/fields/field.ts';

/** The text of a number, or of a duration with its unit. */
export function valueText(field: DurationField | NumberField, value: number): string {
  return String(field.kind === 'duration' ? formatDuration(value) : value);
}

/** The number typed, in milliseconds for a duration; NaN when it is none or out of range. */
export function readNumber(field: DurationField | NumberField, text: string): number {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return Number.NaN;
  if (field.kind === 'duration') {
    const bare = /^\d+(\.\d+)?$/.test(typed);
    return within(parseDuration(bare ? Number(typed) : typed), field.leastMs, field.mostMs);
  }
  const number = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  if (field.kind === 'whole' && !Number.isInteger(number)) return Number.NaN;
  return within(number, field.least, field.most);
}

const within = (number: number, least: number, most: number): number =>
  number >= least && number <= most ? number : Number.NaN;
