/** What the golden run ends with: written by `npm run golden`, never by hand. */
import type { Totals } from '../state/world.ts';

/** Of the last moment. Changes with the meaning of runs, and with the tables that a world is kept in. */
export const GOLDEN_FINGERPRINT = '47448bcb910c9838';

/** Changes only with the meaning of runs: links that people kept then show something else than before. */
export const GOLDEN_TOTALS: Totals = {
  born: 33181,
  retries: 1605,
  ok: 29852,
  refused: 396,
  failed: 2916,
  logins: 526,
  forcedLogins: 381,
  logouts: 84,
  sessionsMade: 450,
  emptySessionsMade: 152,
  sessionsLost: 97,
  logoutsUndone: 0,
  copies: 380,
  cartItemsLost: 285,
  usersLeft: 4,
  tokensSent: 729,
  tokenBytes: 1653300,
  edgeHits: 18468,
  edgeMisses: 2158,
  edgeFetches: 1666,
  pageHits: 2929,
  pageMisses: 280,
  pageFetches: 238,
  wrongPages: 295,
};
