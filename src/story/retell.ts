/** Goes through a run once more from its start, in slices, for whoever tells a story of all of it. */
import type { Observer } from '../engine/sim.ts';
import { createSimulation, type Run } from '../engine/simulation.ts';
import type { World } from '../engine/state/world.ts';

/** Events between two looks at the clock of whoever waits. */
const SLICE_EVENTS = 1000;

export interface Retelling {
  /** Goes on while `keepOn()` says so; true when it has come to the end. */
  go(keepOn?: () => boolean): boolean;
  /** How far it has come. */
  readonly nowMs: number;
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
  const simulation = createSimulation(run);
  simulation.observe(observer);
  seen?.(simulation.world);
  let arrived = false;
  const slice = (): boolean => {
    if (!seen) return simulation.runSlice(untilMs, SLICE_EVENTS);
    for (let i = 0; i < SLICE_EVENTS; i++) {
      if (!simulation.step(untilMs)) return true;
      seen(simulation.world);
    }
    return false;
  };
  return {
    go(keepOn = () => true) {
      while (!arrived) {
        arrived = slice() || isOver();
        if (!arrived && !keepOn()) return false;
      }
      return true;
    },
    get nowMs() {
      return simulation.world.nowMs;
    },
  };
}
