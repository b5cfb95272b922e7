/** The share of each server's worker time that was used. */
import { AtServer } from '../../../timeline/readSeries.ts';
import type { TimeChart } from '../chart.ts';
import { type Kept, type Stretch, sampledServer } from '../kept.ts';
import { servers } from './servers.ts';

export const load: TimeChart = {
  id: 'load',
  shape: 'strips',
  steps: false,
  least: 1,
  isTop: true,
  format: (f, value) => f.percent(value, 0),
  lines: (kept, language) => servers(kept, language, (server, stretch) => loadOf(kept, server, stretch)),
};

function loadOf({ series }: Kept, server: number, { from, to }: Stretch): number {
  const workers = sampledServer(series, to - 1, server, AtServer.workers, 0);
  if (workers === 0) return Number.NaN;
  const worked =
    sampledServer(series, to - 1, server, AtServer.busyMs, 0) -
    sampledServer(series, from - 1, server, AtServer.busyMs, 0);
  // A server that has just become smaller may have done more than its workers can.
  return Math.min(1, worked / (workers * (to - from) * series.bucketMs));
}
