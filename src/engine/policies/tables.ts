/**
 * The tables of policies, such as hash rings. They follow from the balancer's list of servers and are not part of the
 * world; they are made anew when that list changes, and kept when a run goes back to a time with the same list.
 */
import type { BalancerView, Policy, ServerList } from './policy.ts';

export interface TableCache {
  policy: Policy | null;
  list: ServerList;
  table: unknown;
  /** The number of changes of the rotation up to which the list is known to be this one; -1 for "look again". */
  changes: number;
}

export function createTableCache(): TableCache {
  return { policy: null, list: NO_LIST, table: undefined, changes: -1 };
}

const NO_LIST: ServerList = { servers: new Int32Array(0), weights: new Float64Array(0), names: null };

/** The table that goes with what the balancer sees, after so many changes of the rotation. */
export function tableFor(cache: TableCache, policy: Policy, view: BalancerView, changes: number): unknown {
  if (policy.table === undefined) return undefined;
  const isSame = cache.policy === policy;
  if (isSame && cache.changes === changes) return cache.table;
  const list = listFor(policy.table.of, view);
  if (!isSame || !areEqual(list, cache.list)) {
    cache.policy = policy;
    cache.list = list;
    cache.table = policy.table.build(list);
  }
  cache.changes = changes;
  return cache.table;
}

/** The list that a table is about. */
function listFor(which: 'listed' | 'usable', view: BalancerView): ServerList {
  const servers =
    which === 'listed' ? view.listed.slice(0, view.listedCount) : view.usable.slice(0, view.usableCount);
  const weights = Float64Array.from(servers, (server) => view.weight[server]);
  return { servers, weights, names: view.settings.serverNames };
}

function areEqual(a: ServerList, b: ServerList): boolean {
  if (a.servers.length !== b.servers.length || a.names !== b.names) return false;
  for (let i = 0; i < a.servers.length; i++) {
    if (a.servers[i] !== b.servers[i] || a.weights[i] !== b.weights[i]) return false;
  }
  return true;
}
