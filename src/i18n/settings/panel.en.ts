/** The words of the settings panel itself. */
import { createFormat } from '../format.ts';

const format = createFormat('en');

export const panelEn = {
  title: 'All settings',
  help: 'A change takes effect now, as a mark on the timeline. Settings of the start begin the run anew.',
  find: 'Find a setting',
  foundNone: 'No setting has these words.',
  found: (p: { count: number }) => (p.count === 1 ? '1 setting' : `${format.number(p.count)} settings`),
  atStart: 'belongs to the start',
  changed: 'changed',
  undo: (p: { value: string }) => `Back to ${p.value}`,
  yes: 'yes',
  no: 'no',
  startOver: 'All settings as in the scenario',
  presets: {
    label: 'The balancer behaves like',
    none: 'none of these',
    help: 'Sets everything below that the product has a default for. You can change single settings afterwards.',
    caption: (p: { product: string }) => `Defaults of ${p.product}`,
    source: 'source',
  },
  stores: {
    label: 'The store is built like',
    help: 'Begins the run anew. How fast it takes over, and what may get lost, follows from this.',
  },
  ways: {
    title: 'Where the time goes',
    help: 'The answers of the last 5 seconds in the mean, part by part.',
    none: 'No answer in the last 5 seconds.',
    ms: (p: { ms: number }) => `${format.number(p.ms, p.ms < 10 ? 2 : p.ms < 100 ? 1 : 0)} ms`,
    parts: {
      client: 'To the balancer and back',
      inside: 'On to a server and back',
      waiting: 'Waiting',
      store: 'Asking the session store',
      copies: 'Telling the other servers',
      work: 'Computing',
    },
    memory: 'Finding the session in memory',
    memoryTime: '0.0001 ms',
    token: 'Checking the token',
    tokenTime: 'a few µs',
    total: 'Altogether',
    distance: {
      'hops.user': 'People are',
      'hops.server': 'Servers are',
      'store.latency': 'The store is',
    },
    places: {
      near: 'near',
      far: 'overseas',
      zone: 'in the same zone',
      zones: 'in another zone',
      region: 'in another region',
      other: 'somewhere else',
    },
  },
  /** How the units of a duration are written where one is typed. */
  units: { us: 'us', ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd' },
  kind: 'Spread',
  kinds: {
    constant: 'always the same',
    exponential: 'exponential',
    uniform: 'even between two limits',
    lognormal: 'hump with a long tail (log-normal)',
    hyperexponential: 'most short, few very long',
  },
  mean: 'Mean',
  shortest: 'Shortest',
  longest: 'Longest',
  variation: 'Variation (deviation ÷ mean)',
  wrong: {
    duration: (p: { least: string; most: string }) =>
      `Expected a duration such as 500ms, 2s or 5min, from ${p.least} to ${p.most}.`,
    number: (p: { least: number; most: number }) =>
      `Expected a number from ${format.number(p.least, 2)} to ${format.number(p.most, 2)}.`,
    whole: (p: { least: number; most: number }) =>
      `Expected a whole number from ${format.number(p.least)} to ${format.number(p.most)}.`,
    limits: 'The longest must not be below the shortest.',
  },
  /** Why two settings do not go together, and what would make them. */
  conflicts: {
    'no-rates': 'There are no recorded rates to play back. A scenario file can bring them.',
    'no-arrivals': 'There are no recorded visitors to play back. A scenario file can bring them.',
    'least-above-most': '“At least” would be above “At most” of the autoscaler. Change the other one first.',
    'nobody-takes-over': 'With Sentinel there must be at least 1 copy, or nobody could take over.',
    'no-majority': 'This kind of store needs exactly 2 copies: two of three nodes are a majority.',
    'no-peer': 'This kind of store needs at least 1 copy, or no other node could answer in its place.',
    'too-many-followers': 'A login would wait for more copies than there are, so none could ever be written.',
  },
};
