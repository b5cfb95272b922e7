/** Fields that hold one of a few words. */
import * as v from 'valibot';
import { expects } from './expects.ts';

export function choice<const Choices extends readonly string[]>(description: string, choices: Choices) {
  return v.pipe(v.picklist(choices, expects({ what: 'choice', choices })), v.description(description));
}

export function yesOrNo(description: string) {
  return v.pipe(v.boolean(expects({ what: 'yes-or-no' })), v.description(description));
}
