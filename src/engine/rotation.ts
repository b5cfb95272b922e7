/**
 * Who may get new requests: the balancer's list, its belief in each server's health, and what it was told.
 * What a server is really doing is never read here.
 */
import type { World } from './state/world.ts';

/** Works out the list of usable servers anew; called when a server's place in it may have changed. */
export function refreshRotation(world: World): void {
  const { servers, balancer } = world;
  if (balancer.usable.length < servers.length) {
    const perServer = new Float64Array(servers.length * 2);
    perServer.set(balancer.policyPerServer);
    balancer.policyPerServer = perServer;
    balancer.usable = new Int32Array(servers.length * 2);
  }
  let count = 0;
  for (let s = 0; s < servers.length; s++) if (takesNew(world, s)) balancer.usable[count++] = s;
  balancer.usableCount = count;
}

/** May a request that is bound to nobody be sent there? */
export function takesNew(world: World, server: number): boolean {
  return takesBound(world, server) && world.servers.onlyBound[server] === 0;
}

/** May a request that is bound to this server be sent there? A drained server still serves its own. */
export function takesBound(world: World, server: number): boolean {
  return world.servers.registered[server] === 1 && world.servers.healthy[server] === 1;
}
