/**
 * Queues with known answers, for Poisson arrivals of rate `lambda` and services of rate `mu` (both per unit of
 * time), first come first served, in the long run: mean wait `Wq`, mean time from arrival to answer `W`, mean
 * number inside `L`, share of arrivals that wait `pWait`, share turned away `pBlock`. The formulas are textbook
 * ones (Erlang C, Pollaczek and Khinchine, Markov chains), worked out with 50 digits.
 */
import type { PolicyId } from '../../policies/index.ts';

/** M/M/1 and M/M/c: exponential services, `c` workers. */
export const ERLANG = [
  {
    id: 'MM1-01',
    lambda: 0.1,
    mu: 1.0,
    c: 1,
    expected: { Wq: 0.111111111111111, W: 1.11111111111111, L: 0.111111111111111, pWait: 0.1 },
  },
  { id: 'MM1-03', lambda: 0.5, mu: 1.0, c: 1, expected: { Wq: 1.0, W: 2.0, L: 1.0, pWait: 0.5 } },
  { id: 'MM1-05', lambda: 0.8, mu: 1.0, c: 1, expected: { Wq: 4.0, W: 5.0, L: 4.0, pWait: 0.8 } },
  { id: 'MM1-07', lambda: 0.95, mu: 1.0, c: 1, expected: { Wq: 19.0, W: 20.0, L: 19.0, pWait: 0.95 } },
  { id: 'MM1-09', lambda: 80.0, mu: 100.0, c: 1, expected: { Wq: 0.04, W: 0.05, L: 4.0, pWait: 0.8 } },
  {
    id: 'MMc-01',
    lambda: 0.8,
    mu: 1.0,
    c: 2,
    expected: { Wq: 0.19047619047619, W: 1.19047619047619, L: 0.952380952380952, pWait: 0.228571428571429 },
  },
  {
    id: 'MMc-03',
    lambda: 1.8,
    mu: 1.0,
    c: 2,
    expected: { Wq: 4.26315789473684, W: 5.26315789473684, L: 9.47368421052632, pWait: 0.852631578947368 },
  },
  {
    id: 'MMc-05',
    lambda: 2.7,
    mu: 1.0,
    c: 3,
    expected: { Wq: 2.72353673723537, W: 3.72353673723537, L: 10.0535491905355, pWait: 0.81706102117061 },
  },
  {
    id: 'MMc-07',
    lambda: 3.6,
    mu: 1.0,
    c: 4,
    expected: { Wq: 1.96938316073841, W: 2.96938316073841, L: 10.6897793786583, pWait: 0.787753264295362 },
  },
  {
    id: 'MMc-09',
    lambda: 8.0,
    mu: 1.0,
    c: 10,
    expected: { Wq: 0.204590075398222, W: 1.20459007539822, L: 9.63672060318577, pWait: 0.409180150796444 },
  },
  {
    id: 'MMc-11',
    lambda: 9.5,
    mu: 1.0,
    c: 10,
    expected: { Wq: 1.6511711562514, W: 2.6511711562514, L: 25.1861259843883, pWait: 0.825585578125699 },
  },
  {
    id: 'MMc-13',
    lambda: 160.0,
    mu: 100.0,
    c: 2,
    expected: {
      Wq: 0.0177777777777778,
      W: 0.0277777777777778,
      L: 4.44444444444444,
      pWait: 0.711111111111111,
    },
  },
];

/** M/M/1/K and M/M/c/K: no more than `K` inside, those at work included. */
export const LIMITED = [
  {
    id: 'MM1K-01',
    lambda: 0.5,
    mu: 1.0,
    c: 1,
    K: 2,
    expected: { Wq: 0.333333333333333, W: 1.33333333333333, L: 0.571428571428571, pBlock: 0.142857142857143 },
  },
  {
    id: 'MM1K-03',
    lambda: 0.9,
    mu: 1.0,
    c: 1,
    K: 10,
    expected: { Wq: 3.64660067212371, W: 4.64660067212371, L: 3.96944059858617, pBlock: 0.0508137313274124 },
  },
  {
    id: 'MM1K-05',
    lambda: 1.2,
    mu: 1.0,
    c: 1,
    K: 10,
    expected: { Wq: 5.92613784414296, W: 6.92613784414296, L: 6.7107086783692, pBlock: 0.192586495126806 },
  },
  {
    id: 'MM1K-07',
    lambda: 2.0,
    mu: 1.0,
    c: 1,
    K: 20,
    expected: { Wq: 18.0000190735045, W: 19.0000190735045, L: 19.0000100135851, pBlock: 0.500000238418693 },
  },
  {
    id: 'MM1K-09',
    lambda: 120.0,
    mu: 100.0,
    c: 1,
    K: 64,
    expected: { Wq: 0.580005477519646, W: 0.590005477519646, L: 59.0004635914962, pBlock: 0.166667855362811 },
  },
  {
    id: 'MMcK-01',
    lambda: 3.6,
    mu: 1.0,
    c: 4,
    K: 8,
    expected: { Wq: 0.332038216755198, W: 1.3320382167552, L: 4.33193771832743, pBlock: 0.0966355035969094 },
  },
  {
    id: 'MMcK-03',
    lambda: 5.0,
    mu: 1.0,
    c: 4,
    K: 8,
    expected: { Wq: 0.549750722406809, W: 1.54975072240681, L: 5.80195769329472, pBlock: 0.251239878851728 },
  },
  {
    id: 'MMcK-05',
    lambda: 4.0,
    mu: 1.0,
    c: 4,
    K: 4,
    expected: { Wq: 0.0, W: 1.0, L: 2.75728155339806, pBlock: 0.310679611650485 },
  },
];

/** M/G/1: one worker, services whose squared coefficient of variation is `cs2`. */
export const GENERAL = [
  { id: 'MG1-01', lambda: 0.5, mu: 1.0, cs2: 0.0, expected: { Wq: 0.5, W: 1.5, L: 0.75, pWait: 0.5 } },
  { id: 'MG1-05', lambda: 0.5, mu: 1.0, cs2: 4.0, expected: { Wq: 2.5, W: 3.5, L: 1.75, pWait: 0.5 } },
  { id: 'MG1-07', lambda: 0.8, mu: 1.0, cs2: 4.0, expected: { Wq: 10.0, W: 11.0, L: 8.8, pWait: 0.8 } },
  { id: 'MG1-09', lambda: 0.8, mu: 1.0, cs2: 10.0, expected: { Wq: 22.0, W: 23.0, L: 18.4, pWait: 0.8 } },
  {
    id: 'MD1-01',
    lambda: 0.3,
    mu: 1.0,
    cs2: 0.0,
    expected: { Wq: 0.214285714285714, W: 1.21428571428571, L: 0.364285714285714, pWait: 0.3 },
  },
  {
    id: 'MD1-03',
    lambda: 0.7,
    mu: 1.0,
    cs2: 0.0,
    expected: { Wq: 1.16666666666667, W: 2.16666666666667, L: 1.51666666666667, pWait: 0.7 },
  },
  { id: 'MD1-05', lambda: 0.9, mu: 1.0, cs2: 0.0, expected: { Wq: 4.5, W: 5.5, L: 4.95, pWait: 0.9 } },
  { id: 'MD1-07', lambda: 80.0, mu: 100.0, cs2: 0.0, expected: { Wq: 0.02, W: 0.03, L: 2.4, pWait: 0.8 } },
];

/** Strict turns over `N` servers with one worker each: E_N/M/1. */
export const IN_TURN = [
  {
    id: 'RR->N_x_E_NM1-01',
    lambda: 1.0,
    mu: 1.0,
    N: 2,
    expected: { Wq: 0.618033988749895, W: 1.61803398874989, pWait: 0.381966011250105 },
  },
  {
    id: 'RR->N_x_E_NM1-03',
    lambda: 1.6,
    mu: 1.0,
    N: 2,
    expected: { Wq: 2.84397976698991, W: 3.84397976698991, pWait: 0.739852949126456 },
  },
  {
    id: 'RR->N_x_E_NM1-05',
    lambda: 8.0,
    mu: 1.0,
    N: 10,
    expected: { Wq: 1.92226918029963, W: 2.92226918029963, pWait: 0.657800175719108 },
  },
  {
    id: 'RR->N_x_E_NM1-07',
    lambda: 3.6,
    mu: 1.0,
    N: 4,
    expected: { Wq: 5.38304951847441, W: 6.38304951847441, pWait: 0.843335070939727 },
  },
  {
    id: 'RR->N_x_E_NM1-09',
    lambda: 9.5,
    mu: 1.0,
    N: 10,
    expected: { Wq: 10.1549484379307, W: 11.1549484379307, pWait: 0.910353686925199 },
  },
];

/** A uniform random choice keeps each of `N` servers an M/M/1. */
export const AT_RANDOM = [
  { id: 'random->N_x_MM1-01', lambda: 2.0, mu: 1.0, N: 4, expected: { Wq: 1.0, W: 2.0, pWait: 0.5 } },
  { id: 'random->N_x_MM1-03', lambda: 8.0, mu: 1.0, N: 10, expected: { Wq: 4.0, W: 5.0, pWait: 0.8 } },
  { id: 'random->N_x_MM1-05', lambda: 9.0, mu: 1.0, N: 10, expected: { Wq: 9.0, W: 10.0, pWait: 0.9 } },
];

interface ByPolicy {
  id: string;
  policy: PolicyId;
  N: number;
  lambda: number;
  mu: number;
  cs2: number;
  W: number;
  pWait: number | null;
  ci95: number;
  /** Servers drawn; 2 when not given. */
  choices?: number;
}

/**
 * Choices by load and by chance, and turns, over `N` servers. Those without a `ci95` are solved Markov chains; the others
 * were simulated with 20 million jobs by another program, with the 95 % interval `ci95` of W. Who wins a tie matters
 * only where services do not vary exponentially; there the policy is the one with the same rule.
 */
export const BY_POLICY: ByPolicy[] = [
  {
    id: 'CHAIN-01',
    policy: 'least-connections',
    N: 2,
    lambda: 1.0,
    mu: 1,
    cs2: 1,
    W: 1.4263208,
    pWait: 0.3159675,
    ci95: 0,
  },
  {
    id: 'CHAIN-03',
    policy: 'least-connections',
    N: 2,
    lambda: 1.6,
    mu: 1,
    cs2: 1,
    W: 2.9557366,
    pWait: 0.69416478,
    ci95: 0,
  },
  {
    id: 'CHAIN-07',
    policy: 'least-connections',
    N: 3,
    lambda: 2.4,
    mu: 1,
    cs2: 1,
    W: 2.2855476,
    pWait: 0.61374602,
    ci95: 0,
  },
  {
    id: 'CHAIN-11',
    policy: 'least-connections',
    N: 4,
    lambda: 3.2,
    mu: 1,
    cs2: 1,
    W: 1.9531342,
    pWait: 0.54839546,
    ci95: 0,
  },
  {
    id: 'SIM-06',
    policy: 'least-connections',
    N: 4,
    lambda: 3.2,
    mu: 1,
    cs2: 1,
    W: 1.9553,
    pWait: 0.54872,
    ci95: 0.00476,
  },
  {
    id: 'SIM-03',
    policy: 'least-connections-envoy',
    N: 2,
    lambda: 1.6,
    mu: 1,
    cs2: 1,
    W: 2.9522,
    pWait: 0.69389,
    ci95: 0.0102,
  },
  {
    id: 'SIM-12',
    policy: 'least-connections-envoy',
    N: 10,
    lambda: 5.0,
    mu: 1,
    cs2: 1,
    W: 1.02439,
    pWait: 0.02425,
    ci95: 0.00055,
  },
  {
    id: 'SIM-22',
    policy: 'least-connections-envoy',
    N: 10,
    lambda: 8.0,
    mu: 1,
    cs2: 1,
    W: 1.35439,
    pWait: 0.31059,
    ci95: 0.00326,
  },
  {
    id: 'SIM-34',
    policy: 'least-connections-envoy',
    N: 10,
    lambda: 9.0,
    mu: 1,
    cs2: 1,
    W: 1.90849,
    pWait: 0.57573,
    ci95: 0.00711,
  },
  {
    id: 'CHAIN-09',
    policy: 'power-of-two-choices',
    N: 3,
    lambda: 2.4,
    mu: 1,
    cs2: 1,
    W: 2.5099998,
    pWait: null,
    ci95: 0,
  },
  {
    id: 'CHAIN-12',
    policy: 'power-of-two-choices',
    N: 4,
    lambda: 3.2,
    mu: 1,
    cs2: 1,
    W: 2.3301576,
    pWait: null,
    ci95: 0,
  },
  {
    id: 'SIM-07',
    policy: 'power-of-two-choices',
    N: 4,
    lambda: 3.2,
    mu: 1,
    cs2: 1,
    W: 2.33457,
    pWait: 0.66491,
    ci95: 0.00429,
  },
  {
    id: 'SIM-19',
    policy: 'power-of-two-choices',
    N: 10,
    lambda: 8.0,
    mu: 1,
    cs2: 0,
    W: 1.51796,
    pWait: 0.64865,
    ci95: 0.00084,
  },
  {
    id: 'SIM-30',
    policy: 'power-of-two-choices',
    N: 10,
    lambda: 8.0,
    mu: 1,
    cs2: 10,
    W: 5.16156,
    pWait: 0.6516,
    ci95: 0.04669,
  },
  {
    id: 'SIM-43',
    policy: 'power-of-two-choices',
    N: 10,
    lambda: 9.5,
    mu: 1,
    cs2: 1,
    W: 4.33991,
    pWait: 0.90572,
    ci95: 0.03748,
  },
  {
    id: 'CHAIN-05',
    policy: 'power-of-two-choices-envoy',
    N: 2,
    lambda: 1.6,
    mu: 1,
    cs2: 1,
    W: 3.2679456,
    pWait: null,
    ci95: 0,
  },
  {
    id: 'SIM-08',
    policy: 'power-of-two-choices-envoy',
    N: 4,
    lambda: 3.2,
    mu: 1,
    cs2: 1,
    W: 2.53671,
    pWait: 0.6952,
    ci95: 0.00408,
  },
  {
    id: 'SIM-38',
    policy: 'power-of-two-choices-envoy',
    N: 10,
    lambda: 9.0,
    mu: 1,
    cs2: 1,
    W: 3.12419,
    pWait: 0.8242,
    ci95: 0.01658,
  },
  {
    id: 'SIM-36',
    policy: 'power-of-two-choices-envoy',
    N: 10,
    lambda: 9.0,
    mu: 1,
    cs2: 1,
    W: 2.56426,
    pWait: 0.76827,
    ci95: 0.01023,
    choices: 3,
  },
  {
    id: 'SIM-09',
    policy: 'round-robin',
    N: 4,
    lambda: 3.2,
    mu: 1,
    cs2: 1,
    W: 3.26965,
    pWait: 0.69402,
    ci95: 0.01014,
  },
  {
    id: 'SIM-16',
    policy: 'round-robin',
    N: 10,
    lambda: 8.0,
    mu: 1,
    cs2: 0,
    W: 1.10998,
    pWait: 0.38477,
    ci95: 0.00054,
  },
  {
    id: 'SIM-31',
    policy: 'round-robin',
    N: 10,
    lambda: 8.0,
    mu: 1,
    cs2: 10,
    W: 20.84986,
    pWait: 0.70629,
    ci95: 0.16655,
  },
  {
    id: 'SIM-44',
    policy: 'round-robin',
    N: 10,
    lambda: 9.5,
    mu: 1,
    cs2: 1,
    W: 11.17909,
    pWait: 0.9104,
    ci95: 0.17504,
  },
  {
    id: 'SIM-10',
    policy: 'random',
    N: 4,
    lambda: 3.2,
    mu: 1,
    cs2: 1,
    W: 4.99128,
    pWait: 0.79979,
    ci95: 0.02154,
  },
  {
    id: 'SIM-20',
    policy: 'random',
    N: 10,
    lambda: 8.0,
    mu: 1,
    cs2: 0,
    W: 2.99916,
    pWait: 0.80014,
    ci95: 0.00549,
  },
  {
    id: 'SIM-32',
    policy: 'random',
    N: 10,
    lambda: 8.0,
    mu: 1,
    cs2: 10,
    W: 22.94132,
    pWait: 0.79935,
    ci95: 0.28376,
  },
  {
    id: 'SIM-45',
    policy: 'random',
    N: 10,
    lambda: 9.5,
    mu: 1,
    cs2: 1,
    W: 19.96816,
    pWait: 0.94973,
    ci95: 0.31763,
  },
];

/**
 * One central queue for `c` workers, from the same program. It is also what a balancer would reach that knew how much work
 * each server has left and chose the one with the least (SIM-27 has the same numbers as SIM-28).
 */
export const CENTRAL = [
  { id: 'SIM-01', c: 1, lambda: 0.8, mu: 1, cs2: 0, W: 3.00373, pWait: 0.79989, ci95: 0.00612 },
  { id: 'SIM-04', c: 4, lambda: 3.2, mu: 1, cs2: 1, W: 1.74788, pWait: 0.59668, ci95: 0.00495 },
  { id: 'SIM-17', c: 10, lambda: 8.0, mu: 1, cs2: 0, W: 1.10998, pWait: 0.38477, ci95: 0.00054 },
  { id: 'SIM-28', c: 10, lambda: 8.0, mu: 1, cs2: 10, W: 1.8565, pWait: 0.43841, ci95: 0.01864 },
  { id: 'SIM-41', c: 10, lambda: 9.5, mu: 1, cs2: 1, W: 2.64424, pWait: 0.82531, ci95: 0.03571 },
];

/** The best of `choices` servers drawn with replacement, in the limit of infinitely many servers: sum of load^((d^i - d) / (d - 1)). */
export const MANY_SERVERS = [
  { id: 'power-of-d_N->inf-01', load: 0.5, choices: 2, W: 1.26568603608757 },
  { id: 'power-of-d_N->inf-03', load: 0.8, choices: 2, W: 1.94736338594809 },
  { id: 'power-of-d_N->inf-05', load: 0.95, choices: 2, W: 3.3830460025194 },
  { id: 'power-of-d_N->inf-07', load: 0.9, choices: 3, W: 2.02785596899528 },
];
