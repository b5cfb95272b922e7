/** What the golden run ends with: written by `npm run golden`, never by hand. */
import type { Totals } from '../state/world.ts';

/** Of the last moment. Changes with the meaning of runs, and with the tables that a world is kept in. */
export const GOLDEN_FINGERPRINT = 'efca724e80148e1b';

/** Changes only with the meaning of runs: links that people kept then show something else than before. */
export const GOLDEN_TOTALS: Totals = {
  born: 33165,
  retries: 1469,
  ok: 29873,
  refused: 588,
  failed: 2686,
  logins: 677,
  forcedLogins: 564,
  logouts: 48,
  sessionsMade: 575,
  emptySessionsMade: 270,
  sessionsLost: 227,
  cartItemsLost: 317,
  usersLeft: 7,
  tokensSent: 650,
  tokenBytes: 1241900,
  edgeHits: 18102,
  edgeMisses: 2508,
  edgeFetches: 2214,
  pageHits: 2758,
  pageMisses: 215,
  pageFetches: 171,
  wrongPages: 267,
};
