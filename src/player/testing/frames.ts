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
  let asked: ((wallMs: number) => void)[] = [];
  Object.assign(globalThis, {
    requestAnimationFrame: (frame: (wallMs: number) => void) => asked.push(frame),
    cancelAnimationFrame: () => {
      asked = [];
    },
  });
  const next = (wallMs: number) => asked.shift()?.(wallMs);
  return {
    next,
    rest() {
      while (asked.length > 0) next(0);
    },
    get asked() {
      return asked.length;
    },
  };
}
