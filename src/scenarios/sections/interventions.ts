import * as v from 'valibot';
import type { Action, ActionKind, Intervention } from '../../engine/intervention.ts';
import { POLICY_IDS } from '../../engine/policies/index.ts';
import { serverName } from '../../engine/state/servers.ts';
import { STRATEGY_IDS } from '../../engine/strategies/index.ts';
import { choice, yesOrNo } from '../fields/choice.ts';
import { duration, formatDuration } from '../fields/duration.ts';
import { expects } from '../fields/expects.ts';
import { decimal } from '../fields/numbers.ts';
import { server } from '../fields/server.ts';
import { MOST_INTERVENTIONS, MOST_VISITORS_PER_SECOND, SHORTEST_THINK_MS } from '../limits.ts';

const message = expects({ what: 'object' });
const list = expects({ what: 'list', most: MOST_INTERVENTIONS });

const at = duration('When it happens, from the start of the run.');
const which = server('The name of the server: A, B, … in the order in which they came.');

const action = <const Kind extends ActionKind, const Fields extends v.ObjectEntries>(
  kind: Kind,
  description: string,
  fields: Fields,
) => v.pipe(v.strictObject({ at, do: v.literal(kind), ...fields }, message), v.description(description));

const actions = [
  action('add-server', 'One more server; it listens after the start time of `servers`.', {}),
  action('kill-server', 'The process dies at once; whatever it held is gone.', { server: which }),
  action('hang-server', 'The machine falls silent: connections are neither accepted nor refused.', {
    server: which,
  }),
  action('restart-server', 'Stops and starts the process; also starts one that is down.', {
    server: which,
    graceful: v.optional(yesOrNo('Drain it first, so that no request is lost.'), false),
  }),
  action('drain-server', 'No new people are sent there; those bound to it still are.', { server: which }),
  action('resume-server', 'Ends a drain.', { server: which }),
  action('remove-server', "Out of the balancer's list; gone when it has finished what it holds.", {
    server: which,
  }),
  action('set-strategy', 'Changes where sessions live.', {
    strategy: choice('The new strategy.', STRATEGY_IDS),
  }),
  action('set-policy', 'Changes how the balancer chooses.', {
    policy: choice('The new policy.', POLICY_IDS),
  }),
  action('set-think-time', "Changes the time between an answer and the same person's next request.", {
    mean: duration('The new mean.', SHORTEST_THINK_MS),
  }),
  action('set-visitors', 'Changes how many passing visitors come.', {
    perSecond: decimal('Mean requests per second; 0 for none.', 0, MOST_VISITORS_PER_SECOND),
  }),
  action('kill-store', 'The store dies and forgets everything.', {}),
  action('restart-store', 'The store comes back, empty.', {}),
] as const;

export const interventions = v.optional(
  v.pipe(
    v.array(
      v.variant(
        'do',
        [...actions],
        expects({ what: 'choice', choices: actions.map(({ entries }) => entries.do.literal) }),
      ),
      list,
    ),
    v.maxLength(MOST_INTERVENTIONS, list),
    v.description('What somebody does to the run, in any order; it happens in the order of `at`.'),
    v.transform((all) => all.map(toIntervention)),
  ),
  [],
);

type ActionFields = v.InferOutput<(typeof actions)[number]>;

function toIntervention({ at: atMs, ...fields }: ActionFields): Intervention {
  if (fields.do !== 'set-think-time') return { atMs, ...fields } satisfies Intervention;
  return { atMs, do: fields.do, meanMs: fields.mean };
}

/** The intervention as a file would say it. */
export function formatIntervention({
  atMs,
  ...fields
}: Intervention): Record<string, string | number | boolean> {
  return { at: formatDuration(atMs), ...formatAction(fields) };
}

function formatAction(action: Action): Record<string, string | number | boolean> {
  switch (action.do) {
    case 'set-think-time':
      return { do: action.do, mean: formatDuration(action.meanMs) };
    case 'set-visitors':
      return { do: action.do, perSecond: action.perSecond };
    case 'set-strategy':
      return { do: action.do, strategy: action.strategy };
    case 'set-policy':
      return { do: action.do, policy: action.policy };
    case 'add-server':
    case 'kill-store':
    case 'restart-store':
      return { do: action.do };
    case 'restart-server': {
      const restart = { do: action.do, server: serverName(action.server) };
      return action.graceful ? { ...restart, graceful: true } : restart;
    }
    default:
      return { do: action.do, server: serverName(action.server) };
  }
}
