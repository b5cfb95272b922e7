/** Turns the description of a field into the schema that checks it in a file, with its words where given. */
import * as v from 'valibot';
import { addressSchema } from './address.ts';
import { choiceSchema, yesOrNoSchema } from './choiceSchema.ts';
import { described } from './described.ts';
import { distributionSchema } from './distribution.ts';
import { durationOrNullSchema, durationSchema } from './duration.ts';
import { expects } from './expects.ts';
import { engineName, type Field, type GroupField, type ListField, type SingleField } from './field.ts';
import { formatField } from './formatField.ts';
import { numberOrNullSchema, numberSchema } from './numbers.ts';

/** The sentence that describes the field at a path, for editors; null for none. */
export type Describe = (path: string) => string | null;

type Schema = v.GenericSchema;
type Values = Record<string, unknown>;

const objectMessage = expects({ what: 'object' });

/** The schema of one field. What it makes of the file's value is what the engine takes. */
export function fieldSchema(field: Field, path: string, initial: unknown, describe: Describe): Schema {
  const schema = bareSchema(field, path, initial, describe);
  const words = describe(path);
  return words === null ? schema : described(schema, words);
}

function bareSchema(field: Field, path: string, initial: unknown, describe: Describe): Schema {
  switch (field.kind) {
    case 'group':
      return groupSchema(field, path, initial as Values, describe);
    case 'list':
      return listSchema(field, path, describe);
    default:
      return singleSchema(field);
  }
}

export function singleSchema(field: SingleField): Schema {
  switch (field.kind) {
    case 'duration':
      return (field.orNull ? durationOrNullSchema : durationSchema)(field.leastMs, field.mostMs);
    case 'distribution':
      return distributionSchema(field.leastMeanMs);
    case 'choice':
      return field.orNull ? v.nullable(choiceSchema(field.choices)) : choiceSchema(field.choices);
    case 'yes-or-no':
      return yesOrNoSchema();
    default:
      return field.orNull ? numberOrNullSchema(field) : numberSchema(field);
  }
}

/**
 * An object whose fields have the values of `initial` where the file is silent. What `initial` does not name
 * has to be there, or stays undefined where the object is `partial`.
 */
function groupSchema({ fields }: GroupField, path: string, initial: Values | 'partial', describe: Describe) {
  const entries: v.ObjectEntries = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = initial === 'partial' ? undefined : initial[engineName(name, field)];
    const schema = fieldSchema(field, `${path}.${name}`, value, describe);
    if (value !== undefined) {
      entries[name] = v.optional(schema, field.kind === 'group' ? {} : formatField(field, value));
    } else entries[name] = initial === 'partial' || field.kind === 'list' ? v.optional(schema) : schema;
  }
  return v.pipe(
    v.strictObject(entries, objectMessage),
    v.transform((values) => toEngine(fields, values)),
  );
}

function listSchema(field: ListField, path: string, describe: Describe): Schema {
  const { item, most, initial, orNull } = field;
  const message = expects({ what: 'list', most });
  const list = v.pipe(
    v.array(item.kind === 'address' ? addressSchema() : groupSchema(item, path, initial, describe), message),
    v.maxLength(most, message),
  );
  return orNull ? v.nullable(list) : list;
}

function toEngine(fields: GroupField['fields'], values: Values): Values {
  const result: Values = {};
  for (const [name, field] of Object.entries(fields)) {
    if (values[name] !== undefined) result[engineName(name, field)] = values[name];
  }
  return result;
}
