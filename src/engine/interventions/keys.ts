/** What a visitor does to the keys that cookies are signed with. */
import type { Action } from '../intervention.ts';
import { changeKeys } from '../keys.ts';
import type { Sim } from '../sim.ts';

export function applyToKeys(sim: Sim, action: Action, by: number): boolean {
  if (action.do !== 'rotate-keys') return false;
  changeKeys(sim, action.graceful, by);
  return true;
}
