/** Durations and times as text: "75ms", "1.5s", "30min", "1h", or a number of milliseconds. */

export type DurationText = number | string;

export const DURATION_PATTERN = /^(\d+(?:\.\d+)?) ?(us|ms|s|min|h|d)$/;

/** What a unit is in milliseconds: a whole number times a power of ten, so that decimals stay exact. */
const UNITS: Record<string, [times: number, exponent: number]> = {
  us: [1, -3],
  ms: [1, 0],
  s: [1, 3],
  min: [60, 3],
  h: [3600, 3],
  d: [86_400, 3],
};

/** Milliseconds of a duration in a file; NaN when the text is none. */
export function parseDuration(duration: DurationText): number {
  if (typeof duration === 'number') return duration + 0; // -0 becomes 0
  const found = DURATION_PATTERN.exec(duration);
  if (found === null) return Number.NaN;
  const [times, exponent] = UNITS[found[2]];
  // "1.005s" is read as 1.005e3, which is exactly 1005; 1.005 * 1000 is not.
  return times * Number(`${found[1]}e${exponent}`);
}

/** The duration as a file would say it; reading it again gives exactly the same number. */
export function formatDuration(ms: number): DurationText {
  if (ms >= 86_400_000 && ms % 86_400_000 === 0) return `${ms / 86_400_000}d`;
  if (ms >= 3_600_000 && ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  if (ms >= 60_000 && ms % 60_000 === 0) return `${ms / 60_000}min`;
  if (ms >= 1000 && Number.isInteger(ms)) return `${ms / 1000}s`;
  const digits = String(ms);
  return digits.includes('e') ? ms : `${digits}ms`;
}

export const formatDurationOrNull = (ms: number | null): DurationText | null =>
  ms === null ? null : formatDuration(ms);
