/** The words of comparisons: of the page that shows them, and of those that are ready. */
import { createFormat } from '../format.ts';
import { many } from '../many.ts';

const format = createFormat('en');

export const compareEn = {
  title: 'Compare',
  intro:
    'Two to four runs on the same traffic, moment by moment: the same people click, and only what you name differs.',
  readyTitle: 'Ready comparisons',
  own: 'Or your own: choose “Explore”, and there “This run, but with …”.',
  start: (p: { name: string }) => `Compare: ${p.name}`,
  runsCount: (p: { count: number }) => many(p.count, 'run', 'runs'),
  loading: 'Preparing the comparison …',
  ownTitle: 'This run, but with …',
  waysTitle: 'Side by side',
  ownClaim: 'The same people, visitors and chances in every run. What you did before is done in all of them.',
  all: 'All comparisons',
  back: 'Back to your run',
  add: 'Add a run with …',
  asItIs: 'As it is',
  run: (p: { number: number; name: string }) => `Run ${format.number(p.number)}: ${p.name}`,
  part: (p: { number: number; part: string }) => `Run ${format.number(p.number)}: ${p.part}`,
  sign: (p: { number: number; name: string }) =>
    `Run ${format.number(p.number)}: ${p.name}. Its line on the timeline looks like this.`,
  closer: (p: { number: number; name: string }) =>
    `A closer look at run ${format.number(p.number)}: ${p.name}`,
  remove: (p: { number: number }) => `Take run ${format.number(p.number)} out`,
  ownActions: 'something else done',
  without: (p: { what: string }) => `without “${p.what}”`,
  besides: (p: { what: string }) => `with “${p.what}”`,
  waysClaim: 'The same people, visitors and chances in every run; only what you did differs.',
  scope: { label: 'What I do happens', all: 'in all runs', one: 'only where I do it' },
  addServer: 'Add a server',
  addServerTo: (p: { number: number }) => `Add a server to run ${format.number(p.number)}`,

  menu: {
    help: 'The same run from its start, with one thing changed, beside the one you have.',
    moreServers: 'One more server',
    fewerServers: 'One server fewer',
    biggerServers: 'Servers twice as big',
    machines: 'Machines',
    any: 'Any setting',
    anyHelp: 'Change its value, and the comparison begins.',
    choose: 'Choose a setting …',
  },

  table: {
    title: 'Numbers of all runs',
    caption: (p: { at: number }) => `From the start until ${format.clock(p.at)}`,
    number: 'Run, and its line on the timeline',
    best: 'best',
    same: 'same',
    near: 'about the same',
    /** Instead of "best", at the number of a run that is fast because it turns most away. */
    servesOnly: (p: { share: string }) => `serves only ${p.share}`,
    servesOnlyHelp: (p: { share: string }) =>
      `Fast because it serves few: only ${p.share} of what logged-in people asked for. So it is not called best.`,
    more: {
      count: (p: { difference: string }) => `${p.difference} more`,
      time: (p: { difference: string }) => `${p.difference} longer`,
      share: (p: { difference: string }) => `${p.difference} higher`,
      money: (p: { difference: string }) => `${p.difference} more`,
    },
    less: {
      count: (p: { difference: string }) => `${p.difference} fewer`,
      time: (p: { difference: string }) => `${p.difference} shorter`,
      share: (p: { difference: string }) => `${p.difference} lower`,
      money: (p: { difference: string }) => `${p.difference} less`,
    },
    than: (p: { number: number }) => `than run ${format.number(p.number)}`,
    rows: {
      servedShare: 'of logged-in people’s requests served',
      refused: 'sent back to log in (401)',
      forcedLogins: 'logged in again',
      sessionsLost: 'sessions lost',
      failed: 'failed (5xx or no answer)',
      filesFailed: 'files of pages failed',
      staleReads: 'shown an old cart',
      replaysServed: 'let in with a copied cookie',
      cartItemsLost: 'things lost from carts',
      meanMs: 'response time of what was served, mean',
      p95Ms: 'response time of what was served (p95)',
      usdPerHour: 'cost of an hour, as it is now',
    },
    /** The same in as few words as will do, with the unit of the numbers. */
    short: {
      servedShare: 'served, %',
      refused: 'sent back (401)',
      forcedLogins: 'logged in again',
      sessionsLost: 'sessions lost',
      failed: 'failed',
      filesFailed: 'files failed',
      staleReads: 'old carts shown',
      replaysServed: 'copied cookies in',
      cartItemsLost: 'cart items lost',
      meanMs: 'mean time, ms',
      p95Ms: 'p95 time, ms',
      usdPerHour: 'cost, $/hour',
    },
    points: (p: { points: string }) => `${p.points} points`,
    status: (p: { at: number; all: readonly string[] }) => `At ${format.clock(p.at)}. ${p.all.join(' ')}`,
    statusRun: (p: { number: number; name: string; share: string; refused: number; failed: number }) =>
      `Run ${format.number(p.number)}, ${p.name}: ${p.share} served, ${format.number(p.refused)} sent back to log in, ${format.number(p.failed)} failed.`,
  },

  chart: {
    title: 'Timeline of all runs',
    served: ['served per second'],
    away: ['sent back or failed', 'per second'],
    apart: 'shaded: how far apart',
  },

  ready: {
    'where-sessions-live': {
      name: 'Where sessions live',
      claim:
        'Server B dies at 0:15. In plain memory most requests were refused before that already; sticky routing loses just the people of B; with copies or a shared store nobody notices, and the store costs extra.',
      runs: ['Each server’s memory', 'Sticky routing', 'Copied to every server', 'A shared store'],
    },
    'up-or-out': {
      name: 'Scale up or scale out',
      claim:
        'One server is too slow. A bigger one is quick in the end, but during the change nothing works and everybody is logged out; two more come without a break and cost less, but only sticky routing keeps people logged in.',
      runs: ['One server', 'A bigger one instead', 'Two more, memory', 'Two more, sticky'],
    },
    'slow-server': {
      name: 'One slow server',
      claim:
        'One server of three is four times as slow. Turn by turn it gets as much as the others, and its queue grows; counting requests under way, drawing two, or going by answer times sends it less.',
      runs: ['Round robin', 'Least connections', 'Power of two choices', 'Peak EWMA'],
    },
    'one-address': {
      name: 'Everybody behind one address',
      claim:
        'All people come from one office. Bound by cookie they are spread over three servers; bound by address all of them are on one, and wait.',
      runs: ['Bound by cookie', 'Bound by address'],
    },
    'cdn-on-or-off': {
      name: 'With and without a CDN',
      claim:
        'Every page needs eight pictures. Without a CDN the servers send those too, and pages wait for them; with one, the same servers answer sooner.',
      runs: ['Without a CDN', 'With a CDN'],
    },
    'sudden-rush': {
      name: 'A sudden rush',
      claim:
        'For ten seconds many come at once. Four servers are enough; an autoscaler helps, but late; and people who try again make many times as many failures out of the same rush.',
      runs: ['Two servers', 'Four servers', 'Autoscaler', 'People try again'],
    },
    deploy: {
      name: 'Deploying a new version',
      claim:
        'Server after server restarts. Draining first saves the requests under way, but not the sessions in memory; with a shared store nobody notices.',
      runs: ['Sticky, stopped at once', 'Sticky, drained first', 'Shared store, drained first'],
    },
    'store-or-token': {
      name: 'Shared store or signed token',
      claim:
        'Yuna logs out, and somebody uses a copy of her old cookie; then the store dies. The token lets the copy in and does without the store; the store turns the copy away, and takes everybody down with it; a token with a list of revoked ones is like the store in both.',
      runs: ['Shared store', 'Signed token', 'Token and revocation list'],
    },
    'store-copies': {
      name: 'A store with and without copies',
      claim:
        'The store dies at 0:10. Alone, it takes every session along, and no page works any more; with copies, one of them takes over after half a minute, and everybody is still logged in.',
      runs: ['One store', 'With two copies'],
    },
    'consistent-or-available': {
      name: 'Consistent or available (CAP)',
      claim:
        'For twelve seconds the two zones cannot reach each other. The consistent store fails requests and shows no old cart; the available one fails none, and shows old carts.',
      runs: ['Consistent: an error', 'Available: an old version'],
    },
    'modulo-or-ring-servers': {
      name: 'One more server: modulo or ring',
      claim:
        'A fourth server comes. By the remainder, most people lead to another server and are logged out; on a ring or by rendezvous, only about a quarter, the new server’s share.',
      runs: ['Hash modulo', 'Consistent hashing', 'Rendezvous hashing'],
    },
    'modulo-or-ring-shards': {
      name: 'One more shard: modulo, ring or slots',
      claim:
        'The store gets a fourth shard. By the remainder, most sessions are looked for where they are not; on a ring, few; a cluster moves its slots with the sessions in them, and logs nobody out.',
      runs: ['Hash modulo', 'Hash ring', 'Slots of a cluster'],
    },
    'balancer-pair': {
      name: 'One balancer or two',
      claim:
        'The balancer dies at 0:10, and nothing gets through any more, however well servers and store are. Of two, the other takes over within four seconds. Nobody is logged out.',
      runs: ['One balancer', 'A pair'],
    },
  },
};
