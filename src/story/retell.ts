/** Goes through a run once more from its start, in slices, for whoever tells a story of all of it. */
import type { Observer } from '../engine/sim.ts';
import { createSimulation, type Run, type Simulation } from '../engine/simulation.ts';
import type { World } from '../engine/state/world.ts';

/** Events between two looks at the clock of whoever waits: less than a millisecond of work. */
export const SLICE_EVENTS = 250;

export interface Retelling {
  /** Goes on while `keepOn()` says so; true when it has come to the end. */
  go(keepOn?: () => boolean): boolean;
  /** How far it has come, and how far it goes. */
  readonly nowMs: number;
  readonly untilMs: number;
}

/**
 * @param seen is called with the world after every event that changed something, when given
 * @param isOver says that nothing more is wanted
 */
export function retell(
  run: Run,
  untilMs: number,
  observer: Observer,
  { seen, isOver = () => false }: { seen?: (world: World) => void; isOver?: () => boolean } = {},
): Retelling {
  let simulation: Simulation | null = null;
  /** Made when somebody lets it go, because a crowd takes a while to be made. */
  const begin = (): Simulation => {
    const begun = createSimulation(run);
    begun.observe(observer);
    seen?.(begun.world);
    return begun;
  };
  let arrived = false;
  const slice = (at: Simulation): boolean => {
    if (!seen) return at.runSlice(untilMs, SLICE_EVENTS);
    for (let i = 0; i < SLICE_EVENTS; i++) {
      if (!at.step(untilMs)) return true;
      seen(at.world);
    }
    return false;
  };
  return {
    untilMs,
    go(keepOn = () => true) {
      simulation ??= begin();
      while (!arrived) {
        arrived = slice(simulation) || isOver();
        if (!arrived && !keepOn()) return false;
      }
      return true;
    },
    get nowMs() {
      return simulation?.world.nowMs ?? 0;
    },
  };
}
