/** What can be chosen anew of something that was done, apart from its time: which server, how, which value. */
import type { Action, ActionKind, Intervention } from '../engine/intervention.ts';
import { POLICY_IDS } from '../engine/policies/index.ts';
import type { Scenario } from '../engine/scenario.ts';
import type { SettingValue } from '../engine/settings.ts';
import { SIZE_IDS } from '../engine/sizes.ts';
import { STRATEGY_IDS } from '../engine/strategies/index.ts';
import { choice, decimal, duration, type SingleField, whole, yesOrNo } from '../scenarios/fields/field.ts';
import { MOST_SERVERS, MOST_VISITORS_PER_SECOND, SHORTEST_THINK_MS } from '../scenarios/limits.ts';
import { settingAtEnginePath } from '../scenarios/settings.ts';

export interface ActionPart {
  /** The property of the action; `do` is what is done. */
  key: string;
  field: SingleField;
  /** As the field has it: people and nodes of the store are numbered from 1, what is chosen from a list is text. */
  value: SettingValue;
  /** The path of the setting that has the same name and the same choices. */
  likeSetting?: string;
}

/** How many there are to choose from. */
export interface Cast {
  servers: number;
  people: number;
  storeNodes: number;
}

/** What can be done to a server in the place of one another. */
const TO_A_SERVER: readonly ActionKind[] = [
  'kill-server',
  'hang-server',
  'restart-server',
  'drain-server',
  'remove-server',
];

/** Everything about the action that may be another way; nothing where only its time can be. */
export function actionParts(action: Action, cast: Cast): ActionPart[] {
  const parts: ActionPart[] = [];
  const add = (key: string, field: SingleField, value: SettingValue, likeSetting?: string) =>
    parts.push({ key, field, value, ...(likeSetting === undefined ? {} : { likeSetting }) });
  if (TO_A_SERVER.includes(action.do)) add('do', choice(TO_A_SERVER), action.do);
  if ('server' in action) {
    const count = Math.max(cast.servers, action.server + 1);
    add('server', choice(Array.from({ length: count }, (_, s) => String(s))), String(action.server));
  }
  switch (action.do) {
    case 'restart-server':
    case 'rotate-keys':
      add('graceful', yesOrNo(), action.graceful);
      break;
    case 'resize-server':
      add('size', choice(SIZE_IDS), action.size, 'servers.size');
      break;
    case 'deploy':
      add('batch', whole(1, MOST_SERVERS), action.batch);
      add('drain', yesOrNo(), action.drain);
      break;
    case 'set-strategy':
      add('strategy', choice(STRATEGY_IDS), action.strategy, 'sessions.strategy');
      break;
    case 'set-policy':
      add('policy', choice(POLICY_IDS), action.policy, 'balancer.policy');
      break;
    case 'set-think-time':
      add('meanMs', duration(SHORTEST_THINK_MS), action.meanMs, 'people.think');
      break;
    case 'set-visitors':
      add('perSecond', decimal(0, MOST_VISITORS_PER_SECOND), action.perSecond, 'visitors.perSecond');
      break;
    case 'set': {
      const setting = settingAtEnginePath(action.setting);
      if (setting !== undefined) add('value', setting.field, action.value, setting.path);
      break;
    }
    case 'log-out':
    case 'replay-cookie':
      add('user', whole(1, Math.max(cast.people, action.user + 1)), action.user + 1);
      break;
    case 'kill-store':
    case 'restart-store':
      if (cast.storeNodes > 1) {
        add('node', whole(1, Math.max(cast.storeNodes, (action.node ?? 0) + 1)), (action.node ?? 0) + 1);
      }
      break;
  }
  return parts;
}

/** The same thing done at the same time, but for one part of it. */
export function withPart(action: Intervention, key: string, value: SettingValue): Intervention {
  if (key === 'do') return doneToServer(action, value as ActionKind);
  const inAction =
    key === 'server' ? Number(value) : key === 'user' || key === 'node' ? Number(value) - 1 : value;
  return { ...action, [key]: inAction } as Intervention;
}

/** Another thing done to the same server; a restart waits for nothing unless one asks for that. */
function doneToServer(intervention: Intervention, kind: ActionKind): Intervention {
  const { atMs, ...action } = intervention;
  if (action.do === kind) return intervention;
  if (!('server' in action)) throw new Error(`"${action.do}" is not done to a server.`);
  const { server } = action;
  return (
    kind === 'restart-server' ? { atMs, do: kind, server, graceful: false } : { atMs, do: kind, server }
  ) as Intervention;
}

/**
 * Who and what can be meant by the intervention at `index`: the servers there were at the start and those that were
 * added before it, since links and files know no others.
 */
export function castAt(
  scenario: Scenario,
  interventions: readonly Intervention[],
  index: number,
  storeNodes: number,
): Cast {
  const added = interventions.slice(0, index).filter((before) => before.do === 'add-server').length;
  return { servers: scenario.servers.count + added, people: scenario.people.count, storeNodes };
}
