/**
 * Published picks of real balancers, 0-based or a, b, c for servers 0, 1, 2. nginx 1.22.1 gives the sequence
 * for the weights 5, 1, 1; the others follow from the same rules (`ngx_http_upstream_round_robin.c`,
 * `..._least_conn_module.c`, `..._random_module.c`).
 */

/** Smooth weighted round robin: picks in order, and every server's credit after each pick. */
export const SMOOTH_WEIGHTS = [
  {
    weights: [5, 1, 1],
    picks: 'a a b a c a a a a b a c a a',
    credits: [
      [-2, 1, 1],
      [-4, 2, 2],
      [1, -4, 3],
      [-1, -3, 4],
      [4, -2, -2],
      [2, -1, -1],
      [0, 0, 0],
      [-2, 1, 1],
      [-4, 2, 2],
      [1, -4, 3],
      [-1, -3, 4],
      [4, -2, -2],
      [2, -1, -1],
      [0, 0, 0],
    ],
  },
  {
    weights: [3, 1],
    picks: 'a a b a a a b a',
    credits: [
      [-1, 1],
      [-2, 2],
      [1, -1],
      [0, 0],
      [-1, 1],
      [-2, 2],
      [1, -1],
      [0, 0],
    ],
  },
  {
    weights: [4, 2, 1],
    picks: 'a b a c a b a a b a c a b a',
    credits: [
      [-3, 2, 1],
      [1, -3, 2],
      [-2, -1, 3],
      [2, 1, -3],
      [-1, 3, -2],
      [3, -2, -1],
      [0, 0, 0],
      [-3, 2, 1],
      [1, -3, 2],
      [-2, -1, 3],
      [2, 1, -3],
      [-1, 3, -2],
      [3, -2, -1],
      [0, 0, 0],
    ],
  },
  {
    weights: [1],
    picks: 'a a a',
    credits: [[0], [0], [0]],
  },
  {
    weights: [7, 3, 2],
    picks: 'a b a c a a b a c a b a a b a c a a b a c a b a',
    credits: [
      [-5, 3, 2],
      [2, -6, 4],
      [-3, -3, 6],
      [4, 0, -4],
      [-1, 3, -2],
      [-6, 6, 0],
      [1, -3, 2],
      [-4, 0, 4],
      [3, 3, -6],
      [-2, 6, -4],
      [5, -3, -2],
      [0, 0, 0],
      [-5, 3, 2],
      [2, -6, 4],
      [-3, -3, 6],
      [4, 0, -4],
      [-1, 3, -2],
      [-6, 6, 0],
      [1, -3, 2],
      [-4, 0, 4],
      [3, 3, -6],
      [-2, 6, -4],
      [5, -3, -2],
      [0, 0, 0],
    ],
  },
];

/** Weights 5, 1, 1 with `a` out of rotation from before pick 3 to before pick 9, counted from 0. */
export const SMOOTH_WEIGHTS_WITH_GAP = {
  weights: [5, 1, 1],
  outFrom: 3,
  outUntil: 9,
  picks: 'a a b c c c c b c a a b a a',
};

/** Other weights, picks only. */
export const SMOOTH_WEIGHTS_MORE = [
  { weights: [1, 2, 3], picks: 'c b a c b c c b a c b c' },
  { weights: [2, 2, 1], picks: 'a b c a b' },
  { weights: [10, 1], picks: 'a a a a a b a a a a a' },
];

/**
 * One request a second with nginx's `max_fails` 1 and `fail_timeout` 10 s, while a server refuses connections; `b!>c` is
 * an attempt on b that failed and went on to c.
 */
export const PASSIVE_HEALTH = [
  {
    weights: [1, 1, 1],
    failTimeoutS: 10,
    fromS: 100,
    deadFromS: 104,
    dead: 'b',
    perSecond: 'a b c a b!>c c a c a c a c a c a c a c b!>a c a c a c a c a c a c a c b!>a c a',
  },
];

/** Smooth weighted round robin in nginx since 1.29.6, where some requests (those with a name) are bound. */
export const BOUND = [
  {
    weights: [1, 1, 1],
    bound: '- a a a - - - b b - - -',
    picks: 'a a a a b c a b b c a c',
    credits: [
      [-2, 1, 1],
      [-2, 1, 1],
      [-2, 1, 1],
      [-2, 1, 1],
      [-1, -1, 2],
      [0, 0, 0],
      [-2, 1, 1],
      [-1, -1, 2],
      [0, -3, 3],
      [1, -2, 1],
      [-1, -1, 2],
      [0, 0, 0],
    ],
  },
];

/** Least connections: `a` is a pick, `-a` the end of a request there; then the requests in flight. */
export const LEAST_CONNECTIONS = [
  {
    weights: [1, 1, 1],
    steps: 'a b c c b a a',
    inFlight: [
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
      [1, 1, 2],
      [1, 2, 2],
      [2, 2, 2],
      [3, 2, 2],
    ],
  },
  {
    weights: [1, 1, 1],
    steps: 'a b c -c c -b b -b -c c b b',
    inFlight: [
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
      [1, 1, 0],
      [1, 1, 1],
      [1, 0, 1],
      [1, 1, 1],
      [1, 0, 1],
      [1, 0, 0],
      [1, 0, 1],
      [1, 1, 1],
      [1, 2, 1],
    ],
  },
  {
    weights: [3, 1],
    steps: 'a b a a a b a a',
    inFlight: [
      [1, 0],
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
      [4, 2],
      [5, 2],
      [6, 2],
    ],
  },
];

/** Who has the fewest connections for its weight, or whether they tie, by nginx's rule and by HAProxy's keys. */
export const LEAST_CONNECTIONS_TIES = [
  { inFlight: [0, 0], weights: [1, 2], nginx: 'tie', haproxy: 'tie', haproxyKeys: [0, 0] },
  { inFlight: [1, 1], weights: [1, 1], nginx: 'tie', haproxy: 'tie', haproxyKeys: [512, 512] },
  { inFlight: [1, 2], weights: [1, 2], nginx: 'tie', haproxy: 'b', haproxyKeys: [512, 384] },
  { inFlight: [2, 1], weights: [3, 1], nginx: 'a', haproxy: 'a', haproxyKeys: [256, 512] },
  { inFlight: [0, 3], weights: [1, 100], nginx: 'a', haproxy: 'a', haproxyKeys: [0, 10] },
  { inFlight: [1, 0], weights: [100, 1], nginx: 'b', haproxy: 'b', haproxyKeys: [5, 0] },
  { inFlight: [3, 2], weights: [2, 1], nginx: 'a', haproxy: 'a', haproxyKeys: [512, 768] },
];

/** Two choices: which two are drawn, and which is taken by nginx and, where weights are equal, by Envoy. */
export const TWO_CHOICES = [
  { inFlight: [3, 1, 2], weights: [1, 1, 1], drawn: [0, 1], nginx: 1, envoy: 1 },
  { inFlight: [3, 1, 2], weights: [1, 1, 1], drawn: [1, 0], nginx: 1, envoy: 1 },
  { inFlight: [2, 2, 2], weights: [1, 1, 1], drawn: [0, 2], nginx: 2, envoy: 0 },
  { inFlight: [2, 2, 2], weights: [1, 1, 1], drawn: [2, 0], nginx: 0, envoy: 2 },
  { inFlight: [4, 2], weights: [2, 1], drawn: [0, 1], nginx: 1, envoy: null },
  { inFlight: [5, 2], weights: [2, 1], drawn: [0, 1], nginx: 1, envoy: null },
  { inFlight: [0, 0], weights: [1, 1], drawn: [1, 0], nginx: 0, envoy: 1 },
];

/** Peak EWMA with a decay of 10 s and a first estimate of 1000 ms: answers, and the estimates after them. Milliseconds. */
export const PEAK_EWMA = {
  decayMs: 10000,
  startMs: 1000,
  answers: [
    { atMs: 1000, tookMs: 50, estimateMs: 909.595547 },
    { atMs: 2000, tookMs: 50, estimateMs: 827.794215 },
    { atMs: 5000, tookMs: 50, estimateMs: 626.204127 },
    { atMs: 15000, tookMs: 50, estimateMs: 261.973652 },
    { atMs: 16000, tookMs: 800, estimateMs: 800.0 },
    { atMs: 17000, tookMs: 50, estimateMs: 728.628064 },
    { atMs: 27000, tookMs: 50, estimateMs: 299.653313 },
    { atMs: 57000, tookMs: 50, estimateMs: 62.429507 },
  ],
};

/** nginx `least_time`: what counts for an average, in milliseconds. */
export const TIME_CLASSES = [
  { averageMs: 0, countsMs: 20 },
  { averageMs: 1, countsMs: 20 },
  { averageMs: 19, countsMs: 20 },
  { averageMs: 20, countsMs: 40 },
  { averageMs: 21, countsMs: 40 },
  { averageMs: 39, countsMs: 40 },
  { averageMs: 40, countsMs: 60 },
  { averageMs: 99, countsMs: 100 },
  { averageMs: 100, countsMs: 120 },
  { averageMs: 5000, countsMs: 5020 },
  { averageMs: 5001, countsMs: 5000 },
  { averageMs: 9000, countsMs: 5000 },
];

/** As many balls as bins, each into the emptiest of `choices` bins drawn with replacement: the fullest bin, mean of some runs. */
export const FULLEST_BIN = [
  { bins: 100, choices: 1, fullest: 4.5 },
  { bins: 100, choices: 2, fullest: 2.6 },
  { bins: 100, choices: 3, fullest: 2.0 },
  { bins: 1000, choices: 1, fullest: 5.6 },
  { bins: 1000, choices: 2, fullest: 3.0 },
  { bins: 1000, choices: 3, fullest: 2.3 },
  { bins: 10000, choices: 1, fullest: 6.8 },
  { bins: 10000, choices: 2, fullest: 3.2 },
  { bins: 10000, choices: 3, fullest: 3.0 },
  { bins: 100000, choices: 1, fullest: 7.5 },
  { bins: 100000, choices: 2, fullest: 3.5 },
  { bins: 100000, choices: 3, fullest: 3.0 },
];

/**
 * What HAProxy 2.6.12 picked under `balance roundrobin`: ten times among all servers, sixteen times without the one
 * that had died and been taken out, and twenty-four times after it was let in again.
 */
export const HAPROXY_TURNS = [
  { weights: [1, 1, 1], dead: 'b', picks: ['abcabcabca', 'cacacacacacacaca', 'cbacbacbacbacbacbacbacba'] },
  { weights: [5, 1, 1], dead: 'b', picks: ['aaabaacaaa', 'aaacaaaaacaaaaac', 'aaaacbaaaaacbaaaaacbaaaa'] },
  { weights: [3, 2, 1], dead: 'a', picks: ['abacababac', 'bbbbcbbcbbcbbcbb', 'acbaabacbaabacbaabacbaab'] },
  { weights: [4, 3, 2, 1], dead: 'c', picks: ['abacbadabc', 'ababaabdababaabd', 'abacbadabcabacbadabcabac'] },
  { weights: [1, 1, 1, 1], dead: 'a', picks: ['abcdabcdab', 'cdbcdbcdbcdbcdbc', 'dbcadbcadbcadbcadbcadbca'] },
  { weights: [2, 2, 1], dead: 'a', picks: ['ababcababc', 'bbbcbbcbbcbbcbbc', 'abcababcababcababcababca'] },
  { weights: [10, 1], dead: 'a', picks: ['aaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'baaaaaaaaaaaaaaabaaaaaaa'] },
];

/**
 * What it picked with `option redispatch`, which sends a refused request to another server at once: ten times with all
 * servers alive, thirty times with one dead that the balancer did not know of.
 */
export const HAPROXY_REDISPATCH = [
  { weights: [1, 1, 1], dead: 'b', picks: ['abcabcabca', 'cacacacacacacacacacacacacacaca'] },
  { weights: [5, 1, 1], dead: 'a', picks: ['aaabaacaaa', 'bcbcbcbcbcbcbcbcbcbcbcbcbcbcbc'] },
  { weights: [3, 2, 1], dead: 'a', picks: ['abacababac', 'bbcbbcbbcbbcbbcbbcbbcbbcbbcbbc'] },
  { weights: [4, 3, 2, 1], dead: 'c', picks: ['abacbadabc', 'ababadabababadabababadabababad'] },
  { weights: [5, 1, 1], dead: 'c', picks: ['aaabaacaaa', 'baaaaabaaaaabaaaaabaaaaabaaaaa'] },
];
