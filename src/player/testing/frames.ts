/** Frames that come when a test calls for them, in place of a browser's. */
export interface Frames {
  /** Lets one frame pass, at this wall time. */
  next(wallMs: number): void;
  /** Lets frames pass until nothing asks for one more. Wall time stands still meanwhile. */
  rest(): void;
  /** How many are asked for. */
  readonly asked: number;
}

export function stubFrames(): Frames {
  let number = 0;
  const asked = new Map<number, (wallMs: number) => void>();
  Object.assign(globalThis, {
    requestAnimationFrame: (frame: (wallMs: number) => void) => {
      asked.set(++number, frame);
      return number;
    },
    cancelAnimationFrame: (which: number) => asked.delete(which),
  });
  const next = (wallMs: number) => {
    const first = asked.entries().next();
    if (first.done) return;
    const [which, frame] = first.value;
    asked.delete(which);
    frame(wallMs);
  };
  return {
    next,
    rest() {
      while (asked.size > 0) next(0);
    },
    get asked() {
      return asked.size;
    },
  };
}
