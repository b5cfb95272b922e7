/**
 * The way to rules that many runs do without (`furtherRules.ts`). Nothing here is state of a run: they are either all
 * there, or a run that needs one of them (`furtherNeeds.ts`) must not begin.
 */
import type * as furtherRules from './furtherRules.ts';

export type FurtherRules = typeof furtherRules;

let rules: FurtherRules | null = null;

/** Hands the rules over once they are fetched. Programs that need not fetch anything import `allRules.ts` instead. */
export function provideFurther(fetched: FurtherRules | null): void {
  rules = fetched;
}

export const hasFurther = (): boolean => rules !== null;

/** The rules. Throws when they were not provided. */
export function further(): FurtherRules {
  if (rules === null) throw new Error('This run needs rules that were not provided (see engine/further.ts).');
  return rules;
}
