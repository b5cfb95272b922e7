/** Words that only runs with further rules need (see engine/furtherRules.ts); merged into the others when these are fetched. */
import { createFormat } from '../format.ts';
import { many } from '../many.ts';

const format = createFormat('en');

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const furtherEn = {
  people: {
    seesOther: (p: { other: string }) => `sees ${p.other}’s page!`,
    tokenHelp: (p: { bytes: number }) =>
      `The session itself is in this cookie, signed: ${format.number(p.bytes)} bytes with every request.`,
    sessionOnMany: (p: { count: number }) => `session on ${format.number(p.count)} servers`,
    sessionInStore: 'session in the store',
    sessionInToken: 'carries the session',
    /** The same where there is little room. */
    short: {
      sessionOnMany: (p: { count: number }) => `session ×${format.number(p.count)}`,
      sessionInStore: 'session stored',
      sessionInToken: 'token in hand',
    },
  },
  policy: {
    'weighted-round-robin': { help: 'Turn by turn, heavier servers more often. Here all weigh the same.' },
    'weighted-round-robin-haproxy': {
      help: 'Turn by turn, heavier servers more often, in the order of HAProxy. Who comes back waits for a while.',
    },
    'least-connections-haproxy': {
      help: 'The fewest requests under way. Among equals, the one whose number changed longest ago.',
    },
    'least-connections-envoy': { help: 'The fewest requests under way. Among equals, by chance.' },
    'least-time': { help: 'The server that would be done soonest, by what its answers took. As in nginx.' },
    'power-of-two-choices': { help: 'Two different ones by chance, then the less busy. As in nginx.' },
    'power-of-two-choices-haproxy': {
      help: 'Two by chance, perhaps the same one twice. Then the less busy; among equals, the one used less of late.',
    },
    'power-of-two-choices-envoy': {
      help: 'Two by chance, perhaps the same one twice. Then the less busy; among equals, the first.',
    },
    'peak-ewma': {
      help: 'Two by chance, then the one that would answer sooner, by what its last answers took.',
    },
    'ip-hash': { help: 'The address says which server. Everybody behind one address gets the same.' },
    'hash-modulo': {
      help: 'The key says which server, by a remainder. One more server moves nearly everybody.',
    },
    'consistent-hashing': {
      help: 'The key’s place on a ring says which server. One more server moves only its share.',
    },
    'bounded-load-hashing': {
      help: 'As on the ring, but a server that has more than its share is passed over.',
    },
    'rendezvous-hashing': {
      help: 'Every server draws a number for the key, always the same. The highest wins.',
    },
    'maglev-hashing': { help: 'One look into a table of 65,537 slots, of which all servers have as many.' },
  },
  server: { slow: (p: { share: number }) => `${format.percent(p.share, 0)} of its share` },
  store: {
    role: {
      leads: 'leads',
      'leads-alone': 'leads, cut off',
      follows: 'copies',
      peer: 'up',
    },
    menu: 'What to do with the store',
    menuOf: (p: { name: string }) => `What to do with ${p.name}`,
    addShard: 'Add a shard',
    addShardHelp: {
      modulo: 'Nearly every id then leads to another shard.',
      consistent: 'Only its share of the ids then leads there.',
      slots: 'It gets its share of the slots, with what is in them.',
    },
    cut: 'Cut the network',
    cutHelp: 'Nothing gets from one zone to the other.',
    heal: 'Mend the network',
    healHelp: 'The zones reach each other again.',
    kill: 'Kill the store',
    killHelp: 'It forgets everything.',
    killHelpDisk: 'It forgets what is not on its disk yet.',
    restart: 'Start the store again',
    restartHelp: 'It comes back empty.',
    restartHelpDisk: 'It comes back with what is on its disk.',
    revoked: (p: { count: number }) => many(p.count, 'revoked token', 'revoked tokens'),
  },
  zones: {
    name: (p: { number: number }) => `Zone ${p.number}`,
    told: (p: { zone: string; all: string }) => `${p.zone}: ${p.all}.`,
    cut: 'The network between the zones is cut.',
    cutShort: 'cut',
  },
  cdn: {
    keeps: {
      files: 'It keeps files.',
      'public-pages': 'It keeps files and pages that are the same for all.',
      'all-pages': 'It keeps every page, also those of the logged-in.',
    },
    fromHere: 'from here',
    told: (p: { asked: number; hits: number; fetches: number }) =>
      `It had ${format.number(p.hits)} of ${format.number(p.asked)} things it was asked for, and fetched ${format.number(p.fetches)}.`,
    menu: 'What to do with the CDN',
    purge: 'Empty the caches',
    purgeHelp: 'Everything has to be fetched anew.',
  },
  controls: {
    keys: 'Keys that tokens are signed with',
    rotateKeys: 'New key',
    rotateKeysHelp: 'The old one is still accepted.',
    replaceKeys: 'Replace the key',
    replaceKeysHelp: 'Nothing signed with the old one is accepted any more.',
    autoscaler: (p: { least: number; most: number; target: number }) =>
      `The autoscaler keeps ${format.number(p.least)} to ${format.number(p.most)} of them, near ${format.percent(p.target, 0)} load.`,
  },
  timeline: {
    mark: {
      'purge-cache': 'empty caches',
      'kill-store': '✕ store',
      'restart-store': '↻ store',
      'add-shard': '+ shard',
      'rotate-keys': 'new keys',
      'kill-balancer': '✕ balancer',
      'restart-balancer': '↻ balancer',
      partition: 'network cut',
      heal: 'network mended',
    },
  },
  summary: {
    replicated: (p: { servers: number }) =>
      `${many(p.servers, 'server', 'servers')}, each with a copy of every session: a change is sent ${many(Math.max(0, p.servers - 1), 'time', 'times')}.`,
    shared: (p: { servers: number }) =>
      `${many(p.servers, 'server that asks', 'servers that all ask')} the session store who is logged in.`,
    token: (p: { servers: number }) =>
      `${many(p.servers, 'server', 'servers')} that need not ask anybody: everybody carries the session, signed.`,
    storeDown: 'The store does not answer: requests wait for it, then fail.',
    storeFailsOver: (p: { inMs: number }) =>
      `The store does not answer until a copy takes over, in ${format.duration(p.inMs)}.`,
    tryWaitForCopy: 'Go to when the copy takes over',
    othersPage: (p: { person: string; other: string }) => `${p.person} is looking at ${p.other}’s page.`,
    tryKeepLess: 'Keep only public pages in the CDN',
    tryToken: 'Give everybody a signed token',
    tryLogOut: (p: { person: string }) => `Log ${p.person} out`,
    tryReplay: (p: { person: string }) => `Use a copy of ${p.person}’s old cookie`,
    tryRevocation: 'Keep a list of revoked tokens in the store',
    noBalancer:
      'Nobody is at the balancer’s address: nothing gets through, whatever servers and sessions are doing.',
    tryStartBalancer: 'Start the balancer again',
    cut: 'The network between the zones is cut.',
    tryCut: 'Cut the network between the zones',
    tryShard: 'Add a shard to the store',
    tryHeal: 'Mend the network',
    tryKillStore: (p: { store: string }) => `Kill ${p.store}`,
    tryRestartStore: (p: { store: string }) => `Start ${p.store} again`,
  },
  why: {
    head: {
      storeNoRecord: (p: { store: string; person: string }) => `401: ${p.store} does not know ${p.person}`,
      tokenExpired: (p: { person: string }) => `401: ${p.person}’s token expired`,
      revoked: (p: { person: string }) => `401: ${p.person}’s token was revoked`,
      cookieTooLarge: (p: { person: string }) => `500: ${p.person}’s session does not fit into a cookie`,
      balancerDied: (p: { person: string }) => `${p.person}’s connection broke`,
      balancerDown: (p: { person: string }) => `${p.person} could not connect`,
      othersPage: (p: { person: string; other: string }) => `200: ${p.person} sees ${p.other}’s cart`,
      storeDown: (p: { store: string; server: string }) => `500: ${p.store} did not answer ${p.server}`,
      storeSlow: (p: { store: string; server: string }) => `500: ${p.store} was too slow for ${p.server}`,
      storeRefused: (p: { store: string; server: string }) =>
        `500: ${p.store} answered ${p.server} with an error`,
    },
    body: {
      elsewhereStore: (p: { store: string }) => `The cookie is valid. The session is in ${p.store}.`,
      elsewhereToken: 'The session is in the token itself, but servers do not read tokens any more.',
      notCopiedHere: (p: { place: string }) =>
        `The cookie is valid. The session has not been copied to ${p.place} yet.`,
      resharded: (p: { store: string; from: string }) =>
        `The cookie is valid. The session is in ${p.from}, but it is looked for in ${p.store} now.`,
      neverCopied: (p: { store: string }) =>
        `The cookie is valid. The session had not been copied when ${p.store} took over.`,
      notCopiedYet: (p: { store: string }) =>
        `The cookie is valid. The session has not been copied to ${p.store} yet.`,
      storeKilled: (p: { store: string }) =>
        `The cookie is valid. When ${p.store} died, it forgot the session.`,
      copiedOver: 'The cookie is valid. The node that leads now did not have the session.',
      overwrittenStore: 'The session was not in the store, so an empty one overwrote the cookie.',
      overwrittenToken: 'A server did not accept the token and overwrote it with an empty one.',
      tokenExpired: 'A token is good for a while and then for nothing, however much it is used.',
      revoked: 'The token is genuine, but it is on the list of those that were revoked.',
      cookieTooLarge: 'There is too much in the cart. The cart stays as it was.',
      balancerDied: 'The balancer died while the request was on its way through it.',
      balancerDown: 'Nobody is at the balancer’s address, so no server was reached.',
      othersPage: 'The CDN kept a page that was meant for one person, and shows it to others.',
      storeDown: 'Who is logged in cannot be found out now, so it answers with an error.',
      storeRefused: 'What the request changed could not be kept, so it failed.',
      evicted: 'The cookie is valid. The store was full and dropped the session for another.',
      evictedHere: (p: { place: string }) =>
        `The cookie is valid. ${p.place}’s memory was full and dropped the session for another.`,
      storeSlow: 'The store has more to do than it can, and the server stopped waiting.',
    },
    happened: {
      lostStore: (p: { store: string; count: number }) =>
        `${many(p.count, 'session', 'sessions')} in ${p.store} ${p.count === 1 ? 'is' : 'are'} gone.`,
      storeDown: (p: { store: string }) => `${upper(p.store)} died.`,
      storeLeads: (p: { store: string; from: string }) => `${p.store} leads now, in place of ${p.from}.`,
      storeCopied: (p: { store: string; from: string }) => `${p.store} copied everything from ${p.from}.`,
      logoutsUndone: (p: { count: number }) =>
        p.count === 1
          ? 'A logout was undone: that session is valid again.'
          : `${format.number(p.count)} logouts were undone: those sessions are valid again.`,
      shardAdded: (p: { store: string; moved: number; astray: number }) =>
        p.astray > 0
          ? `${upper(p.store)} is a new shard. ${many(p.astray, 'session is', 'sessions are')} now looked for where ${p.astray === 1 ? 'it is' : 'they are'} not.`
          : `${upper(p.store)} is a new shard, and ${many(p.moved, 'session moves', 'sessions move')} there.`,
      keysRotated: 'Cookies are now signed with a new key. The old one is still accepted.',
      keysReplaced: 'Cookies are now signed with a new key. The old one is worth nothing any more.',
      balancerDied: 'The balancer died, and every connection broke.',
      standbyDied: 'The balancer that stood by died.',
      balancerBack: 'A balancer is back.',
      balancerLeads: (p: { number: number }) => `Balancer ${p.number} has the address now.`,
      networkCut: 'The network between the zones was cut.',
      networkMended: 'The zones reach each other again.',
      storeUp: (p: { store: string; records: number }) =>
        p.records === 0
          ? `${upper(p.store)} is back, empty.`
          : `${upper(p.store)} is back, with ${many(p.records, 'session', 'sessions')} from its disk.`,
      scaledOut: (p: { to: number }) =>
        `The autoscaler wants ${many(p.to, 'server', 'servers')} and adds some.`,
      scaledIn: (p: { to: number }) =>
        `The autoscaler wants only ${many(p.to, 'server', 'servers')} and removes some.`,
    },
  },
};
