/** The part of a chain of causes that is about caches: which had the answer, since when, and whose page it was. */
import type { Cause, Story } from '../causes.ts';
import { scenarioAfter } from '../settings.ts';
import { CacheKind, Reason } from '../state/requests.ts';
import type { World } from '../state/world.ts';
import { objectCount } from './objects.ts';
import { BALANCER_ROW } from './pageRows.ts';

export type CacheName = 'edge' | 'balancer' | 'server';

/** How an answer came out of a cache. Nothing for one that a server wrote. */
export function pushCache(world: World, r: number, run: Story, chain: Cause[]): void {
  const { requests, edge, pages } = world;
  const atMs = (filledMs: number) => Math.max(0, filledMs);
  switch (requests.cache[r]) {
    case CacheKind.edge: {
      const scenario = scenarioAfter(run.scenario, run.interventions, world.interventions);
      const e = requests.edge[r] * objectCount(scenario) + requests.object[r];
      chain.push({ code: 'kept', cache: 'edge', number: requests.edge[r], atMs: atMs(edge.filledMs[e]) });
      break;
    }
    case CacheKind.balancer:
      chain.push({ code: 'kept', cache: 'balancer', number: 0, atMs: atMs(pages.filledMs[BALANCER_ROW]) });
      break;
    case CacheKind.server: {
      const server = requests.server[r];
      chain.push({ code: 'kept', cache: 'server', number: server, atMs: atMs(pages.filledMs[server + 1]) });
      break;
    }
  }
  if (requests.reason[r] !== Reason.othersPage) return;
  chain.push({ code: 'page-of', user: requests.sees[r] });
  chain.push({ code: 'key-without-cookie' });
}
