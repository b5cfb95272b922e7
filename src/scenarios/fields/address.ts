/** What a server is called in a balancer's configuration: letters without spaces, usually HOST:PORT. */
import * as v from 'valibot';
import { expects } from './expects.ts';

const PATTERN = /^[!-~]{1,100}$/;

export function addressSchema() {
  const message = expects({ what: 'address' });
  return v.pipe(v.string(message), v.regex(PATTERN, message));
}
