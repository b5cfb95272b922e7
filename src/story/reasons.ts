/** What is behind many answers: each is put to what somebody did, or, where nobody did anything, to its reason. */
import type { Cause } from '../engine/causes.ts';
import { NONE } from '../engine/state/table.ts';

/** A link of a chain that somebody is behind: the visitor, or the autoscaler. */
export type Deed = Extract<Cause, { by: number }>;

/** Answers that have the same behind them. */
export interface Reason<Answer> {
  count: number;
  /** What was done; null where nobody did anything. */
  deed: Deed | null;
  /** One of the answers. */
  example: Answer;
}

export type Reasons<Answer> = Map<string, Reason<Answer>>;

/** The last link of a chain that somebody is behind. */
function deedBehind(causes: readonly Cause[]): Deed | null {
  return causes.findLast((c): c is Deed => 'by' in c && c.by !== NONE) ?? null;
}

export function addReason<Answer extends { causes: readonly Cause[] }>(
  reasons: Reasons<Answer>,
  answer: Answer,
): void {
  const { causes } = answer;
  const deed = deedBehind(causes);
  const [first] = causes;
  const given = first?.code === 'answered' ? first.reason : '';
  const key = deed === null ? given : `${deed.code} ${deed.by} ${deed.atMs}`;
  const found = reasons.get(key);
  if (found === undefined) reasons.set(key, { count: 1, deed, example: answer });
  else found.count++;
}

/** The most frequent first. */
export function sortedReasons<Answer>(reasons: Reasons<Answer>): Reason<Answer>[] {
  return [...reasons.values()].sort((a, b) => b.count - a.count);
}
