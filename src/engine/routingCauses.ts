/** The part of a chain of causes that is about the balancer: why it sends somebody elsewhere than before. */
import type { Cause, Story } from './causes.ts';
import { POLICIES } from './policies/index.ts';
import { pushAdded, pushChange, pushState } from './sharedCauses.ts';
import { ServerState } from './state/servers.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';

/** Servers that a chain names because they came or went: the last ones. */
const MOST_CHANGED = 6;

/** What may have made the balancer choose another server since then: another policy, other servers, another key. */
export function pushRerouting(world: World, sinceMs: number, run: Story, chain: Cause[]): void {
  pushPolicyChange(world, sinceMs, run, chain);
  if (POLICIES[world.settings.policy].family !== 'hash') return;
  for (const server of changedServers(world, sinceMs).slice(0, MOST_CHANGED)) {
    const { servers } = world;
    const isNew = servers.addedMs[server] >= sinceMs && servers.state[server] === ServerState.up;
    if (isNew) pushAdded(world, server, chain);
    else pushState(world, server, chain);
  }
  for (const setting of ['balancer.hashKey', 'people.sharedAddress'] as const) {
    pushChange(world, setting, run, chain, sinceMs);
  }
}

/** The servers to which a visitor did something since then, the last one first. */
function changedServers({ servers }: World, sinceMs: number): number[] {
  const changed: number[] = [];
  for (let s = 0; s < servers.length; s++) {
    if (servers.by[s] !== NONE && servers.sinceMs[s] >= sinceMs) changed.push(s);
  }
  return changed.sort((a, b) => servers.sinceMs[b] - servers.sinceMs[a]);
}

/** Names the visitor who made the balancer choose by another policy since then, if one did. */
function pushPolicyChange(world: World, sinceMs: number, { interventions }: Story, chain: Cause[]): void {
  for (let by = world.interventions - 1; by >= 0 && interventions[by].atMs >= sinceMs; by--) {
    const action = interventions[by];
    if (action.do !== 'set-policy') continue;
    chain.push({ code: 'policy-changed', policy: action.policy, atMs: action.atMs, by });
    return;
  }
}
