/** Interventions in a scenario file: `{ "at": "20s", "do": "kill-server", "server": "B" }`. */
import * as v from 'valibot';
import type { ActionKind, Intervention } from '../engine/intervention.ts';
import { POLICY_IDS } from '../engine/policies/index.ts';
import type { SettingValue } from '../engine/settings.ts';
import { SIZE_IDS } from '../engine/sizes.ts';
import { STRATEGY_IDS } from '../engine/strategies/index.ts';
import { choiceSchema, yesOrNoSchema } from './fields/choiceSchema.ts';
import { described } from './fields/described.ts';
import { durationSchema } from './fields/duration.ts';
import { expects } from './fields/expects.ts';
import { type Describe, singleSchema } from './fields/fieldSchema.ts';
import { numberSchema } from './fields/numbers.ts';
import { server } from './fields/server.ts';
import {
  MOST_INTERVENTIONS,
  MOST_PEOPLE,
  MOST_SERVERS,
  MOST_STORE_NODES,
  MOST_VISITORS_PER_SECOND,
  SHORTEST_THINK_MS,
} from './limits.ts';
import { changeSetting, SETTINGS } from './settings.ts';

const message = expects({ what: 'object' });
const list = expects({ what: 'list', most: MOST_INTERVENTIONS });

const at = described(durationSchema(), 'When it happens, from the start of the run.');
const who = described(
  numberSchema({ kind: 'whole', least: 0, most: MOST_PEOPLE - 1 }),
  'The person: 0 is the first.',
);
const which = server('The name of the server: A, B, … in the order in which they came.');

const whichNode = v.optional(
  described(
    numberSchema({ kind: 'whole', least: 1, most: MOST_STORE_NODES }),
    'The number of the node, from 1 in the order in which they came. Left out: the first.',
  ),
  1,
);

const action = <const Kind extends ActionKind, const Fields extends v.ObjectEntries>(
  kind: Kind,
  description: string,
  fields: Fields,
) => described(v.strictObject({ at, do: v.literal(kind), ...fields }, message), description);

const actions = [
  action('add-server', 'One more server; it listens after the start time of `servers`.', {}),
  action('kill-server', 'The process dies at once; whatever it held is gone.', { server: which }),
  action('hang-server', 'The machine falls silent: connections are neither accepted nor refused.', {
    server: which,
  }),
  action('restart-server', 'Stops and starts the process; also starts one that is down.', {
    server: which,
    graceful: v.optional(described(yesOrNoSchema(), 'Drain it first, so that no request is lost.'), false),
  }),
  action(
    'resize-server',
    'Stops the machine and starts the program on another one; whatever it held is gone.',
    {
      server: which,
      size: described(choiceSchema(SIZE_IDS), 'The new machine.'),
    },
  ),
  action('deploy', 'Every server restarts with a new version, one after the other.', {
    batch: v.optional(
      described(
        numberSchema({ kind: 'whole', least: 1, most: MOST_SERVERS }),
        'Servers that restart at the same time.',
      ),
      1,
    ),
    drain: v.optional(described(yesOrNoSchema(), 'Each finishes what it has first.'), true),
  }),
  action('drain-server', 'No new people are sent there; those bound to it still are.', { server: which }),
  action('resume-server', 'Ends a drain.', { server: which }),
  action('remove-server', "Out of the balancer's list; gone when it has finished what it holds.", {
    server: which,
  }),
  action('set-strategy', 'Changes where sessions live.', {
    strategy: described(choiceSchema(STRATEGY_IDS), 'The new strategy.'),
  }),
  action('set-policy', 'Changes how the balancer chooses.', {
    policy: described(choiceSchema(POLICY_IDS), 'The new policy.'),
  }),
  action('set-think-time', "Changes the time between an answer and the same person's next request.", {
    mean: described(durationSchema(SHORTEST_THINK_MS), 'The new mean.'),
  }),
  action('set-visitors', 'Changes how many passing visitors come.', {
    perSecond: described(
      numberSchema({ kind: 'decimal', least: 0, most: MOST_VISITORS_PER_SECOND }),
      'Mean requests per second; 0 for none.',
    ),
  }),
  action('log-out', 'The person logs out, at once or as the next thing after what is under way.', {
    user: who,
  }),
  action('replay-cookie', "Somebody else asks for a page with a copy of this person's old cookie.", {
    user: who,
  }),
  action('rotate-keys', 'New keys to sign cookies with.', {
    graceful: v.optional(
      described(yesOrNoSchema(), 'Still accept cookies that are signed with the keys before.'),
      true,
    ),
  }),
  action('purge-cache', 'Empties every cache: those of the CDN and those for pages.', {}),
  action('kill-store', 'A node of the store dies and forgets what is not on its disk.', { node: whichNode }),
  action('restart-store', 'It comes back, with what is on its disk.', { node: whichNode }),
  action('add-shard', 'The store gets one more shard.', {}),
  action('kill-balancer', 'The balancer in charge dies, and every connection breaks.', {}),
  action('restart-balancer', 'A dead balancer comes back, as if it had just been set up.', {}),
  action('partition', 'Nothing gets from one zone to the other any more.', {}),
  action('heal', 'The zones reach each other again.', {}),
] as const;

/** One option for each setting, since what the value may be depends on the setting. */
function setAction(describe: Describe) {
  const live = SETTINGS.filter((setting) => setting.live);
  const options = live.map(({ path, field }) => {
    const words = describe(path);
    const value = singleSchema(field);
    return v.strictObject(
      {
        at,
        do: v.literal('set'),
        setting: v.literal(path),
        value: words === null ? value : described(value, words),
      },
      message,
    );
  });
  return v.variant('setting', options, expects({ what: 'choice', choices: live.map(({ path }) => path) }));
}

/** The list of interventions; it becomes the engine's, still in the order of the file. */
export const interventionsSchema = (describe: Describe) =>
  v.optional(
    v.pipe(
      v.array(
        v.variant(
          'do',
          [...actions, setAction(describe)],
          expects({
            what: 'choice',
            choices: [...actions.map(({ entries }) => entries.do.literal), 'set' satisfies ActionKind],
          }),
        ),
        list,
      ),
      v.maxLength(MOST_INTERVENTIONS, list),
      v.description('What somebody does to the run, in any order; it happens in the order of `at`.'),
      v.transform((all) => all.map((one) => toIntervention(one as ActionFields | SetFields))),
    ),
    [],
  );

type ActionFields = v.InferOutput<(typeof actions)[number]>;
interface SetFields {
  at: number;
  do: 'set';
  setting: string;
  value: SettingValue;
}

function toIntervention({ at: atMs, ...fields }: ActionFields | SetFields): Intervention {
  switch (fields.do) {
    case 'set-think-time':
      return { atMs, do: fields.do, meanMs: fields.mean };
    case 'set': {
      const change = changeSetting(fields.setting, fields.value);
      if (change === null) throw new Error(`The schema let "${fields.setting}" pass, which cannot be set.`);
      return { atMs, ...change };
    }
    case 'kill-store':
    case 'restart-store':
      return fields.node === 1 ? { atMs, do: fields.do } : { atMs, do: fields.do, node: fields.node - 1 };
    default:
      return { atMs, ...fields };
  }
}
