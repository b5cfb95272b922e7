/** What an hour costs, by part, and what was spent so far. Machines as they are at the end of each stretch. */
import { balancerUsdPerHour, STORE_USD_PER_HOUR } from '../../../metrics/cost.ts';
import { At } from '../../../timeline/readSeries.ts';
import type { TimeChart } from '../chart.ts';
import { type Kept, lastBefore, lastOf, type Stretch, sampled, secondsOf } from '../kept.ts';

const MS_PER_HOUR = 3_600_000;

export const cost: TimeChart = {
  id: 'cost',
  shape: 'stack',
  steps: true,
  least: 0.05,
  format: (f, value) => f.money(value),
  lines: (kept, { words: { cost: words } }) => {
    const parts = partsOf(kept);
    const total = (stretch: Stretch) =>
      parts.servers(stretch) + parts.store(stretch) + parts.balancers(stretch);
    // Of the run up to the end of each bucket.
    const spent: number[] = [];
    for (let from = 0, sum = 0; from < kept.series.samples.length; from++) {
      sum += (total({ from, to: from + 1 }) * kept.series.bucketMs) / MS_PER_HOUR;
      spent.push(sum);
    }
    return [
      { id: 'servers', name: words.servers, at: parts.servers },
      { id: 'store', name: words.store, at: parts.store },
      { id: 'balancers', name: words.balancers, at: parts.balancers },
      { id: 'total', name: words.total, at: total, untold: true },
      { id: 'soFar', name: words.soFar, at: (stretch) => spent[lastOf(stretch)], untold: true },
    ];
  },
};

function partsOf({ series }: Kept) {
  return {
    servers: (stretch: Stretch) => sampled(series, lastOf(stretch), At.serversUsd),
    store: (stretch: Stretch) => sampled(series, lastOf(stretch), At.storeNodes) * STORE_USD_PER_HOUR,
    balancers: (stretch: Stretch) => {
      const born = sampled(series, lastOf(stretch), At.born) - sampled(series, lastBefore(stretch), At.born);
      return balancerUsdPerHour(
        born / secondsOf(series, stretch),
        sampled(series, lastOf(stretch), At.balancers),
      );
    },
  };
}
