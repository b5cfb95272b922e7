/**
 * Who may get new requests: the balancer's list, its belief in each server's health, and what it was told.
 * What a server is really doing is never read here.
 */
import type { Balancer, World } from './state/world.ts';

/** Works out anew who is in the list and who is usable; called when that, or a weight, may have changed. */
export function refreshRotation(world: World): void {
  const { servers, balancer } = world;
  if (balancer.usable.length < servers.length) makeRoom(balancer, servers.length * 2);
  balancer.listedCount = 0;
  balancer.usableCount = 0;
  for (let s = 0; s < servers.length; s++) {
    const isUsable = takesNew(world, s);
    balancer.isUsable[s] = Number(isUsable);
    if (servers.registered[s] === 1) balancer.listed[balancer.listedCount++] = s;
    if (isUsable) balancer.usable[balancer.usableCount++] = s;
  }
  balancer.changes++;
}

function makeRoom(balancer: Balancer, servers: number): void {
  balancer.listed = new Int32Array(servers);
  balancer.usable = new Int32Array(servers);
  balancer.isUsable = new Uint8Array(servers);
  balancer.policyPerServer = balancer.policyPerServer.map((column) => {
    const longer = new Float64Array(servers);
    longer.set(column);
    return longer;
  });
}

/** May a request that is bound to nobody be sent there? */
export function takesNew(world: World, server: number): boolean {
  return takesBound(world, server) && world.servers.onlyBound[server] === 0;
}

/** May a request that is bound to this server be sent there? A drained server still serves its own. */
export function takesBound(world: World, server: number): boolean {
  return world.servers.registered[server] === 1 && world.servers.healthy[server] === 1;
}
