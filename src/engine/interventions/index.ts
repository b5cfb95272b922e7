/** Applies interventions: each kind of action has the file that knows how. */
import { further } from '../further.ts';
import type { Action, ActionKind } from '../intervention.ts';
import type { Sim } from '../sim.ts';
import { applyToCaches } from './caches.ts';
import { applyToDeploy } from './deploy.ts';
import { applyToKeys } from './keys.ts';
import { applyToPeople } from './people.ts';
import { applyToServers } from './servers.ts';
import { applyToSettings } from './settings.ts';
import { applyToStore } from './store.ts';

/** Applies an action caused by intervention number `by`; false when it makes no sense at that moment. */
type Apply = (sim: Sim, action: Action, by: number) => boolean;

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
  'purge-cache': applyToCaches,
  'kill-store': applyToStore,
  'restart-store': applyToStore,
  partition: applyToStore,
  heal: applyToStore,
  set: (sim, action) => further().applySetting(sim, action),
};

export const ACTION_KINDS = Object.keys(ACTIONS) as ActionKind[];

export function applyAction(sim: Sim, action: Action, by: number): boolean {
  return ACTIONS[action.do](sim, action, by);
}
