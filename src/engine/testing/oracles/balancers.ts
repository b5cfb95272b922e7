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

/** Who has the fewest connections for its weight, or whether they tie. */
export const LEAST_CONNECTIONS_TIES = [
  { inFlight: [0, 0], weights: [1, 2], least: 'tie' },
  { inFlight: [1, 1], weights: [1, 1], least: 'tie' },
  { inFlight: [1, 2], weights: [1, 2], least: 'tie' },
  { inFlight: [2, 1], weights: [3, 1], least: 'a' },
  { inFlight: [0, 3], weights: [1, 100], least: 'a' },
  { inFlight: [1, 0], weights: [100, 1], least: 'b' },
  { inFlight: [3, 2], weights: [2, 1], least: 'a' },
];

/** Random two choices: which two are drawn, and which is taken. */
export const TWO_CHOICES = [
  { inFlight: [3, 1, 2], weights: [1, 1, 1], drawn: [0, 1], taken: 1 },
  { inFlight: [3, 1, 2], weights: [1, 1, 1], drawn: [1, 0], taken: 1 },
  { inFlight: [2, 2, 2], weights: [1, 1, 1], drawn: [0, 2], taken: 2 },
  { inFlight: [2, 2, 2], weights: [1, 1, 1], drawn: [2, 0], taken: 0 },
  { inFlight: [4, 2], weights: [2, 1], drawn: [0, 1], taken: 1 },
  { inFlight: [5, 2], weights: [2, 1], drawn: [0, 1], taken: 1 },
  { inFlight: [0, 0], weights: [1, 1], drawn: [1, 0], taken: 0 },
];
