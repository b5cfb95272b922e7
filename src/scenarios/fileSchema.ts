/**
 * The scenario file, version 1. This is the only description of the format: files are checked with it,
 * and `npm run schema` makes public/schema/scenario.v1.json from it.
 */
import * as v from 'valibot';
import { DEFAULT_SCENARIO, DEFAULT_SEED, DEFAULT_UNTIL_MS } from './defaults.ts';
import { described } from './fields/described.ts';
import { durationSchema } from './fields/duration.ts';
import { formatDuration } from './fields/durationText.ts';
import { expects } from './fields/expects.ts';
import { type Describe, fieldSchema } from './fields/fieldSchema.ts';
import { numberSchema } from './fields/numbers.ts';
import { text } from './fields/text.ts';
import { interventionsSchema } from './interventionSchema.ts';
import { LARGEST_SEED } from './limits.ts';
import { SCENARIO_FIELDS } from './scenarioFields.ts';

const object = expects({ what: 'object' });

/** The schema with the sentences that `describe` has for the fields of a scenario. */
export function createFileSchema(describe: Describe) {
  const sections: Record<string, v.GenericSchema> = {};
  for (const [name, field] of Object.entries(SCENARIO_FIELDS)) {
    const initial = DEFAULT_SCENARIO[name as keyof typeof SCENARIO_FIELDS];
    sections[name] = v.optional(fieldSchema(field, name, initial, describe), {});
  }
  return v.pipe(
    v.strictObject(
      {
        $schema: v.optional(text('Where the description of this format is, for editors that use it.')),
        name: v.optional(text('A short name for the run.')),
        title: v.optional(
          v.pipe(
            v.strictObject(
              { en: v.optional(text('In English.')), ko: v.optional(text('In Korean.')) },
              object,
            ),
            v.description('What the run shows, for people to read.'),
          ),
        ),
        ...sections,
        seed: v.optional(
          described(
            numberSchema({ kind: 'whole', least: 0, most: LARGEST_SEED }),
            'All chance in a run follows from this number.',
          ),
          DEFAULT_SEED,
        ),
        until: v.optional(
          described(durationSchema(), 'When the run ends.'),
          formatDuration(DEFAULT_UNTIL_MS),
        ),
        interventions: interventionsSchema(describe),
      },
      object,
    ),
    v.title('Balancing Act scenario'),
    v.description(
      'A world of people, servers and sessions, and what somebody does to it. Everything may be left out. Durations are texts such as "75ms", "1.5s", "30min" or "1h", or numbers of milliseconds.',
    ),
  );
}

/** The schema without those sentences, for checking files. */
export const fileSchema = createFileSchema(() => null);
