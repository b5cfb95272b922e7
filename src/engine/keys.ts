/**
 * The keys that cookies are signed with. A server accepts the key it signs with and, after a gentle change, the one
 * before; a cookie signed with any other tells it nothing.
 */
import type { Sim } from './sim.ts';
import { addRow, NONE } from './state/table.ts';
import type { World } from './state/world.ts';

/** A server's process starts: it reads the key that all share, or makes one up. */
export function takeKey({ world, scenario }: Sim, s: number, by: number): void {
  const { servers, keys } = world;
  if (scenario.sessions.secret === 'same') {
    if (keys.current === NONE) keys.current = makeKey(world, NONE, NONE);
    servers.key[s] = keys.current;
    servers.keyBefore[s] = keys.before;
  } else {
    servers.key[s] = makeKey(world, s, by);
    servers.keyBefore[s] = NONE;
  }
}

/** New keys on all servers at once. With `graceful` each still accepts the one it had. */
export function changeKeys({ world, scenario }: Sim, graceful: boolean, by: number): void {
  const { servers, keys } = world;
  keys.before = graceful ? keys.current : NONE;
  keys.current = makeKey(world, NONE, by);
  const ownKeys = scenario.sessions.secret === 'own';
  for (let s = 0; s < servers.length; s++) {
    servers.keyBefore[s] = graceful ? servers.key[s] : NONE;
    servers.key[s] = ownKeys ? makeKey(world, s, by) : keys.current;
  }
}

/** Does the server accept what was signed with this key? What was not signed at all (NONE) everybody accepts. */
export function knowsKey({ servers }: World, s: number, key: number): boolean {
  return key === NONE || key === servers.key[s] || key === servers.keyBefore[s];
}

function makeKey({ keys, nowMs }: World, server: number, by: number): number {
  const key = addRow(keys);
  keys.next[key] = NONE;
  keys.server[key] = server;
  keys.madeMs[key] = nowMs;
  keys.by[key] = by;
  return key;
}
