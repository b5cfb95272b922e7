/** English, which gives the type of all messages. Whole sentences; values by name. */
import { createFormat } from './format.ts';
import { many } from './many.ts';
import { mergeMessages } from './mergeMessages.ts';
import { pageEn } from './page.en.ts';

const format = createFormat('en');

/** What frames need, too. */
export const base = {
  app: {
    title: 'Balancing Act',
    question: 'Where did my login go?',
    close: 'Close',
    openFull: 'Open in full',
  },

  notice: {
    title: 'Part of the link could not be used',
    dismiss: 'Dismiss',
    unknownLanguage: (p: { value: string; expected: readonly string[] }) =>
      `There is no page in “${p.value}”. Available: ${format.list(p.expected)}.`,
    badValue: (p: { name: string; value: string; expected: string }) =>
      `“${p.name}” was “${p.value}”, but ${p.expected} was expected. The usual value is used instead.`,
    badActions: (p: { values: string[]; words: string[] }) =>
      `“do” contains what is no action, and was used without it: ${p.values.map((value) => `“${value}”`).join(', ')}. An action looks like “8000~kill~A”: a time in ms, and one of ${p.words.join(', ')}.`,
    unfetched: 'This could not be fetched, so nothing has changed.',
    unfetchedHelp: 'Is the network there? Then try the same again.',
    crashed: 'Something went wrong in the page.',
    crashedHelp: 'What you did is in this link. Open it to go on:',
  },

  names: ['Yuna', 'Minho', 'Sora', 'Jun', 'Hanna', 'Theo', 'Ines', 'Omar'],

  people: {
    title: 'People',
    crowd: (p: { count: number }) => many(p.count, 'more person', 'more people'),
    visitors: 'Passing visitors',
    visitorsRate: (p: { perSecond: number }) => `${format.number(p.perSecond)} a second`,
    loggedIn: (p: { count: number; of: number }) =>
      `${format.number(p.count)} of ${format.number(p.of)} logged in`,
    number: (p: { number: number }) => `Person ${format.number(p.number)}`,
    someone: 'a visitor',
    notYet: 'not logged in',
    hasLoggedOut: 'has logged out',
    sessionOn: (p: { place: string }) => `session on ${p.place}`,
    menu: (p: { name: string }) => `What to do with ${p.name}`,
    action: {
      logOut: 'Log out',
      logOutHelp: 'As the next thing after what is under way.',
      replay: 'Use a copy of the cookie',
      replayHelp: 'Somebody else sends the cookie from before the last logout.',
      replayNowHelp: 'Somebody else sends the cookie that is in use.',
    },
    lost: 'session lost',
    refused: 'logged out',
    left: 'gave up and left',
    cart: (p: { count: number }) => (p.count === 0 ? 'cart empty' : `cart: ${format.number(p.count)}`),
    cartHelp: (p: { count: number }) => `${many(p.count, 'thing', 'things')} in the cart`,
    waiting: (p: { ms: number }) => `waiting for ${format.duration(p.ms)}`,
    forced: (p: { count: number }) => `had to log in again ${many(p.count, 'time', 'times')}`,
    describe: (p: { name: string; status: string; cart: string; forced: string }) =>
      `${p.name}: ${p.status}, ${p.cart}, ${p.forced}`,
    record: (p: { name: string; place: string; cart: number }) =>
      `${p.name}’s session in ${p.place}${p.cart > 0 ? `, ${format.number(p.cart)} in the cart` : ''}`,
    emptyRecord: (p: { name: string; place: string }) =>
      `${p.name}’s empty session in ${p.place}: nobody is logged in with it`,
    emptyRecordHelp: 'An empty session, made where the cookie was not known. Nobody is logged in with it.',
    recordsIn: (p: { place: string }) => `Sessions in ${p.place}`,
  },

  balancer: {
    title: 'Balancer',
    sends: (p: { servers: readonly string[] }) =>
      p.servers.length === 0
        ? 'There is no server to send requests to.'
        : `Sends requests to ${format.list(p.servers)}.`,
    boundHelp: (p: { count: number; server: string }) =>
      `${many(p.count, 'person', 'people')} bound to ${p.server}`,
    menu: 'What to do with the balancer',
    kill: 'Kill the balancer',
    killHelp: 'Every connection breaks.',
    restart: 'Start the balancer again',
    restartHelp: 'What it remembered is gone.',
    pair: 'Add a second one',
    pairHelp: 'It stands by, and takes over the address when the first dies.',
    single: 'Remove the second one',
    singleHelp: 'Then nobody stands by.',
    state: {
      down: 'down',
      takesOver: 'the other takes over',
      standby: 'another stands by',
      alone: 'the other is down',
    },
  },

  policy: {
    label: 'The balancer picks by',
    family: { turns: 'In turn', load: 'By load', chance: 'By chance', hash: 'By hash' },
    'round-robin': { name: 'Round robin', help: 'The next server in the list, turn by turn.' },
    'weighted-round-robin': {
      name: 'Weighted round robin',
    },
    'weighted-round-robin-haproxy': {
      name: 'Weighted round robin (HAProxy)',
      short: 'Weighted (HAProxy)',
    },
    'least-connections': {
      name: 'Least connections',
      help: 'The server with the fewest requests under way. Equals take turns, as in nginx.',
    },
    'least-connections-haproxy': {
      name: 'Least connections (HAProxy)',
      short: 'Leastconn (HAProxy)',
    },
    'least-connections-envoy': {
      name: 'Least requests (Envoy)',
    },
    'least-time': {
      name: 'Least time',
    },
    random: { name: 'Random', help: 'Any server, by chance.' },
    'power-of-two-choices': {
      name: 'Power of two choices',
    },
    'power-of-two-choices-haproxy': {
      name: 'Two choices (HAProxy)',
    },
    'power-of-two-choices-envoy': {
      name: 'Two choices (Envoy)',
    },
    'peak-ewma': {
      name: 'Peak EWMA',
    },
    'ip-hash': {
      name: 'IP hash',
    },
    'hash-modulo': {
      name: 'Hash modulo',
    },
    'consistent-hashing': {
      name: 'Consistent hashing',
    },
    'bounded-load-hashing': {
      name: 'Bounded-load hashing',
    },
    'rendezvous-hashing': {
      name: 'Rendezvous hashing',
    },
    'maglev-hashing': {
      name: 'Maglev hashing',
    },
  },

  strategy: {
    label: 'Where sessions live',
    memory: {
      name: 'In each server’s memory',
      short: 'memory',
      help: 'Fast and simple. No other server knows.',
    },
    sticky: {
      name: 'Memory + sticky routing',
      short: 'sticky',
      help: 'The same person goes to the same server.',
    },
    replicated: {
      name: 'Copied to every server',
      short: 'copies',
      help: 'Any server will do. Every change goes to all the others.',
    },
    shared: {
      name: 'In a shared store',
      short: 'shared store',
      help: 'Any server will do. One more hop, one more thing to lose.',
    },
    token: {
      name: 'In a signed token',
      short: 'token',
      help: 'Its owner carries it. Nothing to look up, hard to take back.',
    },
  },

  server: {
    title: 'Servers',
    name: (p: { name: string }) => `Server ${p.name}`,
    state: {
      starting: 'starting',
      up: 'up',
      draining: 'draining',
      restarting: 'restarts when done',
      removing: 'leaving',
      down: 'down',
      hung: 'hangs',
      removed: 'removed',
      resizing: 'moving',
    },
    /** Of a state, where there is room for one short word. */
    brief: {
      up: 'out',
      draining: 'draining',
      restarting: 'restarts',
      removing: 'leaving',
      hung: 'hangs',
      resizing: 'moving',
    },
    unnoticed: 'the balancer has not noticed',
    unnoticedShort: 'unnoticed',
    outOfRotation: 'out of rotation',
    checks: (p: { count: number; of: number }) => `check ${format.number(p.count)} of ${format.number(p.of)}`,
    ready: (p: { inMs: number }) => `ready in ${format.duration(p.inMs)}`,
    load: (p: { share: number }) => `load ${format.percent(p.share, 0)}`,
    queue: (p: { count: number }) => `${format.number(p.count)} waiting`,
    shelf: 'session memory',
    shelfLost: 'session memory, lost',
    leftovers: (p: { count: number }) => many(p.count, 'leftover', 'leftovers'),
    leftoversHelp:
      'Records whose owner has logged in again elsewhere. Nobody can use them; they only take up memory.',
    loadHelp: 'Share of its workers’ time that was used over the last two seconds.',
    more: (p: { count: number }) => `+${format.number(p.count)}`,
    sessionsOf: (p: { people: readonly string[]; more: number; leftovers: number }) =>
      `${p.people.length === 0 ? 'No sessions in use' : `Sessions of ${format.list(p.people)}`}${
        p.more > 0 ? ` and ${format.number(p.more)} more` : ''
      }${p.leftovers > 0 ? `, ${many(p.leftovers, 'leftover nobody can use', 'leftovers nobody can use')}` : ''}.`,
    size: (p: { size: string; vcpus: number }) => `${p.size} · ${format.number(p.vcpus)} vCPU`,
    describe: (p: { name: string; state: string; load: string; queue: string; sessions: string }) =>
      `${p.name}: ${p.state}, ${p.load}, ${p.queue}. ${p.sessions}`,
    menu: (p: { name: string }) => `What to do with ${p.name}`,
    hidden: (p: { count: number }) => `${many(p.count, 'more server', 'more servers')}, not drawn one by one`,
    action: {
      kill: 'Kill',
      killHelp: 'The process dies at once.',
      hang: 'Hang',
      hangHelp: 'It stays silent, neither serving nor refusing.',
      restart: 'Restart',
      restartHelp: 'Stops at once and starts again.',
      start: 'Start again',
      startHelp: 'Its memory is empty then.',
      graceful: 'Restart gracefully',
      gracefulHelp: 'Finishes what it has first.',
      drain: 'Drain',
      drainHelp: 'No new people; with sticky routing its own still come.',
      resume: 'End the drain',
      resumeHelp: 'New people may come again.',
      remove: 'Remove',
      removeHelp: 'Finishes what it has, then goes.',
      resize: 'Resize …',
      resizeHelp: 'Stops at once and moves to another machine.',
      size: (p: { vcpus: number; memoryGiB: number; usdPerHour: number }) =>
        `${format.number(p.vcpus)} vCPU · ${format.number(p.memoryGiB)} GiB · ${format.money(p.usdPerHour)} an hour`,
      ceiling: 'The largest there is. Nothing bigger can be rented.',
    },
  },

  store: {
    title: 'Session store',
    /** In the middle of a sentence; where there are several nodes they have numbers. */
    the: 'the store',
    name: (p: { number: number }) => `Store ${format.number(p.number)}`,
    unused: 'not used',
    up: 'up',
    down: 'down',
  },

  controls: {
    addServer: 'Add a server',
    serversMany: (p: { count: number }) => many(p.count, 'server', 'servers'),
  },

  transport: {
    title: 'Time',
    play: 'Play',
    pause: 'Pause',
    toStart: 'Back to the start',
    stepBack: 'One event back',
    stepForward: 'One event on',
    speed: 'Speed',
    speedValue: (p: { speed: number }) =>
      p.speed === 1
        ? 'real time'
        : p.speed < 1
          ? `1/${format.number(Math.round(1 / p.speed))} speed`
          : p.speed < Number.POSITIVE_INFINITY
            ? `${format.number(p.speed)}× speed`
            : 'flat out',
    behind: 'Catching up…',
    shortcuts: 'Space plays and pauses, ← and → step by one event.',
  },

  timeline: {
    title: 'Timeline',
    label: 'Playhead',
    value: (p: { at: number; of: number }) => `${format.clock(p.at)} of ${format.clock(p.of)} simulated`,
    ok: 'served',
    refused: 'sent back to log in',
    failed: 'failed',
    perSecond: 'answers per second',
    mark: {
      'add-server': '+ server',
      'kill-server': (p: { server: string }) => `✕ ${p.server}`,
      'hang-server': (p: { server: string }) => `${p.server} hangs`,
      'restart-server': (p: { server: string }) => `↻ ${p.server}`,
      'restart-gracefully': (p: { server: string }) => `↻ ${p.server} gracefully`,
      'drain-server': (p: { server: string }) => `drain ${p.server}`,
      'resume-server': (p: { server: string }) => `resume ${p.server}`,
      'resize-server': (p: { server: string }) => `resize ${p.server}`,
      deploy: 'deploy',
      'remove-server': (p: { server: string }) => `− ${p.server}`,
      'set-strategy': (p: { strategy: string }) => p.strategy,
      'set-policy': (p: { policy: string }) => p.policy,
      'set-think-time': 'clicks',
      'set-visitors': 'visitors',
      set: (p: { setting: string }) => `set ${p.setting}`,
      'log-out': (p: { person: string }) => `${p.person} out`,
      'replay-cookie': (p: { person: string }) => `copy of ${p.person}`,
    },
  },

  numbers: {
    title: 'Numbers',
    window: (p: { ms: number }) => `over the last ${format.duration(p.ms)}`,
    none: '–',
    served: 'of logged-in people’s requests served',
    refused: 'sent back to log in (401)',
    failed: 'failed (5xx or no answer)',
    p95: 'response time of what was served (p95)',
    rate: (p: { perSecond: number }) => `${format.number(p.perSecond, 1)}/s`,
    percent: (p: { share: number }) => format.percent(p.share, 0),
    duration: (p: { ms: number }) => format.duration(p.ms),
  },

  /** The sentence over the stage: what is going on, and what to try next. */
  summary: {
    title: 'Summary',
    memoryOne: (p: { server: string; sessions: number }) =>
      p.sessions === 0
        ? `${p.server} will keep every session in its memory.`
        : `${p.server} keeps ${many(p.sessions, 'session', 'sessions')} in its memory.`,
    memoryMany: (p: { servers: number }) =>
      `${many(p.servers, 'server', 'servers')}, and each knows only the logins it made itself.`,
    memoryHashed: (p: { servers: number }) =>
      `${many(p.servers, 'server', 'servers')} with logins of their own, and a hash that says who belongs where.`,
    sticky: (p: { servers: number }) =>
      `${many(p.servers, 'server', 'servers')}, and the balancer sends everybody back to the server that knows them.`,
    deploying: (p: { version: number; done: number; of: number }) =>
      `Version ${p.version} runs on ${format.number(p.done)} of ${many(p.of, 'server', 'servers')}.`,
    noServer: 'No server is running.',
    noRotation: 'No server is in rotation: every request fails.',
    failing: (p: { count: number }) => `${many(p.count, 'request', 'requests')} just failed.`,
    fine: 'Nobody is refused.',
    waiting: (p: { count: number }) =>
      p.count === 1
        ? 'One person has long waited for an answer.'
        : `${format.number(p.count)} people have long waited for an answer.`,
    refusing: (p: { count: number }) =>
      `${many(p.count, 'refusal', 'refusals')} just now, though every cookie is valid.`,
    stale: (p: { person: string }) => `${p.person} has just seen an old cart.`,
    impostor: (p: { person: string }) => `Somebody else is logged in as ${p.person}.`,
    unnoticed: (p: { server: string }) =>
      `${p.server} does not answer, and the balancer has not noticed yet.`,
    serverOut: (p: { server: string }) => `${p.server} is out of rotation.`,
    try: 'Try this:',
    tryPlay: 'Press play',
    tryAdd: 'Add a server',
    trySticky: 'Make routing sticky',
    tryKill: (p: { server: string }) => `Kill ${p.server}`,
    tryShared: 'Move sessions to a shared store',
    tryResume: (p: { server: string }) => `End the drain of ${p.server}`,
    tryStart: (p: { server: string }) => `Start ${p.server} again`,
  },

  /** Why an answer was no success: a headline, a reason, and the chain of causes. */
  why: {
    head: {
      noRecord: (p: { server: string; person: string }) => `401: ${p.server} does not know ${p.person}`,
      expired: (p: { person: string }) => `401: ${p.person}’s session expired`,
      emptySession: (p: { person: string }) => `401: ${p.person}’s session is an empty one`,
      unknownKey: (p: { server: string; person: string }) =>
        `401: ${p.server} does not trust ${p.person}’s cookie`,
      impostor: (p: { person: string }) => `200: somebody else is logged in as ${p.person}`,
      staleCart: (p: { person: string }) => `200: ${p.person} sees an old cart`,
      copyRefused: (p: { person: string }) => `401: the copy of ${p.person}’s cookie is worth nothing`,
      noCookie: (p: { person: string }) => `401: ${p.person} sent no cookie`,
      noServer: (p: { status: string }) => `${p.status}: there is no server to send it to`,
      unreachable: (p: { status: string }) => `${p.status}: no server answered`,
      queueFull: (p: { server: string }) => `503: ${p.server}’s queue is full`,
      queuedTooLong: (p: { server: string; status: string }) =>
        `${p.status}: waited too long in ${p.server}’s queue`,
      serverDied: (p: { server: string; person: string }) =>
        `502: ${p.server} died with ${p.person}’s request`,
      tooSlow: (p: { server: string }) => `504: ${p.server} took too long`,
      gaveUp: (p: { person: string }) => `${p.person} stopped waiting`,
    },
    /** One short sentence under the headline. */
    body: {
      elsewhere: (p: { place: string }) => `The cookie is valid. The session is on ${p.place}.`,
      killed: (p: { place: string }) => `The cookie is valid. The session died with ${p.place}.`,
      restarted: (p: { place: string }) =>
        `The cookie is valid. ${p.place} restarted and forgot the session.`,
      removed: (p: { place: string }) => `The cookie is valid. The session went away with ${p.place}.`,
      resized: (p: { place: string }) =>
        `The cookie is valid. ${p.place} moved to another machine and forgot the session.`,
      gone: 'The cookie is valid. The session is gone.',
      expired: 'Its time was over.',
      emptySession: 'The cookie is valid, but nobody is logged in with the session it names.',
      overwritten: (p: { place: string }) =>
        `${p.place} did not know the session and overwrote the cookie with an empty one.`,
      unknownKey: 'It is signed with a key that this server does not accept.',
      staleCart: (p: { seen: number; shown: number }) =>
        `Of ${many(p.seen, 'thing', 'things')} only ${format.number(p.shown)} ${p.shown === 1 ? 'is' : 'are'} left.`,
      impostor: 'A copy of a cookie is as good as the cookie.',
      noCookie: 'Without a cookie nobody is known.',
      noServer: 'Every server is out of rotation.',
      unreachable: (p: { tried: readonly string[] }) => `Tried in vain: ${format.list(p.tried)}.`,
      queueFull: 'Too many are waiting already.',
      queuedTooLong: 'The balancer lets nobody wait longer in a queue.',
      serverDied: 'It had not finished the request.',
      tooSlow: 'The balancer stopped waiting.',
      gaveUp: 'The server does not know it, and goes on working for nobody.',
    },
    happened: {
      added: (p: { server: string }) => `${p.server} is starting.`,
      up: (p: { server: string }) => `${p.server} is up.`,
      draining: (p: { server: string }) => `${p.server} takes no new people.`,
      restarting: (p: { server: string }) => `${p.server} finishes what it has, then restarts.`,
      removing: (p: { server: string }) => `${p.server} finishes what it has, then leaves.`,
      down: (p: { server: string }) => `${p.server} died.`,
      hung: (p: { server: string }) => `${p.server} hangs.`,
      removed: (p: { server: string }) => `${p.server} is gone.`,
      resizing: (p: { server: string }) => `${p.server} stops and moves to another machine.`,
      deploying: (p: { version: number }) => `Version ${p.version} reaches the servers, one after the other.`,
      deployed: (p: { version: number }) => `All servers run version ${p.version}.`,
      out: (p: { server: string }) => `The balancer takes ${p.server} out of rotation.`,
      in: (p: { server: string }) => `The balancer puts ${p.server} into rotation.`,
      lost: (p: { server: string; count: number }) =>
        `${many(p.count, 'session', 'sessions')} in ${p.server}’s memory ${p.count === 1 ? 'is' : 'are'} gone.`,
      left: (p: { person: string }) => `${p.person} gave up and left.`,
      strategy: (p: { strategy: string }) => `Sessions now live here: ${p.strategy}.`,
      policy: (p: { policy: string }) => `The balancer now picks by: ${p.policy}.`,
      think: (p: { ms: number }) => `Each person now clicks about ${format.duration(p.ms)} after an answer.`,
      visitors: (p: { perSecond: number }) =>
        p.perSecond === 0
          ? 'No more passing visitors.'
          : `Passing visitors: ${format.number(p.perSecond)} a second.`,
      loggingOut: (p: { person: string }) => `${p.person} is going to log out.`,
      replayed: (p: { person: string }) => `Somebody sends a copy of ${p.person}’s cookie.`,
      setting: (p: { setting: string; value: string }) => `Setting changed: ${p.setting} is now ${p.value}.`,
      ignored: 'That had no effect at this moment.',
    },
  },

  status: {
    playing: (p: { speed: string }) => `Playing, ${p.speed}.`,
    paused: (p: { at: string }) => `Paused at ${p.at}.`,
  },

  lesson: {
    step: (p: { number: number; of: number }) => `Step ${format.number(p.number)} of ${format.number(p.of)}`,
    next: 'Next step',
    previous: 'Previous step',
    again: 'Show it again',
    leave: 'Try it from here',
    keys: 'Arrow keys or Page Up and Page Down also step.',
    done: 'That was the story. Now try it yourself.',
  },
};

export const en = mergeMessages(base, pageEn);
