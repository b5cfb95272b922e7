/**
 * The wall clock. It calls back once per frame while something is to be shown, with the wall time that
 * passed; nothing else in the project reads a clock. It rests when the page or the frame is out of sight.
 */

/** Longer gaps are cut, so that a page that comes back into view does not leap. */
const LONGEST_FRAME_MS = 100;

export interface Clock {
  start(): void;
  stop(): void;
  readonly running: boolean;
}

/** @param onFrame receives the wall milliseconds since the last frame. */
export function createClock(onFrame: (wallMs: number) => void): Clock {
  let frame = 0;
  let last = 0;
  const tick = (now: number) => {
    const wallMs = Math.min(LONGEST_FRAME_MS, Math.max(0, now - last));
    last = now;
    frame = requestAnimationFrame(tick);
    onFrame(wallMs);
  };
  return {
    start() {
      if (frame !== 0) return;
      last = performance.now();
      frame = requestAnimationFrame(tick);
    },
    stop() {
      cancelAnimationFrame(frame);
      frame = 0;
    },
    get running() {
      return frame !== 0;
    },
  };
}

/** Wall time for those who limit how long they work. Milliseconds from an arbitrary start. */
export function wallNowMs(): number {
  return performance.now();
}

/** Says whether so much wall time is still to pass: for work that goes on in slices. */
export function untilWall(wallMs: number): () => boolean {
  const until = wallNowMs() + wallMs;
  return () => wallNowMs() < until;
}
