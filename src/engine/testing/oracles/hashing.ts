/**
 * Known results of hashing: who gets which key. Servers are 0-based; `n3` is the owner among three servers of weight 1,
 * `w5_1_1` among servers of these weights. nginx 1.22.1 gave the same for hundreds of keys and addresses under
 * `ip_hash`, `hash` and `hash … consistent`; the others follow from the rules in the papers.
 */

/** nginx `ip_hash`: the first hash, owners, and whom further hashes would give among three servers. */
export const IP_HASH = [
  { ip: '10.0.0.1', hash: 2565, n2: 1, n3: 0, n4: 1, w5_1_1: 0, rehash3: [0, 1, 0, 0, 1, 2] },
  { ip: '10.0.0.250', hash: 2565, n2: 1, n3: 0, n4: 1, w5_1_1: 0, rehash3: [0, 1, 0, 0, 1, 2] },
  { ip: '10.0.1.1', hash: 2566, n2: 0, n3: 1, n4: 2, w5_1_1: 0, rehash3: [1, 2, 0, 2, 1, 0] },
  { ip: '192.168.1.7', hash: 154, n2: 0, n3: 1, n4: 2, w5_1_1: 0, rehash3: [1, 2, 2, 0, 1, 1] },
  { ip: '192.168.2.7', hash: 155, n2: 1, n3: 2, n4: 3, w5_1_1: 0, rehash3: [2, 0, 0, 0, 1, 2] },
  { ip: '203.0.113.5', hash: 2592, n2: 0, n3: 0, n4: 0, w5_1_1: 0, rehash3: [0, 2, 2, 1, 2, 0] },
  { ip: '198.51.100.9', hash: 936, n2: 0, n3: 0, n4: 0, w5_1_1: 1, rehash3: [0, 2, 1, 2, 0, 0] },
  { ip: '8.8.8.8', hash: 3023, n2: 1, n3: 2, n4: 3, w5_1_1: 2, rehash3: [2, 1, 0, 2, 1, 0] },
  { ip: '172.16.5.4', hash: 3526, n2: 0, n3: 1, n4: 2, w5_1_1: 1, rehash3: [1, 2, 0, 0, 2, 0] },
  { ip: '127.0.0.1', hash: 4040, n2: 0, n3: 2, n4: 0, w5_1_1: 0, rehash3: [2, 2, 1, 0, 0, 0] },
];

/** nginx `hash`: checksum of the key, first number, owners, and whom further hashes would give among three servers. */
export const HASH_MODULO = [
  { key: 'alice', crc32: 0x278ebc47, number: 10126, n3: 1, n4: 2, n5: 1, rehash3: [1, 2, 1, 1, 0, 2] },
  { key: 'bob', crc32: 0xf5cbb140, number: 30155, n3: 2, n4: 3, n5: 0, rehash3: [2, 1, 2, 2, 2, 1] },
  { key: 'carol', crc32: 0x6a3e8cc3, number: 27198, n3: 0, n4: 2, n5: 3, rehash3: [0, 0, 0, 1, 2, 0] },
  { key: 'dave', crc32: 0x98a855f8, number: 6312, n3: 0, n4: 0, n5: 2, rehash3: [0, 2, 1, 0, 1, 2] },
  { key: 'erin', crc32: 0x64fcf8a2, number: 25852, n3: 1, n4: 0, n5: 2, rehash3: [1, 2, 0, 2, 1, 0] },
  { key: 'user1', crc32: 0x8c518555, number: 3153, n3: 0, n4: 1, n5: 3, rehash3: [0, 2, 1, 1, 2, 1] },
  { key: 'user2', crc32: 0x1558d4ef, number: 5464, n3: 1, n4: 0, n5: 4, rehash3: [1, 0, 2, 1, 2, 2] },
  { key: 'user3', crc32: 0x625fe479, number: 25183, n3: 1, n4: 3, n5: 3, rehash3: [1, 1, 1, 0, 1, 2] },
  { key: 'sess:abc', crc32: 0xf8444f3d, number: 30788, n3: 2, n4: 0, n5: 3, rehash3: [2, 0, 0, 1, 1, 2] },
  { key: '/index.html', crc32: 0xea224b42, number: 27170, n3: 2, n4: 2, n5: 0, rehash3: [2, 2, 0, 2, 2, 1] },
];

/** nginx `hash … consistent` over 10.0.0.1:8080, 10.0.0.2:8080, …: the first points of the first server, and owners. */
export const RING_POINTS = [0xf1ea5a8f, 0x4bd08e68, 0x84e5eeee, 0xadead1be];
export const RING = [
  { key: 'alice', crc32: 0x278ebc47, n2: 0, n3: 0, n4: 0, n5: 0 },
  { key: 'bob', crc32: 0xf5cbb140, n2: 0, n3: 2, n4: 3, n5: 4 },
  { key: 'carol', crc32: 0x6a3e8cc3, n2: 1, n3: 1, n4: 1, n5: 1 },
  { key: 'dave', crc32: 0x98a855f8, n2: 0, n3: 2, n4: 3, n5: 3 },
  { key: 'erin', crc32: 0x64fcf8a2, n2: 0, n3: 0, n4: 0, n5: 0 },
  { key: 'user1', crc32: 0x8c518555, n2: 0, n3: 0, n4: 3, n5: 3 },
  { key: 'user2', crc32: 0x1558d4ef, n2: 0, n3: 2, n4: 2, n5: 2 },
  { key: 'user3', crc32: 0x625fe479, n2: 0, n3: 2, n4: 2, n5: 4 },
  { key: 'sess:abc', crc32: 0xf8444f3d, n2: 0, n3: 0, n4: 0, n5: 0 },
  { key: '/index.html', crc32: 0xea224b42, n2: 0, n3: 0, n4: 0, n5: 0 },
  { key: 'user42', crc32: 0x7c2fbeb6, n2: 1, n3: 2, n4: 2, n5: 4 },
  { key: 'user99', crc32: 0x5e531973, n2: 0, n3: 0, n4: 0, n5: 0 },
];

/** FNV-1a, and the same with the finish of MurmurHash3. */
export const FNV = [
  { text: '', fnv1a: 0x811c9dc5, finished: 0xab3e7c0b },
  { text: 'a', fnv1a: 0xe40c292c, finished: 0x1a80b1b3 },
  { text: 'alice', fnv1a: 0x872213e7, finished: 0xea14d61e },
  { text: 'user1', fnv1a: 0xa07d2cf9, finished: 0xc9ccc453 },
  { text: 'alice|s0', fnv1a: 0x290adc32, finished: 0xeca3da82 },
  { text: 'hello', fnv1a: 0x4f9f2cab, finished: 0x888d766e },
];

/** Rendezvous hashing over s0, s1, …, each hash being that of `key|s0`. */
export const RENDEZVOUS = [
  { key: 'alice', n2: 0, n3: 0, n4: 0, n5: 0, w3_1_1: 0 },
  { key: 'bob', n2: 1, n3: 1, n4: 1, n5: 4, w3_1_1: 0 },
  { key: 'carol', n2: 1, n3: 1, n4: 3, n5: 3, w3_1_1: 1 },
  { key: 'dave', n2: 0, n3: 0, n4: 0, n5: 0, w3_1_1: 0 },
  { key: 'erin', n2: 1, n3: 1, n4: 1, n5: 1, w3_1_1: 1 },
  { key: 'user1', n2: 0, n3: 2, n4: 2, n5: 2, w3_1_1: 2 },
  { key: 'user2', n2: 1, n3: 1, n4: 1, n5: 1, w3_1_1: 1 },
  { key: 'user3', n2: 0, n3: 2, n4: 3, n5: 3, w3_1_1: 0 },
  { key: 'user42', n2: 0, n3: 0, n4: 0, n5: 0, w3_1_1: 0 },
  { key: 'user99', n2: 1, n3: 1, n4: 1, n5: 1, w3_1_1: 1 },
];

/** Maglev hashing over s0, s1, … with 65,537 slots. */
export const MAGLEV = [
  { key: 'alice', n3: 0, n4: 0, n5: 0 },
  { key: 'bob', n3: 0, n4: 0, n5: 0 },
  { key: 'carol', n3: 0, n4: 0, n5: 0 },
  { key: 'dave', n3: 0, n4: 0, n5: 4 },
  { key: 'erin', n3: 2, n4: 3, n5: 3 },
  { key: 'user1', n3: 2, n4: 2, n5: 2 },
  { key: 'user2', n3: 1, n4: 1, n5: 1 },
  { key: 'user3', n3: 1, n4: 1, n5: 1 },
];

/** The example of the Maglev paper, with 7 slots; `without` is the table when server 1 has gone. */
export const MAGLEV_PAPER = {
  preferences: [
    { offset: 3, skip: 4 },
    { offset: 0, skip: 2 },
    { offset: 3, skip: 1 },
  ],
  slots: [1, 0, 1, 0, 2, 2, 0],
  without: [0, 0, 0, 0, 2, 2, 2],
};

/** Bounded loads at 125 %: most requests each server may have, given what they have. */
export const LOAD_LIMITS = [
  { inFlight: [0, 0, 0], weights: [1, 1, 1], most: [1, 1, 1] },
  { inFlight: [4, 0, 0], weights: [1, 1, 1], most: [2, 2, 3] },
  { inFlight: [5, 5, 5], weights: [1, 1, 1], most: [6, 7, 7] },
  { inFlight: [7, 4, 4], weights: [1, 1, 1], most: [6, 7, 7] },
  { inFlight: [10, 2, 3], weights: [1, 1, 1], most: [6, 7, 7] },
  { inFlight: [20, 5], weights: [3, 1], most: [24, 9] },
];

/** One key that everybody asks for, at 125 %, when no request ever ends and the servers stand on the ring in this order. */
export const HOT_KEY = { order: [1, 2, 0], picks: [1, 2, 2, 1, 2, 1, 0, 2, 1, 2, 1, 0], inFlight: [2, 5, 5] };

/**
 * Which share of the keys user0, user1, … moves when there is one server more (or one fewer), of so many keys. For the
 * ring also the busiest and the idlest server's share of the keys, before, in proportion to the mean; for Maglev the
 * fewest and the most slots of a server.
 */
export const REMAPPED = [
  { policy: 'hash-modulo', from: 1, to: 2, keys: 100_000, moved: 0.5 },
  { policy: 'hash-modulo', from: 2, to: 3, keys: 100_000, moved: 0.6658 },
  { policy: 'hash-modulo', from: 3, to: 4, keys: 100_000, moved: 0.7489 },
  { policy: 'hash-modulo', from: 4, to: 5, keys: 100_000, moved: 0.8002 },
  { policy: 'hash-modulo', from: 5, to: 6, keys: 100_000, moved: 0.8356 },
  { policy: 'hash-modulo', from: 8, to: 9, keys: 100_000, moved: 0.8887 },
  { policy: 'hash-modulo', from: 10, to: 11, keys: 100_000, moved: 0.9092 },
  { policy: 'consistent-hashing', from: 1, to: 2, keys: 100_000, moved: 0.4817, busiest: 1.0, idlest: 1.0 },
  {
    policy: 'consistent-hashing',
    from: 2,
    to: 3,
    keys: 100_000,
    moved: 0.3729,
    busiest: 1.037,
    idlest: 0.963,
  },
  {
    policy: 'consistent-hashing',
    from: 3,
    to: 4,
    keys: 100_000,
    moved: 0.2323,
    busiest: 1.119,
    idlest: 0.931,
  },
  {
    policy: 'consistent-hashing',
    from: 4,
    to: 5,
    keys: 100_000,
    moved: 0.2153,
    busiest: 1.125,
    idlest: 0.919,
  },
  {
    policy: 'consistent-hashing',
    from: 5,
    to: 6,
    keys: 100_000,
    moved: 0.1515,
    busiest: 1.076,
    idlest: 0.897,
  },
  {
    policy: 'consistent-hashing',
    from: 8,
    to: 9,
    keys: 100_000,
    moved: 0.1052,
    busiest: 1.153,
    idlest: 0.921,
  },
  {
    policy: 'consistent-hashing',
    from: 10,
    to: 11,
    keys: 100_000,
    moved: 0.0985,
    busiest: 1.112,
    idlest: 0.872,
  },
  { policy: 'rendezvous-hashing', from: 2, to: 3, keys: 20_000, moved: 0.3368, busiest: 1.012 },
  { policy: 'rendezvous-hashing', from: 3, to: 4, keys: 20_000, moved: 0.2464, busiest: 1.017 },
  { policy: 'rendezvous-hashing', from: 4, to: 5, keys: 20_000, moved: 0.193, busiest: 1.027 },
  { policy: 'rendezvous-hashing', from: 5, to: 6, keys: 20_000, moved: 0.1631, busiest: 1.04 },
  { policy: 'rendezvous-hashing', from: 10, to: 11, keys: 20_000, moved: 0.0891, busiest: 1.062 },
  { policy: 'maglev-hashing', from: 2, to: 3, keys: 100_000, moved: 0.3323, slots: [32768, 32769] },
  { policy: 'maglev-hashing', from: 3, to: 4, keys: 100_000, moved: 0.2502, slots: [21845, 21846] },
  { policy: 'maglev-hashing', from: 4, to: 5, keys: 100_000, moved: 0.2003, slots: [16384, 16385] },
  { policy: 'maglev-hashing', from: 5, to: 6, keys: 100_000, moved: 0.1682, slots: [13107, 13108] },
  { policy: 'maglev-hashing', from: 10, to: 11, keys: 100_000, moved: 0.0937, slots: [6553, 6554] },
  { policy: 'maglev-hashing', from: 5, to: 4, keys: 100_000, moved: 0.2003, slots: [13107, 13108] },
  { policy: 'maglev-hashing', from: 10, to: 9, keys: 100_000, moved: 0.1034, slots: [6553, 6554] },
] as const;

/** Shares of 20,000 keys under rendezvous hashing with the weights 3, 1, 1. */
export const RENDEZVOUS_SHARES = [0.6051, 0.1956, 0.1993];

/** Redis Cluster: the slot of a key and its shard of three; first and last slot of each shard. */
export const SLOTS_OF_KEYS = [
  { key: '123456789', slot: 12739, shardOf3: 2 },
  { key: 'foo', slot: 12182, shardOf3: 2 },
  { key: 'bar', slot: 5061, shardOf3: 0 },
  { key: 'user1000', slot: 3443, shardOf3: 0 },
  { key: '{user1000}.following', slot: 3443, shardOf3: 0 },
  { key: '{user1000}.followers', slot: 3443, shardOf3: 0 },
  { key: 'foo{}{bar}', slot: 8363, shardOf3: 1 },
  { key: 'foo{{bar}}zap', slot: 4015, shardOf3: 0 },
  { key: 'foo{bar}{zap}', slot: 5061, shardOf3: 0 },
  { key: 'sess:alice', slot: 11870, shardOf3: 2 },
  { key: 'sess:bob', slot: 11349, shardOf3: 2 },
  { key: 'sess:carol', slot: 13453, shardOf3: 2 },
  { key: 'sess:dave', slot: 16322, shardOf3: 2 },
  { key: 'sess:erin', slot: 12643, shardOf3: 2 },
  { key: 'spring:session:sessions:1', slot: 10227, shardOf3: 1 },
];
export const SLOT_RANGES = [
  {
    shards: 3,
    ranges: [
      [0, 5460],
      [5461, 10922],
      [10923, 16383],
    ],
  },
  {
    shards: 4,
    ranges: [
      [0, 4095],
      [4096, 8191],
      [8192, 12287],
      [12288, 16383],
    ],
  },
  {
    shards: 5,
    ranges: [
      [0, 3276],
      [3277, 6553],
      [6554, 9829],
      [9830, 13106],
      [13107, 16383],
    ],
  },
  {
    shards: 6,
    ranges: [
      [0, 2730],
      [2731, 5460],
      [5461, 8191],
      [8192, 10922],
      [10923, 13652],
      [13653, 16383],
    ],
  },
];
