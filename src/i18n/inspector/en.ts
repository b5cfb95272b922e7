/** The words of the inspector: stories of requests, people, sessions and servers. Fetched when somebody looks closer. */
import { createFormat } from '../format.ts';
import { many } from '../many.ts';

const format = createFormat('en');

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const inspectorEn = {
  title: 'A closer look',
  close: 'Close',
  back: 'Back',
  telling: 'Reading the run from its start …',
  following: 'Following the request through the run …',
  stop: 'Stop',
  stopped: 'Stopped.',
  goOn: 'Go on',
  failed: 'The words for this could not be fetched. Close this and look again to try once more.',
  gone: 'This run has no such request any more. What you changed came before it.',
  seek: (p: { at: string }) => `Go to ${p.at}`,
  backTo: (p: { at: string }) => `Back to ${p.at}`,
  goThere: (p: { at: string }) => `See it happen at ${p.at}`,
  shown: (p: { at: string }) => `The stage shows ${p.at}`,
  walk: {
    label: 'Moments of the story',
    previous: 'The moment before in the list',
    next: 'The next moment in the list',
    back: 'To the story',
  },
  /** Beside something the visitor did. */
  yours: {
    takeBack: 'Take it back',
    show: 'Show it on the timeline',
    takenBack: 'Taken back: this is another run. The one before is kept.',
  },
  replay: 'Play it again',
  here: 'now',
  earlier: (p: { count: number }) => `${many(p.count, 'earlier one is', 'earlier ones are')} left out.`,
  more: (p: { count: number }) => `and ${format.number(p.count)} more`,

  request: {
    /** What was asked for, as the title of an answer that went well. */
    title: {
      visit: (p: { status: number; person: string }) => `${p.status}: ${p.person} opens a page`,
      login: (p: { status: number; person: string }) => `${p.status}: ${p.person} logs in`,
      page: (p: { status: number; person: string }) => `${p.status}: ${p.person} opens a page`,
      cart: (p: { status: number; person: string }) => `${p.status}: ${p.person} fills the cart`,
      logout: (p: { status: number; person: string }) => `${p.status}: ${p.person} logs out`,
      file: (p: { status: number }) => `${p.status}: a file for a page`,
      refresh: (p: { status: number }) => `${p.status}: a cache renews what it has`,
    },
    kind: {
      visit: 'a page without a login',
      login: 'a login',
      page: 'a page',
      cart: 'one more thing in the cart',
      logout: 'a logout',
      file: 'a file',
      refresh: 'new content for a cache',
    },
    asked: (p: { what: string; number: number; ms: number }) =>
      `Request ${format.number(p.number)} asked for ${p.what} and took ${format.duration(p.ms)}.`,
    askedAgain: (p: { number: number; ms: number }) =>
      `Request ${format.number(p.number)} logged in again after a refusal and took ${format.duration(p.ms)}.`,
    gaveUp: (p: { what: string; number: number; ms: number }) =>
      `Request ${format.number(p.number)} asked for ${p.what}. After ${format.duration(p.ms)} nobody waited any more.`,
    unanswered: (p: { what: string; number: number }) =>
      `Request ${format.number(p.number)} asked for ${p.what}, and no answer comes in minutes.`,
    waterfall: 'Where the time went',
    atOnce: 'Steps that took no time are left out.',
    afterwards: 'And the servers go on, for nobody',
    choices: 'How the balancer chose',
    why: 'Why',
    owner: (p: { person: string }) => `${p.person}’s story`,
    session: 'The session’s story',
  },

  /** What a stretch of the waterfall is. */
  phase: {
    toEdge: 'On the way to the CDN',
    waitingAtEdge: 'At the CDN, waiting for what another request brings',
    toBalancer: 'On the way to the balancer',
    waitingAtBalancer: 'At the balancer, waiting for what another request brings',
    toServer: (p: { server: string }) => `From the balancer to ${p.server}`,
    connecting: (p: { server: string }) => `Knocking at ${p.server}, which does not answer`,
    queued: (p: { server: string }) => `In the queue of ${p.server}`,
    readingStore: (p: { server: string; store: string }) => `${p.server} asks ${p.store} for the session`,
    waitingForPage: (p: { server: string }) => `${p.server} waits for a page that another worker computes`,
    serving: (p: { server: string }) => `${p.server} works on the answer`,
    writingStore: (p: { server: string; store: string }) => `${p.server} writes the session to ${p.store}`,
    spreading: (p: { server: string }) => `${p.server} tells the others of the session`,
    fromServer: (p: { server: string }) => `Back from ${p.server} to the balancer`,
    backToEdge: 'Back to the CDN',
    toUser: 'Back to whoever asked',
    retrying: (p: { server: string }) => `The balancer pauses before it tries ${p.server} again`,
  },
  /** What kind of time a stretch is, and how it is drawn. */
  group: {
    way: 'way',
    wait: 'waiting',
    work: 'work',
    store: 'store',
    vain: 'in vain',
  },
  span: (p: { ms: number; at: string }) => `${format.duration(p.ms)}, from ${p.at}`,

  choice: {
    attempt: (p: { number: number; of: number; server: string }) =>
      p.of === 1
        ? `${upper(p.server)} was chosen`
        : `Attempt ${format.number(p.number)} of ${format.number(p.of)}: ${p.server}`,
    nobody: 'Nobody could be chosen',
    how: {
      policy: (p: { policy: string; help: string }) => `${p.policy}: ${p.help}`,
      affinity: (p: { server: string }) =>
        `The balancer’s cookie names ${p.server}, so nobody else was asked.`,
      address: (p: { server: string }) => `This address is bound to ${p.server}, so nobody else was asked.`,
      again: (p: { server: string }) => `The balancer tries ${p.server} once more before anybody else.`,
    },
    fate: {
      chosen: (p: { inFlight: number }) => `chosen, ${format.number(p.inFlight)} under way`,
      possible: (p: { inFlight: number }) => `also possible, ${format.number(p.inFlight)} under way`,
      bound: (p: { inFlight: number }) => `not asked, ${format.number(p.inFlight)} under way`,
      stayed: (p: { inFlight: number }) => `not its turn yet, ${format.number(p.inFlight)} under way`,
      tried: 'tried already',
      unlisted: 'not in the balancer’s list',
      drained: 'drained: takes nobody new',
      weightless: 'its weight is 0',
      unproven: 'has not passed its first checks',
      unhealthy: 'failed its health checks',
      shutOut: 'shut out after failed requests',
    },
    really: (p: { state: string }) => `in truth: ${p.state}`,
  },

  otherwise: {
    telling: 'Running the others …',
    title: 'What if sessions had lived elsewhere?',
    help: 'Each has been run from the start: the same people, the same clicks, the same failures. The same click may come at another time: whoever has to log in again loses some.',
    asItWas: 'as it was',
    ok: (p: { what: string; server: string; at: string }) => `200 from ${p.server} at ${p.at}: ${p.what}.`,
    okCached: (p: { what: string; at: string }) => `200 at ${p.at}: ${p.what}.`,
    left: 'The person had given up before.',
    never: 'The request does not come.',
    others: (p: { refused: number; failed: number }) =>
      `Everybody until then: ${format.number(p.refused)} refused, ${format.number(p.failed)} failed.`,
  },

  person: {
    title: (p: { person: string }) => `${p.person}’s story`,
    sums: (p: { answered: number; refused: number; failed: number; forced: number }) =>
      `${many(p.answered, 'answer', 'answers')} so far: ${format.number(p.refused)} refused, ${format.number(p.failed)} failed. Logged in again ${format.number(p.forced)} times because of refusals.`,
    left: 'Has given up and does not come back.',
    underWay: 'The request under way',
    session: 'The session in the cookie',
    visits: 'Visits',
    noVisits: 'Has not logged in yet.',
    visit: (p: { pages: number; added: number; cart: number; failures: number }) =>
      `${many(p.pages, 'page', 'pages')}, ${many(p.added, 'thing', 'things')} put into the cart, ${format.number(p.cart)} in it at the end${p.failures > 0 ? `, ${many(p.failures, 'failure', 'failures')}` : ''}.`,
    begins: {
      again: 'Had to log in again',
      login: 'Logged in',
    },
    end: {
      loggedOut: (p: { at: string; ms: number }) => `Logged out at ${p.at}, after ${format.duration(p.ms)}.`,
      refused: (p: { at: string; ms: number }) =>
        `Refused at ${p.at}, after ${format.duration(p.ms)}: logged out against their will.`,
      left: (p: { at: string; ms: number }) => `Gave up and left at ${p.at}, after ${format.duration(p.ms)}.`,
      goesOn: 'Still going on.',
    },
    deeds: 'Every answer of late',
    noDeeds: 'Nothing has been answered yet.',
    deed: {
      login: (p: { status: number }) => `${p.status}: login`,
      again: (p: { status: number }) => `${p.status}: login once more`,
      page: (p: { status: number }) => `${p.status}: page`,
      cart: (p: { status: number; cart: number }) => `${p.status}: cart, now ${format.number(p.cart)}`,
      cartFailed: (p: { status: number }) => `${p.status}: cart`,
      logout: (p: { status: number }) => `${p.status}: logout`,
    },
    by: (p: { server: string }) => `from ${p.server}`,
  },

  session: {
    title: (p: { person: string; number: number }) => `Session ${format.number(p.number)}, of ${p.person}`,
    none: 'There is no session to tell of.',
    places: (p: { at: string }) => `Where it is at ${p.at}`,
    place: (p: { place: string; cart: number }) =>
      `${upper(p.place)}: ${many(p.cart, 'thing', 'things')} in the cart`,
    nowhere: 'Nowhere: no place has a record of it.',
    notYet: 'Nowhere: it has not been made yet.',
    inToken: 'With its owner, sealed in a token.',
    reads: 'Where it was found',
    read: (p: { place: string; count: number }) => `${upper(p.place)}: ${many(p.count, 'time', 'times')}`,
    events: 'What became of it',
    made: (p: { place: string }) => `Made by a login on ${p.place}.`,
    madeStore: (p: { store: string }) => `Made by a login, and put into ${p.store}.`,
    madeToken: 'Made by a login, and given to its owner as a token.',
    madeEmpty: (p: { place: string }) => `Made empty on ${p.place}, which did not know the login.`,
    copied: (p: { place: string; cart: number }) =>
      `A copy came to ${p.place}, with ${many(p.cart, 'thing', 'things')} in the cart.`,
    moved: (p: { place: string; from: string }) => `Moved from ${p.from} to ${p.place}.`,
    cart: (p: { place: string; cart: number }) =>
      `${upper(p.place)} knows of ${many(p.cart, 'thing', 'things')} in the cart.`,
    sealed: (p: { cart: number }) => `Sealed anew, with ${many(p.cart, 'thing', 'things')} in the cart.`,
    stale: (p: { place: string; seen: number; shown: number }) =>
      `Read stale in ${p.place}: it shows ${format.number(p.shown)} in the cart where ${many(p.seen, 'thing', 'things')} had been seen.`,
    missed: (p: { place: string }) => `Looked for in ${p.place}, in vain.`,
    refused: (p: { server: string }) => `${upper(p.server)} did not accept it.`,
    gone: (p: { place: string; left: number }) =>
      `Gone from ${p.place}. ${p.left === 1 ? 'One place still has' : `${format.number(p.left)} places still have`} it.`,
    goneLast: (p: { place: string }) => `Gone from ${p.place}.`,
    ended: {
      serverKilled: (p: { place: string }) => `Lost: ${p.place} died, and its memory with it.`,
      serverRestarted: (p: { place: string }) => `Lost: ${p.place} restarted with an empty memory.`,
      serverRemoved: (p: { place: string }) => `Lost: ${p.place} was removed.`,
      storeKilled: (p: { place: string }) => `Lost: ${p.place} died.`,
      loggedOut: 'Ended by a logout.',
      replaced: 'Replaced: its owner logged in again.',
      expired: (p: { place: string }) => `Expired in ${p.place}: nobody used it for too long.`,
      evicted: (p: { place: string }) => `Dropped by ${p.place}, which had no more room.`,
      serverResized: (p: { place: string }) => `Lost: ${p.place} moved to another machine.`,
      sealed: 'Sealed into a token and given to its owner.',
      overwritten: (p: { place: string }) => `Lost: ${p.place} became a copy of another node.`,
      outlived: 'Over: its time since the login had run out.',
      none: (p: { place: string }) => `Gone from ${p.place}.`,
    },
    unnamed: 'Its owner’s cookie names it no more.',
    yours: (p: { text: string }) => `${p.text} You did this.`,
    owner: (p: { person: string }) => `${p.person}’s story`,
    request: 'The request',
  },

  stretch: {
    telling: 'Reading this part of the run …',
    title: (p: { from: string; to: string }) => `From ${p.from} to ${p.to}`,
    before: (p: { ms: number }) => `${format.duration(p.ms)} earlier`,
    after: (p: { ms: number }) => `${format.duration(p.ms)} later`,
    sums: (p: { answers: number; ok: number; refused: number; failed: number }) =>
      p.answers === 0
        ? 'No answer came.'
        : `${many(p.answers, 'answer', 'answers')}: ${format.number(p.ok)} served, ${format.number(p.refused)} sent back to log in, ${format.number(p.failed)} failed.`,
    statuses: (p: { list: string[] }) => `By status: ${format.list(p.list)}.`,
    status: (p: { status: string; count: number }) => `${format.number(p.count)} × ${p.status}`,
    until: (p: { at: string }) => `The run has been simulated only until ${p.at}.`,
    unknown: 'This part of the run has not been simulated yet.',
    told: 'Refused and failed',
    toldNone: 'Nobody.',
    /** What is behind most of it first. */
    reasons: 'What is behind it',
    reason: (p: { count: number; of: number; text: string }) =>
      p.count === p.of
        ? p.of === 1
          ? p.text
          : `${p.of === 2 ? 'Both' : `All ${format.number(p.of)}`}: ${p.text}`
        : `${format.number(p.count)} of ${format.number(p.of)}: ${p.text}`,
    reasonsOf: (p: { count: number }) => `Of the first ${format.number(p.count)}.`,
    addedSince: (p: { server: string; at: string }) =>
      `${p.server} was added at ${p.at}. It does not know the logins of the other servers, nor they its.`,
    lostWith: (p: { place: string; at: string }) =>
      `The sessions in ${p.place}’s memory were lost with it at ${p.at}.`,
    lostInStore: (p: { store: string; at: string }) =>
      `The sessions in ${p.store} were lost with it at ${p.at}.`,
    elsewhere: 'The balancer sends people to any server, and each knows only the logins it made itself.',
    changes: 'What changed',
    changesNone: 'Nothing: requests came and were answered.',
    changesEarlier: 'Nothing in this time. What is behind the refusals and failures began earlier.',
    slowest: 'What took longest',
    slowestNone: 'Nothing was answered.',
    slow: (p: { person: string; what: string; status: string; ms: number }) =>
      `${format.duration(p.ms)}: ${p.person}, ${p.what}, ${p.status}`,
    servers: 'How long each server worked',
    serversNone: 'No server had anything to do.',
    server: (p: { answers: number }) => many(p.answers, 'answer', 'answers'),
  },

  server: {
    title: (p: { server: string }) => `The story of ${p.server}`,
    sums: (p: { answered: number; refused: number; failed: number; made: number }) =>
      `${many(p.answered, 'request', 'requests')} so far: ${format.number(p.refused)} refused, ${format.number(p.failed)} failed. ${many(p.made, 'login', 'logins')} made a session here.`,
    unnoticed: (p: { failed: number; of: number }) =>
      `It does not answer, and the balancer has not noticed: ${p.of === 1 ? 'one health check has' : `${format.number(p.of)} health checks in a row have`} to fail, and ${format.number(p.failed)} ${p.failed === 1 ? 'has' : 'have'}. Until then requests are still sent here.`,
    uncheckedStill:
      'It does not answer, and the balancer checks nobody’s health. Requests are still sent here.',
    retriedElsewhere: 'What fails to connect is tried once more, so it need not be seen as a failure.',
    events: 'What happened to it',
    noEvents: 'Nothing: it has been up from the start.',
    state: (p: { state: string }) => `Is now: ${p.state}.`,
    healthy: 'The balancer lets it in.',
    unhealthy: 'The balancer takes it out of rotation.',
    lost: (p: { count: number }) => `${many(p.count, 'session', 'sessions')} in use lost with its memory.`,
    kept: (p: { at: string }) => `Sessions in its memory at ${p.at}`,
    keptNone: 'None.',
    session: (p: { person: string; number: number }) => `${p.person}, session ${format.number(p.number)}`,
    yours: (p: { text: string }) => `${p.text} You did this.`,
    autoscaler: (p: { text: string }) => `${p.text} The autoscaler did this.`,
  },
};
