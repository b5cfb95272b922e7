/** In place of `timeline/series.ts` in the frame, which shows no charts: nothing is kept there. */
export const createSeries = () => null;
export const countTime = () => {};
export const nextSampleMs = () => Number.POSITIVE_INFINITY;
export const takeSample = () => {};
export const truncateSeries = () => {};
export const wholeUntilMs = (_: unknown, timeMs: number) => timeMs;
