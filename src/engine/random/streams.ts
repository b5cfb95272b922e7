/**
 * Chance, in named streams.
 *
 * A draw is a function of (seed, stream, who, how many-th): nothing is stored and nothing advances. So
 * the seventh click of the third person draws the same think time under every policy and strategy, which
 * makes comparisons fair, and going back in time has no generator to rewind.
 */

/** A stream: the prefix of a hash that two more words complete. */
export type Stream = number;

/**
 * The streams in use, by the seed. A new kind of chance gets a new name; renaming one changes every run. Written as a
 * literal: an engine makes a hash table of an object that gets so many properties one by one, and looks up each draw.
 */
export function createStreams(seed: number) {
  const start = absorb(0x9747b28c, seed >>> 0);
  return {
    think: named(start, 'think'),
    action: named(start, 'action'),
    service: named(start, 'service'),
    arrival: named(start, 'arrival'),
    visitorService: named(start, 'visitorService'),
    routing: named(start, 'routing'),
    health: named(start, 'health'),
    patience: named(start, 'patience'),
    impostor: named(start, 'impostor'),
    retry: named(start, 'retry'),
    visitorRetry: named(start, 'visitorRetry'),
    nearestNode: named(start, 'nearestNode'),
    file: named(start, 'file'),
    visitorFile: named(start, 'visitorFile'),
    fileService: named(start, 'fileService'),
    visitorFileService: named(start, 'visitorFileService'),
    refresh: named(start, 'refresh'),
    refreshPage: named(start, 'refreshPage'),
    store: named(start, 'store'),
    copying: named(start, 'copying'),
    sessionId: named(start, 'sessionId'),
  } as const;
}

export type Streams = ReturnType<typeof createStreams>;

function named(start: Stream, name: string): Stream {
  let h = start;
  for (let i = 0; i < name.length; i++) h = absorb(h, name.charCodeAt(i));
  return h;
}

/** A number strictly between 0 and 1 for the `nth` draw of `who`, uniform over 2^32 values. */
export function uniform(stream: Stream, who: number, nth: number): number {
  return ((mixed(stream, who, nth) >>> 0) + 0.5) / 4294967296;
}

/**
 * MurmurHash3's mixing (32 bit): every input bit changes every output bit with probability 1/2. Apart from `uniform`,
 * because an engine hands whole numbers from function to function without making an object of each.
 */
function mixed(stream: Stream, who: number, nth: number): number {
  let h = absorb(absorb(stream, who), nth);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function absorb(h: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  h ^= Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}
