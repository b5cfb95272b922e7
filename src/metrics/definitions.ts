/**
 * Every metric: its name in all outputs, its unit, its meaning. docs/headless.md repeats this list, and a
 * test compares the two.
 *
 * A request is one question of a person or a passing visitor, from the moment it sets out (born) to the
 * moment its answer arrives or the one who asked stops waiting (finished). Further attempts at other servers
 * belong to it; when people ask again, that is another request.
 */

interface Definition {
  /** In words of a table; a share lies between 0 and 1. */
  unit: string;
  meaning: string;
}

export const METRICS = {
  requestsBorn: { unit: 'requests', meaning: 'Set out.' },
  requestsServed: { unit: 'requests', meaning: 'Finished with what was asked for (200).' },
  requestsRefused: { unit: 'requests', meaning: 'Finished with "not logged in" (401).' },
  requests500: {
    unit: 'requests',
    meaning:
      'Finished with 500: the session store did not answer, not in time, or with an error; or a session did not fit into a cookie.',
  },
  requests502: {
    unit: 'requests',
    meaning:
      'Finished with 502: a server died while it held the request, or refused it (as `balancer.status` says).',
  },
  requests503: {
    unit: 'requests',
    meaning: 'Finished with 503: no server could be reached, its queue was full, or the wait there too long.',
  },
  requests504: {
    unit: 'requests',
    meaning:
      'Finished with 504: a server took too long, or did not answer the connection (as `balancer.status` says).',
  },
  requestsGaveUp: {
    unit: 'requests',
    meaning: 'Whoever asked stopped waiting (499, as nginx calls it). The server does not know and works on.',
  },
  requestsBroken: {
    unit: 'requests',
    meaning: 'The connection broke with the balancer, or a dead one refused it (444, as nginx calls it).',
  },
  requestsUnfinished: { unit: 'requests', meaning: 'On their way at the end, and still waited for.' },
  requestsForNobody: {
    unit: 'requests',
    meaning: 'On their way at the end, though nobody waits for them any more.',
  },
  requestsRetries: {
    unit: 'requests',
    meaning: 'Of those born: asked again by people or visitors after a failure.',
  },
  requestsVisit: { unit: 'requests', meaning: 'Finished, whatever the answer: pages for passing visitors.' },
  requestsLogin: { unit: 'requests', meaning: 'Finished, whatever the answer: logins.' },
  requestsPage: { unit: 'requests', meaning: 'Finished, whatever the answer: pages for the logged-in.' },
  requestsCart: { unit: 'requests', meaning: 'Finished, whatever the answer: things put into the cart.' },
  requestsLogout: { unit: 'requests', meaning: 'Finished, whatever the answer: logouts.' },
  requestsFile: { unit: 'requests', meaning: 'Finished, whatever the answer: files that pages need.' },
  requestsRefresh: {
    unit: 'requests',
    meaning: 'Finished, whatever the answer: caches that asked for new content by themselves.',
  },
  servedPerSecond: { unit: 'requests/s', meaning: 'Requests served, for each simulated second.' },
  sessionRequestsServedShare: {
    unit: 'share',
    meaning: 'Of the finished requests that need a login (page, cart, logout), those that were served.',
  },

  responseMeanMs: {
    unit: 'ms',
    meaning:
      'From born to finished, all finished requests that somebody waited for (all but files and refreshes): mean.',
  },
  responseP50Ms: { unit: 'ms', meaning: 'The same: half of them took at most this long.' },
  responseP95Ms: { unit: 'ms', meaning: 'The same: 95 of 100 took at most this long.' },
  responseP99Ms: { unit: 'ms', meaning: 'The same: 99 of 100 took at most this long.' },
  responseMaxMs: { unit: 'ms', meaning: 'The same: the longest.' },
  servedResponseMeanMs: {
    unit: 'ms',
    meaning: 'From born to finished, only requests that were served (refusals are quick): mean.',
  },
  servedResponseP50Ms: { unit: 'ms', meaning: 'The same: half of them took at most this long.' },
  servedResponseP95Ms: { unit: 'ms', meaning: 'The same: 95 of 100 took at most this long.' },
  servedResponseP99Ms: { unit: 'ms', meaning: 'The same: 99 of 100 took at most this long.' },
  servedResponseMaxMs: { unit: 'ms', meaning: 'The same: the longest.' },
  clientTimeMeanMs: {
    unit: 'ms',
    meaning:
      'Of the mean response time: on the way between whoever asks and the balancer, there and back, also by the CDN.',
  },
  insideTimeMeanMs: {
    unit: 'ms',
    meaning: 'Of it: on the way between balancer and server, there and back.',
  },
  waitingTimeMeanMs: {
    unit: 'ms',
    meaning:
      'Of it: waiting for a worker, a silent server, another attempt, or what another request brings to a cache.',
  },
  storeTimeMeanMs: {
    unit: 'ms',
    meaning: 'Of it: a server waits for the session store.',
  },
  copiesTimeMeanMs: {
    unit: 'ms',
    meaning: 'Of it: a server sends copies of a session to the others.',
  },
  workTimeMeanMs: {
    unit: 'ms',
    meaning: 'Of it: a worker computes. These six add up to `responseMeanMs`.',
  },
  queueWaitMeanMs: {
    unit: 'ms',
    meaning:
      'From reaching a server until a worker took the request, 0 if one was free; only requests that a worker took: mean.',
  },
  queueWaitP50Ms: { unit: 'ms', meaning: 'The same: half of them waited at most this long.' },
  queueWaitP95Ms: { unit: 'ms', meaning: 'The same: 95 of 100 waited at most this long.' },
  queueWaitP99Ms: { unit: 'ms', meaning: 'The same: 99 of 100 waited at most this long.' },
  queueWaitMaxMs: { unit: 'ms', meaning: 'The same: the longest.' },

  fileResponseMeanMs: { unit: 'ms', meaning: 'From born to finished, only files: mean.' },
  fileResponseP95Ms: { unit: 'ms', meaning: 'The same: 95 of 100 took at most this long.' },

  edgeHits: { unit: 'requests', meaning: 'An edge node of the CDN had the answer, fresh or old.' },
  edgeMisses: { unit: 'requests', meaning: 'An edge node should have had the answer, and did not.' },
  edgeHitShare: { unit: 'share', meaning: 'Hits, of hits and misses of the edge nodes.' },
  edgeFetches: { unit: 'requests', meaning: 'Sent on by edge nodes to fill themselves.' },
  pageHits: { unit: 'requests', meaning: 'A cache for computed pages had the page, fresh or old.' },
  pageMisses: { unit: 'requests', meaning: 'A cache for computed pages did not have the page.' },
  pageHitShare: { unit: 'share', meaning: 'Hits, of hits and misses of the caches for computed pages.' },
  pageFetches: {
    unit: 'pages',
    meaning: 'Pages that were computed because a cache did not have them fresh.',
  },
  wrongPages: {
    unit: 'answers',
    meaning: 'Answers that showed a person somebody else’s page, out of a cache.',
  },

  logins: { unit: 'logins', meaning: 'Successful logins, the forced ones included.' },
  forcedLogins: { unit: 'logins', meaning: 'Successful logins after a refusal.' },
  logouts: { unit: 'logouts', meaning: 'Logouts that people asked for and got.' },
  sessionsMade: { unit: 'sessions', meaning: 'Sessions made by logins.' },
  emptySessionsMade: {
    unit: 'sessions',
    meaning:
      'Empty sessions made by misses, each in place of the one that the cookie named (`onMiss` is `replace`).',
  },
  sessionsLost: {
    unit: 'sessions',
    meaning: 'Sessions in use whose last record was destroyed by a failure, a restart or a removal.',
  },
  cartItemsLost: {
    unit: 'items',
    meaning: 'Things in carts that were gone when their owner had to log in again.',
  },
  staleReads: {
    unit: 'requests',
    meaning:
      'Pages that showed fewer things in the cart than the person had seen: an old copy of the session was read.',
  },
  replaysServed: {
    unit: 'requests',
    meaning: 'Pages served to somebody who sent a copy of another person’s cookie.',
  },
  copiesSent: { unit: 'copies', meaning: 'Copies of sessions that servers sent each other.' },
  tokensSent: { unit: 'requests', meaning: 'Requests that brought a token.' },
  tokenBytesMean: { unit: 'bytes', meaning: 'Size of these tokens: mean.' },
  usersLeft: { unit: 'people', meaning: 'People who gave up.' },
  storeEvictions: {
    unit: 'sessions',
    meaning: 'Sessions that a full store dropped to make room for others.',
  },
  storeReads: { unit: 'commands', meaning: 'Session records asked of the store and answered.' },
  storeWrites: {
    unit: 'commands',
    meaning: 'Session records written to the store, or renewed there so that they do not expire.',
  },
  serversUsdPerHour: {
    unit: 'USD/h',
    meaning: 'Mean cost of all machines, from the order to the end, also starting, moving and dead ones.',
  },
  balancerUsdPerHour: {
    unit: 'USD/h',
    meaning: 'Mean cost of the balancer: 0.0225, and 0.008 for each 25 requests a second.',
  },
  storeUsdPerHour: {
    unit: 'USD/h',
    meaning: 'Mean cost of the store: 0.158 for each node while sessions live there.',
  },
  interventionsApplied: { unit: 'interventions', meaning: 'Interventions that took effect.' },
  interventionsIgnored: {
    unit: 'interventions',
    meaning: 'Interventions that made no sense when their time came, such as killing a dead server.',
  },
} as const satisfies Record<string, Definition>;

export type MetricId = keyof typeof METRICS;
export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

/** What is known of each server. */
export const SERVER_METRICS = {
  requestsRouted: {
    unit: 'requests',
    meaning:
      'Attempts that the balancer sent to this server; a request that is tried again elsewhere counts at both.',
  },
  requestsAnswered: { unit: 'requests', meaning: 'Requests that a worker of this server finished.' },
  utilisation: {
    unit: 'share',
    meaning:
      'Worker time that was occupied, of the worker time while the process was there (not starting, down or removed).',
  },
  runningMs: { unit: 'ms', meaning: 'Time that the process was there; a silent (hung) one is.' },
  sessions: { unit: 'sessions', meaning: 'Session records in its memory at the end.' },
} as const satisfies Record<string, Definition>;

export type ServerMetricId = keyof typeof SERVER_METRICS;
export const SERVER_METRIC_IDS = Object.keys(SERVER_METRICS) as ServerMetricId[];
