/**
 * What can be wrong with a scenario file, as data: words for it are made in `problemText.ts` (English, for
 * the command line) and by the page in its own languages.
 */

import type { ConflictId } from '../engine/conflicts.ts';

/** What a place in the file should hold. Times are in milliseconds; both ends of a range belong to it. */
export type Expected =
  | { what: 'object' }
  | { what: 'list'; most: number }
  | { what: 'text'; most: number }
  | { what: 'yes-or-no' }
  | { what: 'number' | 'whole-number'; least: number; most: number; orNull?: true }
  /** `"500ms"`, `"2s"`, or a number of milliseconds. */
  | { what: 'duration'; leastMs: number; mostMs: number; orNull?: true }
  /** A duration, or an object with `kind`; `leastMeanMs` is the smallest mean allowed. */
  | { what: 'distribution'; leastMeanMs: number; mostMs: number }
  /** The `max` of a uniform distribution, which is not below its `min`. */
  | { what: 'max-not-below-min' }
  | { what: 'choice'; choices: readonly string[] }
  /** What a server is called in a configuration. */
  | { what: 'address' }
  /** A, B, … Z, AA, …; at this place and time up to `last`, or nobody when it is null. */
  | { what: 'server-name' }
  | { what: 'server'; last: string | null }
  /** A person's number from 0; at this place up to `last`, or nobody when it is null. */
  | { what: 'person'; last: number | null }
  /** A node of the store by its number from 1; at this place and time up to `last`. */
  | { what: 'store-node'; last: number }
  | { what: 'at-most-servers'; most: number }
  /** Settings that make sense together. */
  | { what: 'settings-that-fit'; conflict: ConflictId }
  /** One of the settings of this part of the file. */
  | { what: 'key'; keys: readonly string[] }
  /** JSON text that goes on with this token; see `jsonText.ts`. */
  | { what: 'json'; token: JsonToken }
  | { what: 'text-length'; most: number };

/** What the JSON text should go on with where it goes wrong. */
export type JsonToken =
  | 'value'
  | 'name'
  | 'colon'
  | 'comma-or-brace'
  | 'comma-or-bracket'
  | 'quote'
  | 'escape'
  | 'digit'
  | 'end'
  | 'new-name'
  | 'less-nesting';

export type ProblemCode =
  /** The text is not JSON: `line` and `column` say where. */
  | 'not-json'
  /** The same name twice in one object. */
  | 'duplicate-key'
  /** More characters or more levels than any scenario needs. */
  | 'too-big'
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  /** Text that is no duration or no server name. */
  | 'malformed'
  | 'not-a-choice'
  | 'not-whole'
  | 'out-of-range'
  | 'too-long'
  | 'max-below-min'
  /** The intervention names a server that the run does not have by then. */
  | 'no-such-server'
  | 'no-such-store-node'
  | 'too-many-servers'
  /** The script names a person whom the run does not have. */
  | 'no-such-person'
  /** Settings that make no sense together. */
  | 'conflict';

export interface Problem {
  /** Keys and list positions (from 0) that lead to the place; empty for the whole file. */
  path: (string | number)[];
  code: ProblemCode;
  expected: Expected;
  /** What is there instead, as JSON, shortened; empty when nothing is. */
  found: string;
  /** A known word close to the one found. */
  suggestion?: string;
  /** Line and column in the text, both from 1; only when the text is not JSON. */
  line?: number;
  column?: number;
}

/** A value as it might stand in the file, on one line and not too long. Empty for undefined. */
export function foundText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : '{…}';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
