import * as v from 'valibot';

/**
 * The same schema with words for editors. They go before whatever changes the value, because what stands
 * behind belongs to the changed value and not to the file.
 */
export function described<Schema extends v.GenericSchema>(schema: Schema, words: string): Schema {
  const [first, ...rest] = 'pipe' in schema ? (schema.pipe as [v.GenericSchema, ...never[]]) : [schema];
  return v.pipe(first, v.description(words), ...rest) as unknown as Schema;
}
