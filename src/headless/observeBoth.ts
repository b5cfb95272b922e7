import type { Observer } from '../engine/sim.ts';

/** One observer in the place of two. */
export function observeBoth(a: Observer, b: Observer): Observer {
  return {
    moved(world, r) {
      a.moved?.(world, r);
      b.moved?.(world, r);
    },
    decided(world, r) {
      a.decided?.(world, r);
      b.decided?.(world, r);
    },
    finished(world, r) {
      a.finished?.(world, r);
      b.finished?.(world, r);
    },
    happened(world, happening) {
      a.happened?.(world, happening);
      b.happened?.(world, happening);
    },
  };
}
