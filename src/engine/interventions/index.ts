/** Applies interventions: each kind of action has the file that knows how. */
import { further } from '../further.ts';
import type { Action, ActionKind } from '../intervention.ts';
import type { Sim } from '../sim.ts';
import { applyToDeploy } from './deploy.ts';
import { applyToKeys } from './keys.ts';
import { applyToPeople } from './people.ts';
import { applyToServers } from './servers.ts';
import { applyToSettings } from './settings.ts';

/** Applies an action caused by intervention number `by`; false when it makes no sense at that moment. */
type Apply = (sim: Sim, action: Action, by: number) => boolean;

const onStore: Apply = (sim, action, by) => further().applyToStore(sim, action, by);

const ACTIONS: Record<ActionKind, Apply> = {
  'add-server': applyToServers,
  'kill-server': applyToServers,
  'hang-server': applyToServers,
  'restart-server': applyToServers,
  'resize-server': applyToServers,
  deploy: applyToDeploy,
  'drain-server': applyToServers,
  'resume-server': applyToServers,
  'remove-server': applyToServers,
  'set-strategy': applyToSettings,
  'set-policy': applyToSettings,
  'set-think-time': applyToSettings,
  'set-visitors': applyToSettings,
  'log-out': applyToPeople,
  'replay-cookie': applyToPeople,
  'rotate-keys': applyToKeys,
  'purge-cache': (sim, action) => further().applyToCaches(sim, action),
  'kill-store': onStore,
  'restart-store': onStore,
  'add-shard': onStore,
  'kill-balancer': (sim, action, by) => further().applyToBalancer(sim, action, by),
  'restart-balancer': (sim, action, by) => further().applyToBalancer(sim, action, by),
  partition: onStore,
  heal: onStore,
  set: (sim, action) => further().applySetting(sim, action),
};

export const ACTION_KINDS = Object.keys(ACTIONS) as ActionKind[];

export function applyAction(sim: Sim, action: Action, by: number): boolean {
  return ACTIONS[action.do](sim, action, by);
}
