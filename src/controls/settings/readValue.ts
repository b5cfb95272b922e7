/** What somebody typed, as the value of a setting; and a value, as one would type it. */
import { formatDuration, parseDuration } from '../../scenarios/fields/durationText.ts';
import type { DurationField, NumberField } from '../../scenarios/fields/field.ts';

/** What a language calls the units of a file. */
export type Units = Readonly<Record<string, string>>;

/** The text of a number, or of a duration with its unit. */
export function valueText(field: DurationField | NumberField, value: number, units: Units): string {
  return field.kind === 'duration' ? durationText(value, units) : String(value);
}

export function durationText(ms: number, units: Units): string {
  return String(formatDuration(ms)).replace(/[a-z]+$/, (unit) => units[unit] ?? unit);
}

/** The number typed, in milliseconds for a duration; NaN when it is none or out of range. A file's units are read, too. */
export function readNumber(field: DurationField | NumberField, text: string, units: Units): number {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return Number.NaN;
  if (field.kind === 'duration') {
    const bare = /^\d+(\.\d+)?$/.test(typed);
    return within(
      parseDuration(bare ? Number(typed) : unitOfFile(typed, units)),
      field.leastMs,
      field.mostMs,
    );
  }
  const number = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  if (field.kind === 'whole' && !Number.isInteger(number)) return Number.NaN;
  return within(number, field.least, field.most);
}

function unitOfFile(typed: string, units: Units): string {
  const [, amount = '', name = ''] = /^([\d.]+) *(.*)$/.exec(typed) ?? [];
  const unit = Object.keys(units).find((one) => units[one] === name);
  return unit === undefined ? typed : amount + unit;
}

const within = (number: number, least: number, most: number): number =>
  number >= least && number <= most ? number : Number.NaN;
