/**
 * One object in one cache node, asked for in a Poisson stream of `lambda` a second, kept for `ttl` seconds from when
 * it was put there. Between two expiries lie the lifetime, the time until the next request, and the time that request
 * takes to bring the content, during which others ask in vain.
 */

/** Content that is there at once: hits are lambda T / (1 + lambda T). */
export const INSTANT = [
  { lambda: 0.1, ttl: 60, hitRatio: 6 / 7, originRate: 1 / 70 },
  { lambda: 1, ttl: 60, hitRatio: 60 / 61, originRate: 1 / 61 },
  { lambda: 100, ttl: 1, hitRatio: 100 / 101, originRate: 100 / 101 },
  { lambda: 0.5, ttl: 20, hitRatio: 10 / 11, originRate: 1 / 22 },
];

/** Content that takes `fetchTime` seconds to bring: 1 + lambda F requests reach the origin each time, or one of them. */
export const SLOW = [
  {
    ...{ lambda: 50, ttl: 60, fetchTime: 0.2, perExpiry: 11 },
    expected: { scattered: 0.182663566921289, coalesced: 0.0166057788110262, hitRatio: 0.996346728661574 },
  },
  {
    ...{ lambda: 1000, ttl: 1, fetchTime: 0.5, perExpiry: 501 },
    expected: { scattered: 333.777481678881, coalesced: 0.666222518321119, hitRatio: 0.666222518321119 },
  },
  {
    // A lifetime shorter than the way: (1 + 20) / (0.1 + 0.4 + 0.02), 1 / 0.52, 0.1 / 0.52.
    ...{ lambda: 50, ttl: 0.1, fetchTime: 0.4, perExpiry: 21 },
    expected: { scattered: 21 / 0.52, coalesced: 1 / 0.52, hitRatio: 0.1 / 0.52 },
  },
];
