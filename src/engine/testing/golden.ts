/** What the golden run ends with: written by `npm run golden`, never by hand. */
import type { Totals } from '../state/world.ts';

/** Of the last moment. Changes with the meaning of runs, and with the tables that a world is kept in. */
export const GOLDEN_FINGERPRINT = '3ddd15b7dd0f9cc8';

/** Changes only with the meaning of runs: links that people kept then show something else than before. */
export const GOLDEN_TOTALS: Totals = {
  born: 33585,
  retries: 1604,
  ok: 30287,
  refused: 441,
  failed: 2835,
  logins: 569,
  forcedLogins: 423,
  logouts: 82,
  sessionsMade: 497,
  emptySessionsMade: 182,
  sessionsLost: 143,
  logoutsUndone: 0,
  copies: 349,
  cartItemsLost: 315,
  usersLeft: 4,
  tokensSent: 751,
  tokenBytes: 1684600,
  edgeHits: 19574,
  edgeMisses: 1302,
  edgeFetches: 1098,
  pageHits: 2916,
  pageMisses: 37,
  pageFetches: 30,
  wrongPages: 331,
};
