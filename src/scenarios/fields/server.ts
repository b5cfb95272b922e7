/** Servers are called A, B, … Z, AA, AB, … in the order in which they came. */
import * as v from 'valibot';
import { expects } from './expects.ts';

/** The index of a server, from its name. `serverName` of the engine is the way back. */
export function parseServerName(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A server's name; becomes its index. Whether there is such a server depends on the run. */
export function server(description: string) {
  const message = expects({ what: 'server-name' });
  return v.pipe(
    v.string(message),
    v.regex(/^[A-Z]{1,2}$/, message),
    v.description(description),
    v.transform(parseServerName),
  );
}
