import * as v from 'valibot';
import type { People, ScriptLine, Visitors } from '../../engine/scenario.ts';
import { DEFAULT_SCENARIO } from '../defaults.ts';
import { choice } from '../fields/choice.ts';
import { distribution, formatDistribution } from '../fields/distribution.ts';
import { type DurationText, duration, formatDuration } from '../fields/duration.ts';
import { expects } from '../fields/expects.ts';
import { decimal, whole, wholeOrNull } from '../fields/numbers.ts';
import { section } from '../fields/section.ts';
import {
  MOST_PAGES_PER_VISIT,
  MOST_PEOPLE,
  MOST_SCRIPT_LINES,
  MOST_VISITORS_PER_SECOND,
  SHORTEST_THINK_MS,
} from '../limits.ts';

const initial = DEFAULT_SCENARIO.people;

const lines = expects({ what: 'list', most: MOST_SCRIPT_LINES });

const line = v.pipe(
  v.strictObject(
    {
      at: duration('When the request sets out; later if the person still waits for an answer then.'),
      user: whole('Who asks: 0 is the first person.', 0, MOST_PEOPLE - 1),
      ask: v.optional(
        choice('What for. Left out: what the person would ask for by then.', [
          'login',
          'page',
          'cart',
          'logout',
        ]),
      ),
    },
    expects({ what: 'object' }),
  ),
  v.transform(({ at, user, ask }): ScriptLine => ({ atMs: at, user, ask: ask ?? null })),
);

export const people = section(
  'People with names and cookies: each asks, waits for the answer, thinks, and asks again.',
  {
    count: v.optional(whole('How many people there are.', 0, MOST_PEOPLE), initial.count),
    think: v.optional(
      distribution("Time between an answer and the same person's next request.", SHORTEST_THINK_MS),
      formatDistribution(initial.think),
    ),
    retype: v.optional(
      distribution('Time to type name and password after a refusal.'),
      formatDistribution(initial.retype),
    ),
    cartShare: v.optional(
      decimal("Share of a logged-in person's requests that put something into the cart.", 0, 1),
      initial.cartShare,
    ),
    pagesPerVisit: v.optional(
      wholeOrNull('Pages from login to logout; null when nobody ever logs out.', 0, MOST_PAGES_PER_VISIT),
      initial.pagesPerVisit,
    ),
    leaveChance: v.optional(
      decimal('Chance that a refused person gives up for good. An assumption: nobody has measured it.', 0, 1),
      initial.leaveChance,
    ),
    script: v.optional(
      v.pipe(
        v.nullable(v.pipe(v.array(line, lines), v.maxLength(MOST_SCRIPT_LINES, lines))),
        v.description(
          'Requests laid down in advance, in any order, instead of pauses and choices of their own; null when there is no script.',
        ),
      ),
      initial.script as null,
    ),
  },
  (fields): People => fields,
);

export const formatPeople = (settings: People) => ({
  count: settings.count,
  think: formatDistribution(settings.think),
  retype: formatDistribution(settings.retype),
  cartShare: settings.cartShare,
  pagesPerVisit: settings.pagesPerVisit,
  leaveChance: settings.leaveChance,
  script: settings.script === null ? null : settings.script.map(formatLine),
});

const formatLine = ({ atMs, user, ask }: ScriptLine): Record<string, DurationText> => ({
  at: formatDuration(atMs),
  user,
  ...(ask === null ? {} : { ask }),
});

export const visitors = section(
  'Passing visitors without a login, who come whether or not others are answered.',
  {
    perSecond: v.optional(
      decimal('Mean requests per second; 0 for none.', 0, MOST_VISITORS_PER_SECOND),
      DEFAULT_SCENARIO.visitors.perSecond,
    ),
  },
  (fields): Visitors => fields,
);

export const formatVisitors = ({ perSecond }: Visitors) => ({ perSecond });
