/**
 * What the settings of a scenario are called, and one sentence of help for each. The description of scenario
 * files uses the same sentences. Keys are the paths of a file; sections and lists have words too.
 */
import type { SettingTexts } from './types.ts';

export const en = {
  people: {
    name: 'People',
    help: 'People with names and cookies: each asks, waits for the answer, thinks, and asks again.',
  },
  'people.count': { name: 'How many', help: 'How many people there are.' },
  'people.think': {
    name: 'Think time',
    help: 'Time between an answer and the same person’s next request.',
  },
  'people.retype': {
    name: 'Time to log in again',
    help: 'Time to type name and password after a refusal.',
  },
  'people.cartShare': {
    name: 'Share of cart requests',
    help: 'Share of a logged-in person’s requests that put something into the cart.',
  },
  'people.pagesPerVisit': {
    name: 'Pages before logging out',
    help: 'Pages from login to logout. Without a number nobody ever logs out on purpose.',
    none: 'never log out',
  },
  'people.sharedAddress': {
    name: 'Share behind one address',
    help: 'Share of the people who come from one and the same address, as from one office or one carrier.',
  },
  'people.leaveChance': {
    name: 'Chance of giving up',
    help: 'Chance that a refused person gives up for good. An assumption: nobody has measured it.',
  },

  'people.leaveAfter': {
    name: 'Forced logins until leaving',
    help: 'After so many forced logins the next refusal is one too many. An assumption.',
    none: 'never leave for that',
  },

  'people.script': {
    name: 'Script',
    help: 'Requests laid down in advance, in any order, instead of pauses and choices of their own.',
    none: 'no script',
  },
  'people.script.at': {
    name: 'When',
    help: 'When the request sets out; later if the person still waits for an answer then.',
  },
  'people.script.user': { name: 'Who', help: 'Who asks: 0 is the first person.' },
  'people.script.ask': {
    name: 'What for',
    help: 'What for. Left out: what the person would ask for by then.',
    none: 'as the person likes',
  },

  visitors: {
    name: 'Passing visitors',
    help: 'Visitors without a login, who come whether or not others are answered.',
  },
  'visitors.perSecond': {
    name: 'Visitors a second',
    help: 'Mean requests a second. 0 means that nobody comes.',
  },
  'visitors.shape': {
    name: 'How they come',
    help: '“More and more” rises to the peak, “a rush” is there at once and gone again, “up and down” goes as days do. What was recorded comes as it once came.',
    choices: {
      constant: 'always as many',
      ramp: 'more and more',
      spike: 'a rush',
      wave: 'up and down',
      rates: 'recorded rates',
      arrivals: 'recorded visitors',
    },
  },
  'visitors.peakPerSecond': {
    name: 'Visitors a second at the peak',
    help: 'The rate that a ramp, a spike or a wave goes to.',
  },
  'visitors.begin': {
    name: 'When it begins',
    help: 'From the choice of a ramp, a spike or a wave until the rate changes.',
  },
  'visitors.length': {
    name: 'How long it takes',
    help: 'How long a ramp rises, how long a spike lasts, or how long a wave is.',
  },
  'visitors.rates': {
    name: 'Recorded rates',
    help: 'How many came from when on, for those who come by recorded rates. Each holds until the next.',
    none: 'not recorded',
  },
  'visitors.rates.at': { name: 'From when', help: 'From when the rate holds.' },
  'visitors.rates.perSecond': { name: 'Visitors a second', help: 'Mean requests a second from then on.' },
  'visitors.arrivals': {
    name: 'Recorded visitors',
    help: 'When each of the recorded visitors comes.',
    none: 'not recorded',
  },
  'visitors.arrivals.at': { name: 'When', help: 'When the visitor asks for a page.' },

  patience: {
    name: 'Patience',
    help: 'What people and passing visitors do when an answer is slow or a failure.',
  },
  'patience.wait': {
    name: 'Longest wait',
    help: 'How long an answer is waited for. The server goes on working, for nobody.',
    none: 'as long as it takes',
  },
  'patience.retries': {
    name: 'Further attempts',
    help: 'How often the same is asked again after a failure or after waiting in vain.',
  },
  'patience.delay': {
    name: 'Pause before trying again',
    help: 'The pause before the first further attempt.',
  },
  'patience.backoff': {
    name: 'Longer pauses each time',
    help: 'The pause doubles with every further failure (exponential back-off).',
  },
  'patience.longestDelay': { name: 'Longest pause', help: 'No pause grows beyond this.' },
  'patience.jitter': {
    name: 'Pauses by chance',
    help: 'Each pause is drawn between nothing and its full length (jitter), so that not all come back together.',
  },
  'patience.leaves': {
    name: 'Leave in the end',
    help: 'People whose last attempt was in vain leave for good. An assumption.',
  },

  servers: {
    name: 'Servers',
    help: 'The servers at the start. All are alike, unless a scenario file makes single servers different.',
  },
  'servers.count': { name: 'Servers at the start', help: 'How many servers there are at the start.' },
  'servers.workers': { name: 'Workers', help: 'Requests that one server works on at the same time.' },
  'servers.queueLimit': {
    name: 'Room in the queue',
    help: 'Requests that may wait at one server. One more is turned away with a 503.',
    none: 'no limit',
  },
  'servers.speed': { name: 'Speed', help: '2 is twice as fast as the service times say.' },
  'servers.weight': {
    name: 'Weight',
    help: 'Share of the requests under policies that look at weights. With 0 only those who are bound to it get there.',
  },
  'servers.zone': {
    name: 'Zone',
    help: 'Where it stands, if there are two zones.',
    none: 'the two by turns',
  },
  'servers.start': { name: 'Time to start', help: 'From the order to add a machine until it listens.' },
  'servers.restart': {
    name: 'Time to restart',
    help: 'From the end of the process until it listens again.',
  },
  'servers.resize': {
    name: 'Time to resize',
    help: 'From the stop of a machine that gets another size until the program listens again.',
  },
  'servers.size': {
    name: 'Machine',
    help: 'The machine of each server: its vCPUs and its price. Left open: a machine with as many vCPUs as workers.',
    none: 'a vCPU for each worker',
  },
  'servers.vcpus': {
    name: 'vCPUs',
    help: 'Processors of a machine. Workers that compute at the same time share them.',
    none: 'those of the machine',
  },
  'servers.usdPerHour': {
    name: 'Price of a server',
    help: 'US dollars an hour for one server.',
    none: 'that of the machine',
  },
  'servers.warmUp': {
    name: 'Time to warm up',
    help: 'How long a program that has just started is slower than usual.',
  },
  'servers.coldSpeed': {
    name: 'Speed when cold',
    help: 'How fast it is at first, as a share of its usual speed, while it warms up.',
  },
  'servers.each': {
    name: 'Single servers',
    help: 'What single servers have differently: first that of server A, then that of B, and so on.',
  },

  autoscaler: {
    name: 'Autoscaler',
    help: 'Adds servers when they are busy and removes them when they are not, by the rule of Kubernetes.',
  },
  'autoscaler.on': { name: 'Autoscaler', help: 'Servers come and go by themselves.' },
  'autoscaler.least': { name: 'At least', help: 'It never leaves fewer servers than this.' },
  'autoscaler.most': { name: 'At most', help: 'It never makes more servers than this.' },
  'autoscaler.targetPercent': {
    name: 'Target load',
    help: 'The share of busy workers that it aims at, in percent.',
  },
  'autoscaler.tolerancePercent': {
    name: 'Tolerance',
    help: 'A load this close to the target is left alone, in percent of the target.',
  },
  'autoscaler.period': { name: 'Time between looks', help: 'How often it looks at the load.' },
  'autoscaler.coolDown': {
    name: 'Cool-down',
    help: 'For this long it must not have wanted more servers before it removes any.',
  },

  balancer: { name: 'Balancer', help: 'The balancer, which chooses a server for every request.' },
  'balancer.policy': { name: 'Policy', help: 'How it chooses.' },
  'balancer.hashKey': {
    name: 'What hashing goes by',
    help: 'What the server is found by. The cookie names a browser, and passing visitors have none.',
    choices: { user: 'a cookie', address: 'the IP address' },
  },
  'balancer.loadFactor': {
    name: 'Most load, in percent',
    help: 'Under bounded loads, how much of its fair share of the requests under way one server may have.',
  },
  'balancer.serverNames': {
    name: 'Names of the servers',
    help: 'What the balancer calls its servers, in order, such as "10.0.0.1:8080". Hash rings are made of these names.',
    none: 'the usual ones',
  },
  'balancer.choices': {
    name: 'Servers drawn',
    help: 'How many servers the two choices of HAProxy and Envoy draw for a request. nginx always draws two.',
  },
  'balancer.ewmaDecay': {
    name: 'Memory of peak EWMA',
    help: 'How slowly peak EWMA forgets: after this time an old answer counts for about a third.',
  },
  'balancer.ewmaStart': {
    name: 'First guess of peak EWMA',
    help: 'What peak EWMA takes an answer to need from a server it knows nothing of.',
  },
  'balancer.health': {
    name: 'Health checks',
    help: 'How the balancer finds out that a server died or came back.',
  },
  'balancer.health.interval': { name: 'Interval', help: 'From one check to the next.' },
  'balancer.health.timeout': { name: 'Time limit', help: 'How long the answer to a check is waited for.' },
  'balancer.health.fall': {
    name: 'Failures until out',
    help: 'Failed checks in a row until a server is taken out.',
  },
  'balancer.health.rise': {
    name: 'Passes until in',
    help: 'Passed checks in a row until a server is let in again.',
  },
  'balancer.detection': {
    name: 'Finding out',
    help: 'How else the balancer learns about servers, and what it does when all seem down.',
  },
  'balancer.detection.checks': {
    name: 'Checks come',
    help: 'After the last one ended (HAProxy), at fixed times whatever became of the last one (AWS, Kubernetes), or never (nginx).',
    choices: { 'after-each': 'after the last one', grid: 'at fixed times', off: 'never' },
  },
  'balancer.detection.newcomers': {
    name: 'New servers',
    help: 'A new server gets requests as soon as it listens (HAProxy), or after its first passed check (AWS, Kubernetes).',
    choices: { 'at-once': 'used at once', checked: 'checked first' },
  },
  'balancer.detection.allDown': {
    name: 'When all seem down',
    help: 'Nobody is sent anywhere (HAProxy), or everybody is tried all the same (AWS).',
    choices: { none: 'use none', all: 'use all' },
  },
  'balancer.detection.maxFails': {
    name: 'Failed requests until out',
    help: 'Passive checks: after so many failures a server gets no requests for a while, as nginx’s max_fails. 0 for no such checks.',
  },
  'balancer.detection.failTimeout': {
    name: 'Time out of use',
    help: 'How long it then gets no requests, before one tells whether it is back: nginx’s fail_timeout, in whole seconds.',
  },
  'balancer.retries': {
    name: 'Retries',
    help: 'Further attempts after a connection was refused or stayed unanswered.',
    none: 'as many as there are servers',
  },
  'balancer.retryTo': {
    name: 'Retries go to',
    help: '“The next server” is one that was not tried, at once (nginx). “The same server” is asked again after a pause (HAProxy). “The same, at last another” goes to another at once, but only the last time where a cookie or a hash named the server (HAProxy with option redispatch).',
    choices: { next: 'the next server', same: 'the same server', redispatch: 'the same, at last another' },
  },
  'balancer.retryDelay': {
    name: 'Pause before a retry',
    help: 'How long the balancer pauses before it asks a server that refused once more; never longer than the connect timeout.',
  },
  'balancer.replay': {
    name: 'Sent again',
    help: 'What goes to another server when one died with the request or was too slow: pages only, which do no harm when done twice (nginx), or nothing (HAProxy).',
    choices: { none: 'nothing', idempotent: 'pages only' },
  },
  'balancer.connectTimeout': {
    name: 'Connect timeout',
    help: 'How long an unanswered connection attempt is waited for.',
  },
  'balancer.queueTimeout': {
    name: 'Queue timeout',
    help: 'How long a request may wait in a server’s queue before the balancer gives up.',
    none: 'as long as for an answer',
  },
  'balancer.answerTimeout': {
    name: 'Answer timeout',
    help: 'How long the balancer waits for an answer before it says 504.',
    none: 'wait for ever',
  },
  'balancer.affinity': {
    name: 'Bound by',
    help: 'What binds people to a server under sticky routing: a cookie that the balancer adds, or the address they come from. Behind one address all go to one server.',
    choices: { cookie: 'a cookie', address: 'the source address' },
  },
  'balancer.affinityTimeout': {
    name: 'Address remembered for',
    help: 'How long the balancer remembers where it sent an address without a new request from there.',
    none: 'for ever',
  },
  'balancer.drain': {
    name: 'Drain time',
    help: 'How long a server that leaves or restarts may take over what it has.',
  },
  'balancer.slowStart': {
    name: 'Slow start',
    help: 'A server that is let in gets a sixteenth of its weight at first, and all of it after this time. For policies that look at weights.',
  },
  'balancer.count': {
    name: 'Balancers',
    help: 'Two share one address: one is in charge, the other stands by.',
  },
  'balancer.takeOver': {
    name: 'Takeover time',
    help: 'How long it takes the one that stands by to notice that the other is down, and to have the address.',
  },

  'balancer.status': {
    name: 'Error codes',
    help: 'What the balancer answers when it has no answer of a server.',
  },
  'balancer.status.refused': {
    name: 'Connection refused',
    help: 'Status when the last attempt was refused: 503 in HAProxy, 502 in nginx and AWS.',
  },
  'balancer.status.unanswered': {
    name: 'Connection unanswered',
    help: 'Status when nobody answered the last attempt: 503 in HAProxy, 504 in nginx and AWS.',
  },
  'balancer.status.noServer': {
    name: 'No server',
    help: 'Status when there is no server to send it to: 503 in HAProxy and AWS, 502 in nginx.',
  },
  'balancer.status.queueTimeout': {
    name: 'Queued too long',
    help: 'Status when a request waited in a queue for too long: 503 in HAProxy.',
  },

  sessions: { name: 'Sessions', help: 'Where sessions live.' },
  'sessions.strategy': {
    name: 'Strategy',
    help: 'Each server keeps those it made in its memory; sticky routing also sends people back to their server. Or every server has a copy of all, or all servers ask a shared store, or owners carry their sessions in signed tokens.',
  },
  'sessions.idle': {
    name: 'Idle time',
    help: 'A session that nobody used for this long is gone.',
    none: 'never expires',
  },
  'sessions.lifetime': {
    name: 'Lifetime',
    help: 'So long after its login a session is over, however much it is used.',
    none: 'as long as it is used',
  },
  'sessions.copies': {
    name: 'Copies on every server',
    help: 'How servers tell each other of sessions, where each has a copy of all.',
  },
  'sessions.copies.lag': {
    name: 'Way of a copy',
    help: 'How long a change is on its way to another server.',
  },
  'sessions.copies.perCopy': {
    name: 'Cost of a copy',
    help: 'How long the worker is busy with each copy that it sends.',
  },
  'sessions.copies.waits': {
    name: 'Wait for the others',
    help: 'An answer leaves only when every other server has the copy. A silent one holds everybody up for 3 s.',
  },
  'sessions.maxPerServer': {
    name: 'Room in a server’s memory',
    help: 'Sessions that fit into the memory of one server; for one more the least recently used has to go.',
    none: 'no limit',
  },
  'sessions.secret': {
    name: 'Secret',
    help: 'What servers sign cookies with. A cookie with a signature that a server does not know is worth nothing there.',
    choices: { same: 'all have the same', own: 'each makes up its own' },
  },
  'sessions.size': { name: 'Size of a session', help: 'What a session weighs when it is in a cookie.' },
  'sessions.size.base': { name: 'Without a cart', help: 'Bytes of a session with nothing in its cart.' },
  'sessions.size.item': {
    name: 'Each thing in the cart',
    help: 'Bytes for each thing in the cart. A cookie holds 4096.',
  },
  'sessions.token': { name: 'Tokens', help: 'Sessions that their owners carry.' },
  'sessions.token.ttl': {
    name: 'Time to live',
    help: 'How long a token is good for after it was sealed. Every page brings a new one.',
    none: 'for ever',
  },
  'sessions.token.revocation': {
    name: 'Revocation',
    help: 'Whether a logout puts the token on a list in the store that every server then has to ask.',
    choices: { none: 'none', list: 'a list in the store' },
  },
  'sessions.onMiss': {
    name: 'After a miss',
    help: 'What a server does with a cookie whose session it does not find, beside refusing.',
    choices: {
      keep: 'leaves the cookie alone',
      replace: 'overwrites it with an empty session',
      adopt: 'starts an empty session under the same id',
    },
  },

  store: { name: 'Session store', help: 'The store that all servers ask when sessions are shared.' },
  'store.kind': {
    name: 'Kind of store',
    help: 'What its nodes do about failures. Redis alone does nothing; with Sentinel a copy takes over; in a Redis Cluster the leaders of several parts watch each other. A consistent store answers nothing without a majority; in an available one every node answers with what it has.',
    choices: {
      redis: 'Redis',
      'redis-sentinel': 'Redis with Sentinel',
      'redis-cluster': 'Redis Cluster',
      cp: 'consistent (etcd, Consul)',
      ap: 'available (Cassandra)',
    },
  },
  'store.shards': { name: 'Shards', help: 'Parts that the sessions are divided among.' },
  'store.sharding': {
    name: 'How ids lead to shards',
    help: 'By the remainder of a hash, or by a ring. A cluster has slots instead, and moves what is in them.',
    choices: { modulo: 'remainder (modulo)', consistent: 'ring (consistent hashing)' },
  },
  'store.replicas': {
    name: 'Copies',
    help: 'Nodes beside the leader that have the same sessions.',
  },
  'store.lag': {
    name: 'Lag of copies',
    help: 'How long a change takes from one node to another, after it was answered.',
  },
  'store.minReplicas': {
    name: 'Copies needed to write',
    help: 'A leader with fewer copies in touch takes no more writes. 0: it always does.',
  },
  'store.maxLag': {
    name: 'Out of touch after',
    help: 'How long a copy may be silent before it does not count for that.',
  },
  'store.sentinel': { name: 'Sentinel', help: 'Watchers outside the store, for Redis with Sentinel.' },
  'store.sentinel.downAfter': {
    name: 'Missed for',
    help: 'How long a leader is silent before it counts as down.',
  },
  'store.sentinel.failover': {
    name: 'Time to take over',
    help: 'How long it then takes until a copy leads.',
  },
  'store.cluster': { name: 'Cluster', help: 'The leaders watch each other, in a Redis Cluster.' },
  'store.cluster.nodeTimeout': {
    name: 'Node timeout',
    help: 'How long a node is silent before it counts as down; who does not reach most leaders for so long refuses everything.',
  },
  'store.cluster.failover': {
    name: 'Time to take over',
    help: 'How long it then takes until a copy leads.',
  },
  'store.cluster.fullCoverage': {
    name: 'All or nothing',
    help: 'One part without a leader stops the whole cluster.',
  },
  'store.consensus': { name: 'Consensus', help: 'Nodes agree before they answer, in a consistent store.' },
  'store.consensus.election': {
    name: 'Time to elect',
    help: 'How long it takes to miss a leader and to elect another.',
  },
  'store.consensus.staleReads': {
    name: 'Stale reads',
    help: 'Any node may answer reads, with what it has.',
  },
  'store.latency': {
    name: 'Latency',
    help: 'One command to the store and its answer, without the wait for its turn.',
  },
  'store.perSecond': {
    name: 'Commands a second',
    help: 'Commands that one node of the store carries out in a second, one by one.',
    none: 'no limit',
  },
  'store.timeout': {
    name: 'Patience',
    help: 'How long a server waits for a store that does not answer before it says 500.',
  },
  'store.whenDown': {
    name: 'While it is down',
    help: 'Whether commands to a store that is down wait for it, as long as for an answer, or fail at once.',
    choices: { wait: 'wait for it', fail: 'fail at once' },
  },
  'store.maxSessions': {
    name: 'Room for sessions',
    help: 'Sessions that one node of the store has room for.',
    none: 'no limit',
  },
  'store.whenFull': {
    name: 'When it is full',
    help: 'It refuses more, so that a login gets an error (noeviction in Redis), or drops the session that was not used for longest (allkeys-lru).',
    choices: { refuse: 'refuse more', evict: 'drop the oldest' },
  },
  'store.persistence': {
    name: 'On disk',
    help: 'What a crash leaves: nothing, all but the last second (AOF), or what the last snapshot had (RDB).',
    choices: { none: 'nothing', aof: 'every change (AOF)', rdb: 'snapshots (RDB)' },
  },

  files: {
    name: 'Files of pages',
    help: 'What a page needs beside itself, such as pictures: the same for everybody, without a login.',
  },
  'files.perPage': {
    name: 'Files on a page',
    help: 'How many files are asked for, all at once, when a page has arrived.',
  },
  'files.count': { name: 'Different files', help: 'How many different files there are.' },
  'files.zipf': {
    name: 'Favourites among files',
    help: 'How unequally they are asked for (exponent of Zipf’s law): 0 for all alike, about 1 as on the web.',
  },

  cdn: {
    name: 'CDN',
    help: 'Caches near those who ask, each with its own content.',
  },
  'cdn.on': { name: 'CDN', help: 'Files come by the nearest node of a content delivery network.' },
  'cdn.nodes': { name: 'Edge nodes', help: 'How many there are. Each fills up by itself.' },
  'cdn.keeps': {
    name: 'What it keeps',
    help: 'Files only, also pages that are the same for everybody, or all pages. The last is a mistake: people get each other’s pages.',
    choices: {
      files: 'files',
      'public-pages': 'files and public pages',
      'all-pages': 'all pages (a mistake)',
    },
  },
  'cdn.ttl': { name: 'Lifetime', help: 'How long what was fetched counts as fresh.' },
  'cdn.coalesces': {
    name: 'Fetch only once',
    help: 'Who asks for what is being fetched waits for it. Otherwise everybody is sent to the origin (a stampede).',
  },
  'cdn.longestWait': {
    name: 'Longest wait for a fetch',
    help: 'How long one waits for what is being fetched for another.',
  },
  'cdn.staleWhileRevalidate': {
    name: 'Old while the new is fetched',
    help: 'For how long after its lifetime the old is given out while the new is fetched in the background.',
  },
  'cdn.staleIfError': {
    name: 'Old instead of an error',
    help: 'For how long after its lifetime the old is given out when the new cannot be fetched.',
  },

  pageCache: {
    name: 'Page cache',
    help: 'A cache for the page that passing visitors ask for, which is the same for all of them.',
  },
  'pageCache.at': {
    name: 'Page cache',
    help: 'One cache before the servers, or one in the memory of each server.',
    choices: { nowhere: 'none', balancer: 'at the balancer', servers: 'in each server' },
  },
  'pageCache.ttl': { name: 'Lifetime', help: 'How long a computed page counts as fresh.' },
  'pageCache.coalesces': {
    name: 'Compute only once',
    help: 'Who asks for a page that is being computed waits for it. Otherwise it is computed again (a stampede).',
  },
  'pageCache.longestWait': {
    name: 'Longest wait for a page',
    help: 'How long one waits for a page that is being computed for another.',
  },
  'pageCache.staleWhileRevalidate': {
    name: 'Old while the new is computed',
    help: 'For how long after its lifetime the old page is given out while the new one is computed.',
  },
  'pageCache.staleIfError': {
    name: 'Old instead of an error',
    help: 'For how long after its lifetime the old page is given out when the new one fails. At the balancer only.',
  },

  zones: { name: 'Zones', help: 'Two zones with a network between them, which can be cut.' },
  'zones.count': {
    name: 'How many',
    help: 'With 2, servers and nodes of the store stand in both. People and the balancer reach both.',
  },
  'zones.hop': {
    name: 'Way between them',
    help: 'What a command to the store takes longer to the other zone, one way.',
  },
  'zones.leaders': {
    name: 'Zone of the leader',
    help: 'Where the store’s leader stands at the start. A Redis Cluster has leaders in both.',
  },
  'zones.majority': {
    name: 'Zone of the majority',
    help: 'Where most of those stand who decide which node leads.',
  },

  service: { name: 'Work', help: 'How long a worker is occupied by a request.' },
  'service.page': { name: 'A page', help: 'Computing a page.' },
  'service.login': { name: 'A login', help: 'Checking a password, which is slow by design.' },
  'service.contention': {
    name: 'Contention',
    help: 'Share of the work that only one worker of a machine can do at a time (alpha of the universal scalability law).',
  },
  'service.coherency': {
    name: 'Coherency',
    help: 'What each pair of workers costs that compute at the same time on one machine (beta of the same law).',
  },
  'service.file': { name: 'A file', help: 'Sending a file.' },
  'service.cached': { name: 'A kept page', help: 'Sending a page from the server’s own cache.' },
  'service.refusal': { name: 'A refusal', help: 'Answering “not logged in”.' },

  hops: { name: 'Distances', help: 'How long a message travels, one way.' },
  'hops.user': { name: 'User to balancer', help: 'One way between a person and the balancer.' },
  'hops.edge': {
    name: 'User to edge node',
    help: 'One way between a person and the nearest node of the CDN.',
  },
  'hops.origin': {
    name: 'Edge node to balancer',
    help: 'One way between a node of the CDN and the balancer.',
  },
  'hops.server': { name: 'Balancer to server', help: 'One way between the balancer and a server.' },
} as const satisfies SettingTexts;
