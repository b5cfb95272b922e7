/**
 * The whole way: find the first refusal, ask why, go to the moment its record was lost, take the kill out there, see the
 * run without the refusal, compare both, send the link, and see the same elsewhere.
 */
import type { Locator, Page } from '@playwright/test';
import { inspectorEn } from '../src/i18n/inspector/en.ts';
import { inspectorKo } from '../src/i18n/inspector/ko.ts';
import { takeAlongWords } from '../src/i18n/takeAlong/index.ts';
import { compareWords, refusalsCompared } from './support/compared.ts';
import { expect, test } from './support/test.ts';
import { type Locale, runButton, timeWords } from './support/time.ts';
import { startingWith, Visit } from './support/visit.ts';

const WORDS = { en: inspectorEn, ko: inspectorKo };

type Press = (what: Locator) => Promise<void>;

async function walk(page: Page, locale: Locale, press: Press, isPhone = false): Promise<void> {
  const inspector = WORDS[locale];
  const compare = compareWords[locale];
  const words = timeWords[locale];
  await page.goto(`?scenario=sticky-three&seed=7&do=8000~kill~A&t=0&lang=${locale}`);
  const visit = new Visit(page, locale);
  const { t } = visit;

  if (isPhone) await press(visit.button(words.unfold));
  // The first refusal: what comes before is a request that died with the server.
  for (;;) {
    const before = await visit.nowMs();
    await press(visit.button(words.go.label));
    await press(visit.menuItem(words.go.nextRefusal));
    await expect.poll(() => visit.nowMs()).toBeGreaterThan(before);
    if ((await visit.answersTold(401)).length > 0) break;
  }
  const refusedMs = await visit.nowMs();

  // Why?
  await press(visit.log.getByRole('button', { name: startingWith(t.why.closer) }).first());
  const story = visit.region(inspector.title);
  await expect(story.getByRole('heading', { level: 2 })).toContainText('401');
  const why = story.getByRole('region', { name: inspector.request.why, exact: true });
  const lost = why.getByRole('button', { name: /0:08\.000/ }).last();
  await press(lost);
  await expect.poll(() => visit.nowMs()).toBe(8000);
  await press(story.getByRole('button', { name: startingWith(t.app.close) }));

  // Without the kill.
  const what = words.did['kill-server']({ server: t.server.name({ name: 'A' }) });
  await press(visit.button(words.changes.remove({ what })));
  const without = runButton(visit, words.runs.name({ number: 2 }));
  await expect(without).toHaveAttribute('aria-pressed', 'true');
  for (let i = 0; i < Math.ceil((refusedMs - 8000) / 1000); i++) await visit.playhead.press('ArrowRight');
  await visit.arrived();
  expect(await visit.answersTold(401)).toEqual([]);
  await expect(visit.serverHeading('A')).toHaveAccessibleName(startingWith(t.server.name({ name: 'A' })));

  // Both, side by side, as they are numbered in the list of runs.
  await press(visit.button(words.runs.compare));
  await expect(page.getByRole('table')).toBeVisible();
  await expect
    .poll(async () => (await refusalsCompared(page, locale)).map((count) => count > 0))
    .toEqual([true, false]);
  const counted = await refusalsCompared(page, locale);
  await expect(page.getByText(compare.waysClaim)).toBeVisible();

  // Somebody else sees the same.
  await press(visit.button(t.app.share));
  const address = await page.getByRole('textbox', { name: takeAlongWords[locale].shareTitle }).inputValue();
  expect(address.length).toBeLessThan(2000);
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(address);
  await expect(elsewhere.getByRole('table')).toBeVisible();
  await expect.poll(() => refusalsCompared(elsewhere, locale)).toEqual(counted);
}

test('from the first refusal to a run without it, by mouse', async ({ page }) => {
  await walk(page, 'en', (what) => what.click());
});

test('from the first refusal to a run without it, by keyboard', async ({ page }) => {
  await walk(page, 'ko', (what) => what.press('Enter'));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('from the first refusal to a run without it, by touch', async ({ page }) => {
    await walk(page, 'ko', (what) => what.tap(), true);
  });
});
