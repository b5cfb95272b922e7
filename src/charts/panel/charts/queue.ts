/** How many requests wait at each server, at the end of each stretch. */
import { AtServer } from '../../../timeline/readSeries.ts';
import type { TimeChart } from '../chart.ts';
import { lastOf, sampledServer } from '../kept.ts';
import { servers } from './servers.ts';

export const queue: TimeChart = {
  id: 'queue',
  shape: 'strips',
  steps: true,
  least: 4,
  format: (f, value) => f.number(value),
  lines: (kept, language) =>
    servers(kept, language, (server, stretch) =>
      sampledServer(kept.series, lastOf(stretch), server, AtServer.workers, 0) === 0
        ? Number.NaN
        : sampledServer(kept.series, lastOf(stretch), server, AtServer.queue, 0),
    ),
};
