/** The attempts of a request that failed: remembered for as long as it is inside, so that others can differ. */
import type { AttemptFailure } from './state/attempts.ts';
import { addRow, freeRow, NONE } from './state/table.ts';
import type { World } from './state/world.ts';

/** Notes that the attempt in progress failed. */
export function noteAttempt({ requests, attempts }: World, r: number, failure: AttemptFailure): void {
  const a = addRow(attempts);
  attempts.server[a] = requests.server[r];
  attempts.failure[a] = failure;
  attempts.next[a] = requests.attempts[r] === 0 ? NONE : requests.lastAttempt[r];
  requests.lastAttempt[r] = a;
  requests.attempts[r]++;
}

/** The request is about to end. */
export function forgetAttempts({ requests, attempts }: World, r: number): void {
  for (let left = requests.attempts[r], a = requests.lastAttempt[r]; left > 0; left--) {
    const earlier = attempts.next[a];
    freeRow(attempts, a);
    a = earlier;
  }
  requests.attempts[r] = 0;
}

/** The rows of a request's failed attempts, the first one first. */
export function attemptsOf({ requests, attempts }: World, r: number): number[] {
  const rows: number[] = [];
  for (let left = requests.attempts[r], a = requests.lastAttempt[r]; left > 0; left--) {
    rows.unshift(a);
    a = attempts.next[a];
  }
  return rows;
}
