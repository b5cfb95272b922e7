/** What becomes of single nodes: they die, come back, and lose sight of each other. */
import { type Sim, tell } from '../sim.ts';
import { placeOfNode } from '../state/sessions.ts';
import { crash } from './disk.ts';
import { storeChanged } from './leadership.ts';

export function killNode(sim: Sim, node: number, by: number): void {
  const { stores } = sim.world;
  const place = placeOfNode(node);
  setUp(sim, node, 0, by);
  const count = stores.shelfCount[node];
  const wanted = crash(sim, node, by);
  const records = stores.shelfCount[node];
  tell(sim, { what: 'store-state', place, up: false, records, by });
  if (records < count) tell(sim, { what: 'sessions-lost', place, count: count - records, wanted, by });
  storeChanged(sim, by, false);
}

export function restartNode(sim: Sim, node: number, by: number): void {
  const { stores } = sim.world;
  setUp(sim, node, 1, by);
  tell(sim, {
    what: 'store-state',
    place: placeOfNode(node),
    up: true,
    records: stores.shelfCount[node],
    by,
  });
  storeChanged(sim, by, true);
}

function setUp({ world }: Sim, node: number, up: 0 | 1, by: number): void {
  const { stores, nowMs } = world;
  stores.up[node] = up;
  stores.sinceMs[node] = nowMs;
  stores.by[node] = by;
  stores.freeMs[node] = 0;
}

/** Cuts the network between the zones, or mends it. */
export function setCut(sim: Sim, cut: 0 | 1, by: number): void {
  const { zones, nowMs } = sim.world;
  zones.cut = cut;
  zones.sinceMs = nowMs;
  zones.by = by;
  tell(sim, { what: 'network', cut: cut === 1, by });
  storeChanged(sim, by, cut === 0);
}
