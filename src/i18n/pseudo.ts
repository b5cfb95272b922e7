/**
 * Pseudo-languages for layout tests: the real messages made longer, so that a page that still fits with
 * them will fit a translation. Asked for by `?stringTest=double` or `?stringTest=long`.
 */

import { mapMessages } from './mapMessages.ts';
import type { MessageTree } from './types.ts';

/** `double` has twice the words, which wrap; `long` ends in a word that cannot wrap. */
export type StringTest = 'double' | 'long';

/** Words stay in front, so that a test still finds a control by how its name begins. */
const CHANGES: Readonly<Record<StringTest, (text: string) => string>> = {
  double: (text) => `${text} ${text}`,
  long: (text) => `${text} ${'1234567890'.repeat(4)}`,
};

/** The value of `?stringTest=`, or null for anything that is not one. */
export function parseStringTest(value: string | null | undefined): StringTest | null {
  return value === 'double' || value === 'long' ? value : null;
}

/** `messages` with every text lengthened. */
export function pseudoMessages<Tree extends MessageTree>(messages: Tree, test: StringTest): Tree {
  return mapMessages(messages, CHANGES[test]);
}
