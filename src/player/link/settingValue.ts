/**
 * The value of a setting as text in a link: `0.5`, `none`, `yes`, `cookie`, `lognormal-120-0.5`. Durations are
 * milliseconds. What is written can be read; whether the setting may have the value is for others to check.
 */
import type { Distribution } from '../../engine/random/distributions.ts';
import type { SettingValue } from '../../engine/settings.ts';
import type { SingleField } from '../../scenarios/fields/field.ts';

export function formatSettingValue(value: SettingValue): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  switch (value.kind) {
    case 'uniform':
      return [value.kind, value.minMs, value.maxMs].join('-');
    case 'constant':
    case 'exponential':
      return [value.kind, value.meanMs].join('-');
    default:
      return [value.kind, value.meanMs, value.cv].join('-');
  }
}

/** The value for a field of this kind; undefined when the text is none. */
export function parseSettingValue(field: SingleField, text: string): SettingValue | undefined {
  switch (field.kind) {
    case 'choice':
      return field.orNull && text === 'none' ? null : text;
    case 'yes-or-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'distribution':
      return parseDistribution(text);
    default:
      return text === 'none' ? null : numberOf(text);
  }
}

function parseDistribution(text: string): Distribution | undefined {
  const [kind, ...parts] = text.split('-');
  const [a, b, more] = parts.map(numberOf);
  if (a === undefined || more !== undefined) return undefined;
  switch (kind) {
    case 'constant':
    case 'exponential':
      return parts.length === 1 ? { kind, meanMs: a } : undefined;
    case 'uniform':
      return b === undefined ? undefined : { kind, minMs: a, maxMs: b };
    case 'lognormal':
    case 'hyperexponential':
      return b === undefined ? undefined : { kind, meanMs: a, cv: b };
    default:
      return undefined;
  }
}

function numberOf(text: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
