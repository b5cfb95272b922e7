/** How many people are logged in, and how many have left for good, at the end of each stretch. */
import { At } from '../../../timeline/readSeries.ts';
import type { TimeChart } from '../chart.ts';
import { lastOf, sampled } from '../kept.ts';

export const people: TimeChart = {
  id: 'people',
  shape: 'lines',
  steps: true,
  least: 4,
  format: (f, value) => f.number(value),
  lines: ({ series }, { words }) =>
    (['loggedIn', 'left'] as const).map((id) => ({
      id,
      name: words.people[id],
      short: words.people.short[id],
      at: (stretch) => sampled(series, lastOf(stretch), At[id]),
    })),
};
