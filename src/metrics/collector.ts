/** Collects the metrics of a run while it goes on: an observer, and a reading of what it saw. */
import { PARTS } from '../engine/parts.ts';
import type { Observer } from '../engine/sim.ts';
import type { Simulation } from '../engine/simulation.ts';
import { BROKEN_STATUS, GAVE_UP_STATUS, REQUEST_KINDS, Reason } from '../engine/state/requests.ts';
import type { World } from '../engine/state/world.ts';
import { countAnswer, createAnswers } from './answers.ts';
import { createCostMeter, meanCost, watchCost } from './cost.ts';
import { type Histogram, meanOf, quantileOf } from './histogram.ts';
import type { Metrics } from './metrics.ts';
import { createServerRecords, readServers, watchState } from './servers.ts';
import { createWaits, watchWait } from './waits.ts';
import { createWays, finishWay, meanMsIn, watchWay } from './ways.ts';

export interface Collector {
  /** To be passed to `observe` at the moment when the collector is made. */
  readonly observer: Observer;
  /** The metrics from then until the world's present. */
  read(world: World): Metrics;
}

/**
 * Starts to collect at the world's present. Requests that are on their way then count when they finish;
 * so, over the whole of a run, born = finished + unfinished, and over a part of it the ones that were
 * already on their way come on top.
 */
export function createCollector(simulation: Pick<Simulation, 'world' | 'scenario'>): Collector {
  const { world: start } = simulation;
  const fromMs = start.nowMs;
  const totals = { ...start.totals };
  const store = storeCounts(start);
  const answers = createAnswers();
  const waits = createWaits();
  const ways = createWays();
  const servers = createServerRecords(start);
  const costs = createCostMeter(start, simulation.scenario);
  const interventions = { applied: 0, ignored: 0 };

  return {
    observer: {
      moved(world, r) {
        watchWait(waits, world, r);
        watchWay(ways, world, r);
      },
      finished(world, r) {
        countAnswer(answers, world, r);
        finishWay(ways, world, r);
      },
      happened(world, happening) {
        if (happening.what === 'server-state') watchState(servers, world, happening.server);
        else if (happening.what === 'intervention')
          interventions[happening.ignored ? 'ignored' : 'applied']++;
        if (happening.what === 'server-state' || happening.what === 'intervention')
          watchCost(costs, world, simulation.scenario);
      },
    },
    read(world) {
      const status = (code: number) => answers.byStatus.get(code) ?? 0;
      const kind = (name: (typeof REQUEST_KINDS)[number]) => answers.byKind[REQUEST_KINDS.indexOf(name)];
      const since = (name: keyof typeof totals) => world.totals[name] - totals[name];
      const seconds = (world.nowMs - fromMs) / 1000;
      const response = timesOf(answers.responseMs);
      const served = timesOf(answers.servedResponseMs);
      const wait = timesOf(waits.waitMs);
      const cost = meanCost(costs, world, fromMs, seconds === 0 ? 0 : since('born') / seconds);
      const storeNow = storeCounts(world);
      const file = timesOf(answers.fileMs);
      return {
        fromMs,
        untilMs: world.nowMs,
        values: {
          requestsBorn: since('born'),
          requestsServed: status(200),
          requestsRefused: status(401),
          requests500: status(500),
          requests502: status(502),
          requests503: status(503),
          requests504: status(504),
          requestsGaveUp: status(GAVE_UP_STATUS),
          requestsBroken: status(BROKEN_STATUS),
          requestsUnfinished: world.requests.used - world.abandoned,
          requestsForNobody: world.abandoned,
          requestsRetries: since('retries'),
          requestsVisit: kind('visit'),
          requestsLogin: kind('login'),
          requestsPage: kind('page'),
          requestsCart: kind('cart'),
          requestsLogout: kind('logout'),
          requestsFile: kind('file'),
          requestsRefresh: kind('refresh'),
          servedPerSecond: seconds === 0 ? null : status(200) / seconds,
          sessionRequestsServedShare:
            answers.needLogin === 0 ? null : answers.needLoginServed / answers.needLogin,
          responseMeanMs: response.mean,
          responseP50Ms: response.p50,
          responseP95Ms: response.p95,
          responseP99Ms: response.p99,
          responseMaxMs: response.max,
          servedResponseMeanMs: served.mean,
          servedResponseP50Ms: served.p50,
          servedResponseP95Ms: served.p95,
          servedResponseP99Ms: served.p99,
          servedResponseMaxMs: served.max,
          clientTimeMeanMs: meanMsIn(ways, PARTS.indexOf('client')),
          insideTimeMeanMs: meanMsIn(ways, PARTS.indexOf('inside')),
          waitingTimeMeanMs: meanMsIn(ways, PARTS.indexOf('waiting')),
          storeTimeMeanMs: meanMsIn(ways, PARTS.indexOf('store')),
          copiesTimeMeanMs: meanMsIn(ways, PARTS.indexOf('copies')),
          workTimeMeanMs: meanMsIn(ways, PARTS.indexOf('work')),
          queueWaitMeanMs: wait.mean,
          queueWaitP50Ms: wait.p50,
          queueWaitP95Ms: wait.p95,
          queueWaitP99Ms: wait.p99,
          queueWaitMaxMs: wait.max,
          fileResponseMeanMs: file.mean,
          fileResponseP95Ms: file.p95,
          edgeHits: since('edgeHits'),
          edgeMisses: since('edgeMisses'),
          edgeHitShare: share(since('edgeHits'), since('edgeMisses')),
          edgeFetches: since('edgeFetches'),
          pageHits: since('pageHits'),
          pageMisses: since('pageMisses'),
          pageHitShare: share(since('pageHits'), since('pageMisses')),
          pageFetches: since('pageFetches'),
          wrongPages: since('wrongPages'),
          logins: since('logins'),
          forcedLogins: since('forcedLogins'),
          logouts: since('logouts'),
          sessionsMade: since('sessionsMade'),
          emptySessionsMade: since('emptySessionsMade'),
          sessionsLost: since('sessionsLost'),
          cartItemsLost: since('cartItemsLost'),
          staleReads: answers.byReason[Reason.staleCart],
          replaysServed: answers.byReason[Reason.impostor],
          copiesSent: since('copies'),
          tokensSent: since('tokensSent'),
          tokenBytesMean: since('tokensSent') === 0 ? null : since('tokenBytes') / since('tokensSent'),
          usersLeft: since('usersLeft'),
          storeEvictions: storeNow.evictions - store.evictions,
          storeReads: storeNow.reads - store.reads,
          storeWrites: storeNow.writes - store.writes,
          serversUsdPerHour: cost.servers,
          balancerUsdPerHour: cost.balancer,
          storeUsdPerHour: cost.store,
          interventionsApplied: interventions.applied,
          interventionsIgnored: interventions.ignored,
        },
        servers: readServers(servers, world),
      };
    },
  };
}

const share = (part: number, rest: number) => (part + rest === 0 ? null : part / (part + rest));

const timesOf = (histogram: Histogram) => ({
  mean: meanOf(histogram),
  p50: quantileOf(histogram, 0.5),
  p95: quantileOf(histogram, 0.95),
  p99: quantileOf(histogram, 0.99),
  max: quantileOf(histogram, 1),
});

/** What the nodes of the store have done so far. */
function storeCounts({ stores }: World): { reads: number; writes: number; evictions: number } {
  const counts = { reads: 0, writes: 0, evictions: 0 };
  for (let node = 0; node < stores.length; node++) {
    counts.reads += stores.reads[node];
    counts.writes += stores.writes[node];
    counts.evictions += stores.evictions[node];
  }
  return counts;
}
