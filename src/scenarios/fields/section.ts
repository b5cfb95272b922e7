import * as v from 'valibot';
import { expects } from './expects.ts';

const message = expects({ what: 'object' });

/**
 * A part of the file: an object whose fields all have defaults, and which may be left out itself.
 * `toEngine` makes the engine's settings from what the fields hold.
 */
export function section<const Entries extends v.ObjectEntries, Settings>(
  description: string,
  entries: Entries,
  toEngine: (fields: v.InferOutput<v.StrictObjectSchema<Entries, string>>) => Settings,
) {
  const schema = v.pipe(v.strictObject(entries, message), v.description(description), v.transform(toEngine));
  // Every entry is optional, which TypeScript cannot know of `Entries`.
  return v.optional(schema, {} as v.InferInput<typeof schema>);
}
