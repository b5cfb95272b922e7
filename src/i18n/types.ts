/**
 * English gives the type of all messages; the other languages must satisfy it. A missing key, an extra
 * key, or a placeholder English does not have is then a compile error.
 */

import type { base, en } from './en.ts';
import type { FurtherMessages } from './further/types.ts';

/** What a file of messages is made of: texts, functions of named values, and groups of these. */
export interface MessageTree {
  readonly [key: string]: MessageLeaf | readonly MessageLeaf[] | MessageTree;
}

/** A whole sentence or label; a function where values belong in it. */
export type MessageLeaf = string | ((values: never) => string);

/**
 * The shape of a language's messages without its words: texts become `string`, functions keep their
 * arguments. For other trees than the main one too: `const ko: Widen<typeof en>`.
 */
export type Widen<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Widen<T[Key]> };

/** Those of them that frames have as well. */
export type BaseMessages = Widen<typeof base>;

/** The words that the page has from the start. */
export type BasicMessages = Widen<typeof en>;

/**
 * The words of the whole page in one language. Those for further rules are there as soon as a run needs such rules, and
 * not before: what is shown of other runs must do without.
 */
export type Messages = BasicMessages & FurtherMessages;
