/** Writes values of the engine as a file would say them. */
import type { Distribution } from '../../engine/random/distributions.ts';
import { formatDurationOrNull } from './durationText.ts';
import { engineName, type Field, type GroupField, type ListField } from './field.ts';
import { formatDistribution } from './formatDistribution.ts';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function formatField(field: Field, value: unknown): Json {
  switch (field.kind) {
    case 'duration':
      return formatDurationOrNull(value as number | null);
    case 'distribution':
      return formatDistribution(value as Distribution);
    case 'group':
      return formatGroup(field, value as object);
    case 'list':
      return value === null ? null : formatList(field, value as readonly object[]);
    default:
      return value as Json;
  }
}

/** The fields that have a value, in the order of their descriptions. */
function formatGroup({ fields }: GroupField, values: object): JsonObject {
  const result: JsonObject = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = (values as Record<string, unknown>)[engineName(name, field)];
    if (value !== undefined) result[name] = formatField(field, value);
  }
  return result;
}

function formatList({ item, initial }: ListField, values: readonly object[] | readonly string[]): Json[] {
  return item.kind === 'address'
    ? (values as string[])
    : (values as object[]).map((value) => formatItem(item, initial, value));
}

/** What an item has differently from what it is when nothing is said. */
function formatItem(item: GroupField, initial: ListField['initial'], values: object): JsonObject {
  if (initial === 'partial') return formatGroup(item, values);
  const said = Object.entries(values).filter(([name, value]) => value !== initial[name]);
  return formatGroup(item, Object.fromEntries(said));
}
