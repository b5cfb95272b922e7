/** A key says which server, and there is one server more. */
import { base, butWith, type ReadyComparison, setting } from './ready.ts';

export const moduloOrRingServers: ReadyComparison = {
  base: base(
    'three-servers',
    7,
    [{ atMs: 15_000, do: 'add-server' }],
    [setting('people.count', 40), setting('balancer.policy', 'hash-modulo'), setting('servers.workers', 8)],
  ),
  variants: [
    butWith([setting('balancer.policy', 'consistent-hashing')]),
    butWith([setting('balancer.policy', 'rendezvous-hashing')]),
  ],
  fromMs: 13_000,
  tellingMs: 19_000,
  untilMs: 60_000,
  speed: 2,
};
