/** The share of each server's worker time that was used. */
import { AtServer } from '../../../timeline/readSeries.ts';
import type { TimeChart } from '../chart.ts';
import { type Kept, lastBefore, lastOf, type Stretch, sampledServer, secondsOf } from '../kept.ts';
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

function loadOf({ series }: Kept, server: number, stretch: Stretch): number {
  const workers = sampledServer(series, lastOf(stretch), server, AtServer.workers, 0);
  if (workers === 0) return Number.NaN;
  const worked =
    sampledServer(series, lastOf(stretch), server, AtServer.busyMs, 0) -
    sampledServer(series, lastBefore(stretch), server, AtServer.busyMs, 0);
  // A server that has just become smaller may have done more than its workers can.
  return Math.min(1, worked / (workers * secondsOf(series, stretch) * 1000));
}
