/**
 * Affinity by source address: the balancer remembers for each address which server it sent it to, for as long as requests
 * keep coming. Nobody needs a cookie, and everybody behind one address goes to one server.
 */
import { addressOfPerson, SHARED_ADDRESS } from './addresses.ts';
import type { Sim } from './sim.ts';
import { NONE } from './state/table.ts';

/** Do others come from this person's address? */
const sharesAddress = ({ scenario }: Sim, user: number): boolean =>
  addressOfPerson(user, scenario.people.sharedAddress) === SHARED_ADDRESS;

/** The server that a request's address was sent to last, unless that is too long ago, or NONE. */
export function serverOfAddress(sim: Sim, r: number): number {
  const { requests, users, balancer, nowMs } = sim.world;
  const { affinityTimeoutMs } = sim.scenario.balancer;
  const user = requests.user[r];
  if (user === NONE) return NONE; // a passing visitor comes once
  const shares = sharesAddress(sim, user);
  const server = shares ? balancer.sharedAddressBound : users.addressBound[user];
  const usedMs = shares ? balancer.sharedAddressMs : users.addressMs[user];
  return affinityTimeoutMs !== null && nowMs - usedMs > affinityTimeoutMs ? NONE : server;
}

/** Remembers where a request's address is sent to. */
export function rememberAddress(sim: Sim, r: number, server: number): void {
  const { requests, users, balancer, nowMs } = sim.world;
  const user = requests.user[r];
  if (user === NONE) return;
  if (sharesAddress(sim, user)) {
    balancer.sharedAddressBound = server;
    balancer.sharedAddressMs = nowMs;
  } else {
    users.addressBound[user] = server;
    users.addressMs[user] = nowMs;
  }
}
