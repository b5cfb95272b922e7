/** Round times along a part of a run, each written with no more digits than tell it from its neighbours. */
import type { TimeSpan } from '../../player/timeWindow.ts';

const STEPS_MS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000,
  600_000, 900_000, 1_800_000,
] as const;

export interface Axis {
  stepMs: number;
  timesMs: number[];
  /** A time of the axis, from what `Format.clock` writes of it. */
  text(clock: string): string;
}

/** @param most times at most, about */
export function timeAxis({ fromMs, toMs }: TimeSpan, most: number): Axis {
  const stepMs = STEPS_MS.find((ms) => (toMs - fromMs) / ms <= most) ?? STEPS_MS[STEPS_MS.length - 1];
  const timesMs: number[] = [];
  // A grain of dust, so that a time at the very end is not lost to rounding.
  for (let k = Math.ceil(fromMs / stepMs - 1e-9); k * stepMs <= toMs + 1e-6; k++) timesMs.push(k * stepMs);
  const digits = stepMs >= 1000 ? 0 : stepMs >= 100 ? 1 : stepMs >= 10 ? 2 : 3;
  return { stepMs, timesMs, text: (clock) => clock.slice(0, clock.length - (digits === 0 ? 4 : 3 - digits)) };
}
