/** The words of going about in time, as the page has them. */
export type { Locale } from '../../src/i18n/locale.ts';
export { timeWords } from '../../src/i18n/time/index.ts';

import type { Locator } from '@playwright/test';
import { startingWith, type Visit } from './visit.ts';

/** The button of a run, which also says in a few words what makes it differ. */
export function runButton(visit: Visit, name: string): Locator {
  // Beside it is one that renames it.
  return visit.scope
    .getByRole('button', { name: startingWith(`${name} `) })
    .and(visit.scope.locator('[aria-pressed]'));
}
