/**
 * Who may get new requests: the balancer's list, its belief in each server's health, and what it was told.
 * What a server is really doing is never read here.
 */
import type { Balancer, World } from './state/world.ts';

/** Works out anew who is in the list and who is usable; called when that, or a weight, may have changed. */
export function refreshRotation(world: World): void {
  const { servers, balancer } = world;
  if (balancer.usable.length < servers.length) makeRoom(balancer, servers.length * 2);
  balancer.panics = 0;
  balancer.listedCount = 0;
  balancer.usableCount = 0;
  for (let s = 0; s < servers.length; s++) {
    const isUsable = takesNew(world, s);
    balancer.isUsable[s] = Number(isUsable);
    if (servers.registered[s] === 1) balancer.listed[balancer.listedCount++] = s;
    if (isUsable) balancer.usable[balancer.usableCount++] = s;
  }
  balancer.panics = Number(balancer.usableCount === 0 && balancer.usesAllDown === 1);
  if (balancer.panics === 1) takeAll(world);
  balancer.changes++;
}

/** Whoever is listed and may get new people, whatever checks say. */
function takeAll(world: World): void {
  const { servers, balancer } = world;
  for (let s = 0; s < servers.length; s++) {
    if (servers.registered[s] === 0 || !isOpen(world, s) || servers.keptOut[s] === 1) continue;
    balancer.isUsable[s] = 1;
    balancer.usable[balancer.usableCount++] = s;
  }
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

/** May a request that is bound to nobody be sent there? A weight of 0 says no, as `drain` does. */
export function takesNew(world: World, server: number): boolean {
  return takesBound(world, server) && isOpen(world, server);
}

function isOpen({ servers }: World, server: number): boolean {
  return servers.onlyBound[server] === 0 && servers.fullWeight[server] > 0;
}

/** May a request that is bound to this server be sent there? A drained server still serves its own. */
export function takesBound(world: World, server: number): boolean {
  const { servers, balancer } = world;
  if (servers.registered[server] === 0) return false;
  if (balancer.panics === 1) return servers.keptOut[server] === 0;
  return servers.healthy[server] === 1 && servers.shutOut[server] === 0;
}
