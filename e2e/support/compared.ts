/** What a comparison says. */
import type { Page } from '@playwright/test';
import { compareEn } from '../../src/i18n/compare/en.ts';
import { compareKo } from '../../src/i18n/compare/ko.ts';
import type { CompareWords } from '../../src/i18n/compare/types.ts';
import type { Locale } from '../../src/i18n/locale.ts';

export const compareWords: Record<Locale, CompareWords> = { en: compareEn, ko: compareKo };

/** Refusals in the first run and in the others, as the table has them. */
export async function refusalsCompared(page: Page, locale: Locale): Promise<number[]> {
  const row = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: compareWords[locale].table.rows.refused }) });
  const cells = await row.getByRole('cell').allInnerTexts();
  return cells.map((text) => Number.parseInt(text, 10));
}
