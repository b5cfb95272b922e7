/**
 * Fetches one language's messages. Each language is a chunk of its own, so a visitor downloads only the
 * one shown; a static import of en.ts or ko.ts anywhere else would undo that.
 */

import type { Locale } from './locale.ts';
import type { BasicMessages } from './types.ts';

const loaders: Readonly<Record<Locale, () => Promise<BasicMessages>>> = {
  en: async () => (await import('./en.ts')).en,
  ko: async () => (await import('./ko.ts')).ko,
};

/** Rejects only where the chunk cannot be fetched; the caller then keeps the language it has. */
export function loadMessages(locale: Locale): Promise<BasicMessages> {
  return loaders[locale]();
}
