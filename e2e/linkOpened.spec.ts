/** What is looked at and what is open is in the link, so that whoever opens it sees the same; what is not there is told. */
import type { Page } from '@playwright/test';
import { chartsEn } from '../src/i18n/charts/en.ts';
import { inspectorEn } from '../src/i18n/inspector/en.ts';
import { inspectorKo } from '../src/i18n/inspector/ko.ts';
import { linkEn } from '../src/i18n/link/en.ts';
import { linkKo } from '../src/i18n/link/ko.ts';
import { expect, test } from './support/test.ts';
import { timeWords } from './support/time.ts';
import { open, openMoment, startingWith, Visit } from './support/visit.ts';

/** Opens the address that the page has now in another window, as whoever gets the link does. */
async function openElsewhere(page: Page, locale: 'en' | 'ko' = 'en'): Promise<Visit> {
  const elsewhere = await page.context().newPage();
  const address = new URL(page.url());
  address.searchParams.set('lang', locale);
  await elsewhere.goto(address.href);
  const visit = new Visit(elsewhere, locale);
  await visit.complete();
  return visit;
}

const closer = (visit: Visit) =>
  visit.log.getByRole('button', { name: startingWith(visit.t.why.closer) }).first();

test('a request that one looks at closely is there for whoever opens the link, also later', async ({
  page,
}) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  await closer(visit).click();
  const story = visit.region(inspectorEn.title);
  await expect(story.getByRole('heading', { level: 2 })).toContainText('401');
  await expect(page).toHaveURL(/look=request~\d+~\d+/);
  const headline = await story.getByRole('heading', { level: 2 }).innerText();
  const seen = await openElsewhere(page);
  await expect(seen.region(inspectorEn.title).getByRole('heading', { level: 2 })).toHaveText(headline);
  await expect(seen.clock).toHaveText('0:09.000');

  // Half a minute on, the log has forgotten it.
  await visit.seek(40_000);
  await expect(page).toHaveURL(/t=40000.*look=request~/);
  const later = await openElsewhere(page, 'ko');
  const told = later.region(inspectorKo.title);
  await expect(told.getByRole('heading', { level: 2 })).toContainText('401');
  await expect(told.getByRole('region', { name: inspectorKo.request.waterfall })).toBeVisible();

  // Closed, it leaves the link; nobody is followed who was not.
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/look=/);
  await expect(page).not.toHaveURL(/follow=/);
});

test('people, servers and sessions are named in the link', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=9000&look=person~3');
  const story = visit.region(inspectorEn.title);
  await expect(story.getByRole('heading', { level: 2 })).toContainText('Sora');
  await story.getByRole('button', { name: inspectorEn.person.session }).click();
  await expect(page).toHaveURL(/look=session~\d+/);
  const session = await story.getByRole('heading', { level: 2 }).innerText();
  const seen = await openElsewhere(page);
  await expect(seen.region(inspectorEn.title).getByRole('heading', { level: 2 })).toHaveText(session);

  const server = await open(await page.context().newPage(), 'scenario=two-servers&t=9000&look=server~B');
  await expect(server.region(inspectorEn.title).getByRole('heading', { level: 2 })).toContainText('B');
  await expect(server.scope.getByRole('alert')).toHaveCount(0);
});

test('reasons, charts, their tables and settings that are open are open for the next one', async ({
  page,
}) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  const why = visit.log.getByText(visit.t.why.chain).first();
  await why.click();
  await visit.openCharts();
  await visit.charts.getByText(`${chartsEn.table}`).nth(1).click();
  await visit.controls.getByText(visit.t.controls.moreSettings).click();
  await expect(page).toHaveURL(/show=settings,table~latency,why~\d+&?/);
  const chain = await visit.log.locator('details[open] li').allInnerTexts();
  expect(chain.length).toBeGreaterThan(1);

  const seen = await openElsewhere(page);
  await expect(seen.log.locator('details[open] li').first()).toBeVisible();
  expect(await seen.log.locator('details[open] li').allInnerTexts()).toEqual(chain);
  await expect(seen.charts.getByRole('table')).toHaveCount(1);
  await expect(seen.controls.getByRole('searchbox')).toBeVisible();

  await seen.controls.getByText(seen.t.controls.moreSettings).click();
  await seen.charts.getByRole('heading', { level: 2 }).click();
  await seen.log.getByText(seen.t.why.chain).first().click();
  await expect(seen.log.locator('details[open]')).toHaveCount(0);
  await expect.poll(() => new URL((seen.scope as Page).url()).searchParams.get('show')).toBeNull();
});

test('a section of the settings opens by itself', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=9000&show=settings~balancer');
  await expect(visit.controls.locator('details[open] details[open]')).toHaveCount(1);
});

test('a stretch of time, and the part of the run that is shown, are there for the next one', async ({
  page,
}) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=9000&look=stretch~8000~9000&zoom=6000~10000');
  const story = visit.region(inspectorEn.title);
  await expect(story.getByRole('heading', { level: 2 })).toContainText('0:08');
  const overview = page.getByRole('slider', { name: timeWords.en.zoom.visible });
  await expect(overview).toBeVisible();
  const part = await overview.getAttribute('aria-valuetext');
  expect(part).toContain(visit.f.clock(6000));
  await story.getByRole('button', { name: inspectorEn.stretch.before({ ms: 1000 }) }).click();
  await expect(page).toHaveURL(/zoom=6000~10000&look=stretch~7000~8000/);
  const seen = await openElsewhere(page);
  await expect(seen.region(inspectorEn.title).getByRole('heading', { level: 2 })).toContainText('0:07');
  const elsewhere = (seen.scope as Page).getByRole('slider', { name: timeWords.en.zoom.visible });
  await expect(elsewhere).toHaveAttribute('aria-valuetext', String(part));
});

const MISSING: [query: string, told: string, inKorean: string][] = [
  [
    'look=request~99999~8000',
    linkEn.noRequest({ number: 99_999, at: 8000 }),
    linkKo.noRequest({ number: 99_999, at: 8000 }),
  ],
  ['look=person~900', linkEn.noPerson({ number: 900, of: 8 }), linkKo.noPerson({ number: 900, of: 8 })],
  ['look=server~Q', linkEn.noServer({ name: 'Q' }), linkKo.noServer({ name: 'Q' })],
  ['look=session~4000', linkEn.noSession({ number: 4000 }), linkKo.noSession({ number: 4000 })],
  [
    'zoom=3000000~3001000',
    linkEn.noPart({ from: 3_000_000, to: 3_001_000 }),
    linkKo.noPart({ from: 3_000_000, to: 3_001_000 }),
  ],
  ['show=why~99999', linkEn.noReasons({ number: 99_999 }), linkKo.noReasons({ number: 99_999 })],
  ['look=<script>alert(1)</script>', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  [
    'look=request~1~3600000',
    linkEn.noRequest({ number: 1, at: 3_600_000 }),
    linkKo.noRequest({ number: 1, at: 3_600_000 }),
  ],
  [`show=${'table~x,'.repeat(900)}`, 'table~x', 'table~x'],
];

test('what is not there is told in both languages, and the page works without it', async ({ page }) => {
  for (const [query, told, inKorean] of MISSING) {
    await test.step(query.slice(0, 60), async () => {
      const visit = await open(page, `scenario=two-servers&seed=7&t=9000&${query}`);
      await expect(page.getByRole('alert')).toContainText(told);
      await expect(visit.controls).toBeVisible();
      await expect(visit.region(inspectorEn.title)).toHaveCount(0);
      await visit.button('한국어').click();
      await expect(page.getByRole('alert')).toContainText(inKorean);
      await new Visit(page, 'ko').button('English').click();
      await visit.addServer.click();
      await expect(visit.servers).toHaveCount(3);
      // What was not used is not handed on.
      await expect(page).toHaveURL(/do=9000~add/);
      await expect(page).not.toHaveURL(/look=|show=|zoom=/);
    });
  }
});

test('a request of a run that was changed by hand is not taken for another one', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  await closer(visit).click();
  await expect(page).toHaveURL(/look=request~/);
  const address = new URL(page.url());
  address.searchParams.set('do', '1000~think~200');
  await page.goto(address.href);
  await expect(page.getByRole('alert')).toContainText('no such request');
  await expect(visit.region(inspectorEn.title)).toHaveCount(0);
});
