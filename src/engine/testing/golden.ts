/** What the golden run ends with: written by `npm run golden`, never by hand. */
import type { Totals } from '../state/world.ts';

/** Of the last moment. Changes with the meaning of runs, and with the tables that a world is kept in. */
export const GOLDEN_FINGERPRINT = '9e76690c2dd42e4e';

/** Changes only with the meaning of runs: links that people kept then show something else than before. */
export const GOLDEN_TOTALS: Totals = {
  born: 33411,
  retries: 1484,
  ok: 30156,
  refused: 544,
  failed: 2689,
  logins: 652,
  forcedLogins: 524,
  logouts: 67,
  sessionsMade: 541,
  emptySessionsMade: 228,
  sessionsLost: 221,
  cartItemsLost: 297,
  usersLeft: 4,
  tokensSent: 723,
  tokenBytes: 1434900,
  edgeHits: 18540,
  edgeMisses: 2268,
  edgeFetches: 1826,
  pageHits: 2669,
  pageMisses: 304,
  pageFetches: 252,
  wrongPages: 316,
};
