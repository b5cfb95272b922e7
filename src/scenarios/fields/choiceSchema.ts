/** One of a few words, in a file. */
import * as v from 'valibot';
import { expects } from './expects.ts';

export const choiceSchema = <const Choices extends readonly string[]>(choices: Choices) =>
  v.picklist(choices, expects({ what: 'choice', choices }));

export const yesOrNoSchema = () => v.boolean(expects({ what: 'yes-or-no' }));
