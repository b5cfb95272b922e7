/** How many sessions each place has, at the end of each stretch. Places that never had one are left out. */
import { placeOfNode } from '../../../engine/state/sessions.ts';
import { storeName } from '../../../player/names.ts';
import { At, AtServer, PER_SERVER } from '../../../timeline/readSeries.ts';
import type { ChartLanguage, Line, TimeChart } from '../chart.ts';
import { castOf, type Kept, lastOf, sampled, sampledNode, sampledServer } from '../kept.ts';
import { servers } from './servers.ts';

export const places: TimeChart = {
  id: 'places',
  shape: 'strips',
  steps: true,
  least: 4,
  format: (f, value) => f.number(value),
  lines: (kept, language) => {
    const all = placesOf(kept, language);
    const had = placesThatHad(kept, all.length);
    const used = all.filter((_, place) => had[place] === 1);
    return used.length === 0 ? all.slice(0, 1) : used;
  },
};

function placesOf(kept: Kept, language: ChartLanguage): Line[] {
  const { series } = kept;
  const { words, t } = language;
  const { nodes } = castOf(series);
  // Where there is no process, there is no memory.
  const inServers = servers(kept, language, (server, stretch) =>
    sampledServer(series, lastOf(stretch), server, AtServer.workers, 0) === 0
      ? Number.NaN
      : sampledServer(series, lastOf(stretch), server, AtServer.sessions, 0),
  );
  const inStore = Array.from(
    { length: nodes },
    (_, node): Line => ({
      id: `store-${node}`,
      name: nodes > 1 ? storeName({ ...language, stores: nodes }, placeOfNode(node)) : t.store.title,
      ...(nodes > 1 ? {} : { short: words.places.store }),
      at: (stretch) => sampledNode(series, lastOf(stretch), node),
    }),
  );
  const inCookies: Line = {
    id: 'cookies',
    name: words.places.cookiesLong,
    short: words.places.cookies,
    at: (stretch) => sampled(series, lastOf(stretch), At.inTokens),
  };
  return [...inServers, ...inStore, inCookies];
}

/** For each place, in the order of `placesOf`, whether it ever had a session. There may be hundreds: no closures here. */
function placesThatHad({ series }: Kept, count: number): Uint8Array {
  const { servers, nodes } = castOf(series);
  const had = new Uint8Array(count);
  for (let bucket = 0; bucket < series.samples.length; bucket++) {
    const sample = series.samples[bucket];
    for (let s = 0; s < sample[At.servers]; s++) {
      if (sample[At.firstServer + s * PER_SERVER + AtServer.sessions] > 0) had[s] = 1;
    }
    for (let node = 0; node < nodes; node++) {
      if (sampledNode(series, bucket, node) > 0) had[servers + node] = 1;
    }
    if (sample[At.inTokens] > 0) had[servers + nodes] = 1;
  }
  return had;
}
