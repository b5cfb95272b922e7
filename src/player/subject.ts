/** What somebody can look at more closely. */
import type { Place } from '../engine/state/sessions.ts';

export type Subject =
  /** A request by its number, and a time at which it does something. */
  | { what: 'request'; serial: number; nearMs: number }
  /** What happened after one time, up to and including another. */
  | { what: 'stretch'; fromMs: number; toMs: number }
  | { what: 'person'; user: number }
  | { what: 'server'; server: number }
  /** By its number, or the one that the person has at a place, or, with null, that the person's cookie names. */
  | { what: 'session'; serial: number }
  | { what: 'session'; user: number; place: Place | null };
