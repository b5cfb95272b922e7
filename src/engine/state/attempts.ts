import type * as attemptFailures from './attemptFailure.ts';
import { NONE } from './table.ts';

export * as AttemptFailure from './attemptFailure.ts';
export type AttemptFailure = (typeof attemptFailures)[keyof typeof attemptFailures];
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
