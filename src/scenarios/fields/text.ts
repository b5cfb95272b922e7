import * as v from 'valibot';
import { LONGEST_NAME } from '../limits.ts';
import { expects } from './expects.ts';

/** Words for people to read. */
export function text(description: string) {
  const message = expects({ what: 'text', most: LONGEST_NAME });
  return v.pipe(v.string(message), v.maxLength(LONGEST_NAME, message), v.description(description));
}
