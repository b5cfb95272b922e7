/** Who and what is to be placed on the stage at a moment. */
import { STRATEGIES } from '../engine/strategies/index.ts';
import type { MomentView } from '../player/view.ts';
import type { Cast } from './layout.ts';

export function castOf(view: MomentView): Cast {
  const servers = byZone(view.servers);
  return {
    people: view.people.length,
    crowd:
      view.peopleCount > view.people.length ||
      view.visitorsPerSecond > 0 ||
      view.scenario.visitors.shape !== 'constant',
    servers: servers.map((s) => s.index),
    workers: servers.map((s) => s.workers),
    cdn: view.scenario.cdn.on,
    copies: STRATEGIES[view.strategy].spreads,
    stores: byZone(view.store.nodes).map((n) => n.node),
  };
}

/** Those in the first zone first. */
const byZone = <T extends { zone: number }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => a.zone - b.zone);
