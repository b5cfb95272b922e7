import { NONE } from './table.ts';

/** How an attempt failed. */
export const AttemptFailure = {
  /** The connection was refused. */
  refused: 0,
  /** Nobody answered the connection attempt. */
  unanswered: 1,
  /** The server had the request and died. */
  died: 2,
  /** The server had the request and did not answer in time. */
  tooSlow: 3,
} as const;
export type AttemptFailure = (typeof AttemptFailure)[keyof typeof AttemptFailure];
export const ATTEMPT_FAILURES = ['refused', 'unanswered', 'died', 'tooSlow'] as const;
export type AttemptFailureName = (typeof ATTEMPT_FAILURES)[number];

/**
 * Attempts that failed, of requests that are still inside: a request's last one is in its column
 * `lastAttempt`, and `next` leads to the one before. Most requests never have any.
 */
export function createAttempts(capacity = 16) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    server: new Int32Array(capacity),
    failure: new Uint8Array(capacity),
  };
}
export type Attempts = ReturnType<typeof createAttempts>;
