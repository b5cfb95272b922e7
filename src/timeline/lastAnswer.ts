/** The last answer of a kind before a moment: apart from what counts answers, because few ask for it. */
import { type Outcome, outcomeOf } from './history.ts';
import type { Recent } from './recent.ts';

export interface LastAnswer {
  serial: number;
  bornMs: number;
}

/** Of those that have arrived by then, as far as they are remembered. */
export function lastAnswer({ answers }: Recent, nowMs: number, outcome: Outcome): LastAnswer | null {
  const oldest = Math.max(0, answers.count - answers.capacity);
  for (let i = answers.count - 1; i >= oldest; i--) {
    const row = i % answers.capacity;
    if (answers.atMs[row] <= nowMs && outcomeOf(answers.status[row]) === outcome)
      return { serial: answers.serial[row], bornMs: answers.atMs[row] - answers.responseMs[row] };
  }
  return null;
}
