/**
 * The scenario file, version 1. This is the only description of the format: files are checked with it,
 * and `npm run schema` makes public/schema/scenario.v1.json from it.
 */
import * as v from 'valibot';
import { DEFAULT_SEED, DEFAULT_UNTIL_MS } from './defaults.ts';
import { duration, formatDuration } from './fields/duration.ts';
import { expects } from './fields/expects.ts';
import { whole } from './fields/numbers.ts';
import { text } from './fields/text.ts';
import { LARGEST_SEED } from './limits.ts';
import { balancer } from './sections/balancer.ts';
import { interventions } from './sections/interventions.ts';
import { people, visitors } from './sections/people.ts';
import { servers } from './sections/servers.ts';
import { sessions, store } from './sections/sessions.ts';
import { hops, service } from './sections/work.ts';

const object = expects({ what: 'object' });

export const fileSchema = v.pipe(
  v.strictObject(
    {
      $schema: v.optional(text('Where the description of this format is, for editors that use it.')),
      name: v.optional(text('A short name for the run.')),
      title: v.optional(
        v.pipe(
          v.strictObject({ en: v.optional(text('In English.')), ko: v.optional(text('In Korean.')) }, object),
          v.description('What the run shows, for people to read.'),
        ),
      ),
      people,
      visitors,
      servers,
      balancer,
      sessions,
      store,
      service,
      hops,
      seed: v.optional(whole('All chance in a run follows from this number.', 0, LARGEST_SEED), DEFAULT_SEED),
      until: v.optional(duration('When the run ends.'), formatDuration(DEFAULT_UNTIL_MS)),
      interventions,
    },
    object,
  ),
  v.title('Balancing Act scenario'),
  v.description(
    'A world of people, servers and sessions, and what somebody does to it. Everything may be left out. Durations are texts such as "75ms", "1.5s", "30min" or "1h", or numbers of milliseconds.',
  ),
);
