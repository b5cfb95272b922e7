/** Links that several parts of a chain of causes have in common: a server's state, and what a visitor changed. */
import type { Cause, Story } from './causes.ts';
import type { SettingPath } from './settings.ts';
import { AUTOSCALER } from './state/autoscaler.ts';
import { SERVER_STATES, ServerState } from './state/servers.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';

/** Says once what is wrong with a server, or what was until a moment ago, if anything. */
export function pushState(world: World, server: number, chain: Cause[]): void {
  const { servers } = world;
  const state = servers.state[server];
  const atMs = servers.sinceMs[server];
  const by = servers.by[server];
  const isUp = state === ServerState.up;
  if (isUp && by === NONE) return;
  if (chain.some((c) => (c.code === 'server-state' || c.code === 'awaiting-checks') && c.server === server)) {
    return;
  }
  if (isUp && servers.healthy[server] === 0) chain.push({ code: 'awaiting-checks', server, atMs, by });
  else chain.push({ code: 'server-state', server, state: SERVER_STATES[state], atMs, by });
}

/** Names the visitor who gave a setting the value it has now, if one did since then. */
export function pushChange(
  world: World,
  setting: SettingPath,
  { interventions }: Story,
  chain: Cause[],
  sinceMs = 0,
): void {
  for (let by = world.interventions - 1; by >= 0 && interventions[by].atMs >= sinceMs; by--) {
    const action = interventions[by];
    if (action.do !== 'set' || action.setting !== setting) continue;
    chain.push({ code: 'setting-changed', setting, value: action.value, atMs: action.atMs, by });
    return;
  }
}

const OF_AUTOSCALER: readonly SettingPath[] = [
  'autoscaler.on',
  'autoscaler.least',
  'autoscaler.most',
  'autoscaler.targetPercent',
  'autoscaler.coolDownMs',
];

/** What the autoscaler did goes back to whoever switched it on or changed what it wants, if anybody did. */
export function pushAutoscaler(world: World, by: number, run: Story, chain: Cause[]): void {
  if (by === AUTOSCALER) for (const setting of OF_AUTOSCALER) pushChange(world, setting, run, chain);
}

/** Names the visitor who added a server, if one did. */
export function pushAdded({ servers }: World, server: number, chain: Cause[]): void {
  const by = servers.addedBy[server];
  if (by === NONE || chain.some((c) => c.code === 'server-added' && c.server === server)) return;
  chain.push({ code: 'server-added', server, atMs: servers.addedMs[server], by });
}
