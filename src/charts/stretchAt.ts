/** The stretch of a run that is meant by a point of a chart: a whole second, or as much as the charts keep apart. */
import type { Subject } from '../player/subject.ts';
import { NARROWEST_MS } from '../timeline/series.ts';
import type { Timeline } from '../timeline/timeline.ts';

/**
 * The end of a second belongs to it, as in all that is counted.
 * @param buckets that make one point of the chart
 */
export function stretchAt(
  { series }: Pick<Timeline, 'series'>,
  ms: number,
  buckets = 1,
): Extract<Subject, { what: 'stretch' }> {
  const widthMs = buckets * (series?.bucketMs ?? NARROWEST_MS);
  const number = Math.max(0, Math.ceil(ms / widthMs) - 1);
  return { what: 'stretch', fromMs: number * widthMs, toMs: (number + 1) * widthMs };
}
