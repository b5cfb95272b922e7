/** Sessions that were lost and logins that people were forced to, since the start. */
import { At } from '../../../timeline/readSeries.ts';
import type { TimeChart } from '../chart.ts';
import { lastOf, sampled } from '../kept.ts';

export const lost: TimeChart = {
  id: 'lost',
  shape: 'lines',
  steps: true,
  least: 4,
  format: (f, value) => f.number(value),
  lines: ({ series }, { words: { lost: words } }) => [
    {
      id: 'logins',
      name: words.logins,
      short: words.short.logins,
      at: (stretch) => sampled(series, lastOf(stretch), At.forcedLogins),
    },
    {
      id: 'sessions',
      name: words.sessions,
      short: words.short.sessions,
      at: (stretch) => sampled(series, lastOf(stretch), At.sessionsLost),
    },
  ],
};
