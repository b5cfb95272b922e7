/** Nobody is left out: axe finds nothing, the page is complete without its picture, and little moves on wish. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { Visit } from './support/visit.ts';

/** Everything axe knows of WCAG 2.2 AA, the size of targets included, which it leaves out by itself. */
async function expectNoViolations(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  expect(passes.length).toBeGreaterThan(10);
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(', ')}`)).toEqual([]);
}

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const PLACES = [
  { what: 'refusals', query: 'moment=refusal-under-memory', size: WIDE, theme: 'light', lang: 'en' },
  { what: 'a dead server', query: 'moment=server-just-killed', size: WIDE, theme: 'dark', lang: 'ko' },
  { what: 'a dead store', query: 'moment=store-down', size: PHONE, theme: 'light', lang: 'ko' },
  { what: 'many servers', query: 'moment=many-servers', size: PHONE, theme: 'dark', lang: 'en' },
  { what: 'a crowd', query: 'moment=crowd', size: WIDE, theme: 'dark', lang: 'en' },
  { what: 'the story', query: 'lesson=where-did-my-login-go&step=4', size: WIDE, theme: 'light', lang: 'ko' },
  {
    what: 'a frame',
    query: 'embed&moment=refusal-under-memory',
    size: { width: 720, height: 620 },
    theme: 'dark',
    lang: 'en',
  },
  {
    what: 'a narrow frame',
    query: 'embed&lesson=where-did-my-login-go&step=2',
    size: { width: 320, height: 620 },
    theme: 'light',
    lang: 'ko',
  },
  { what: 'the gallery', query: 'gallery', size: PHONE, theme: 'light', lang: 'en' },
] as const;

for (const { what, query, size, theme, lang } of PLACES) {
  test(`axe finds nothing: ${what}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(`./?${query}&lang=${lang}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expectNoViolations(page);
  });
}

test('axe finds nothing while a run plays, a menu is open, a dialog is open', async ({ page }) => {
  await page.goto('./?scenario=three-servers&lang=en');
  const visit = new Visit(page);
  await expect(visit.pause).toBeVisible();
  await expectNoViolations(page);
  await visit.serverMenu('B').click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await visit.button(visit.t.app.share).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page);
});

for (const lang of ['en', 'ko'] as const) {
  test(`the page reads as headings and lists, in ${lang}`, async ({ page }) => {
    await page.goto(`./?moment=refusal-under-memory&lang=${lang}`);
    const visit = new Visit(page, lang);
    const { t } = visit;
    for (const name of [
      t.summary.title,
      t.balancer.title,
      t.server.title,
      t.store.title,
      t.controls.title,
      t.why.log,
    ]) {
      await expect(page.getByRole('heading', { level: 2, name, exact: true }), name).toBeAttached();
    }
    await expect(
      page.getByRole('heading', { level: 2, name: new RegExp(`^${t.people.title}:`) }),
    ).toBeAttached();
    await expect(visit.region(t.people.title).getByRole('listitem')).toHaveCount(8);
    await expect(visit.servers).toHaveCount(2);
    await expect(visit.entries.first()).toBeVisible();
    // One line tells what happens; the clock and the count of servers keep quiet.
    await expect(page.locator('[role=status]')).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
  });
}

test('the status line tells what was done, and why somebody is refused', async ({ page }) => {
  await page.goto('./?scenario=one-server&t=6000&lang=en');
  const visit = new Visit(page);
  await visit.addServer.click();
  await expect(page.locator('[role=status]')).toHaveText('Server B is starting.');
  await visit.speed.selectOption('10');
  await visit.play.click();
  await expect(page.locator('[role=status]')).toHaveText(/401: Server [AB] does not know/);
});

test.describe('with little motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the page waits to be started and shows the same', async ({ page }) => {
    await page.goto('./?scenario=three-servers&lang=en');
    const visit = new Visit(page);
    await expect(visit.play).toBeVisible();
    await page.goto('./?moment=refusal-under-memory&lang=en');
    const calm = await visit.people.evaluateAll((all) => all.map((e) => e.getAttribute('aria-label')));
    await page.goto('./?moment=refusal-under-memory&motion=full&lang=en');
    await expect(visit.people).toHaveCount(8);
    expect(await visit.people.evaluateAll((all) => all.map((e) => e.getAttribute('aria-label')))).toEqual(
      calm,
    );
  });
});

test('forced colours keep edges and words', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./?moment=server-just-killed&lang=en');
  const visit = new Visit(page);
  await expect(visit.servers).toHaveCount(3);
  const border = await visit
    .serverMenu('A')
    .evaluate((button) => getComputedStyle(button.closest('li > div') as Element).borderTopWidth);
  expect(Number.parseFloat(border)).toBeGreaterThan(0);
});

test('the skip link leads to the controls, and every stop shows where one is', async ({ page }) => {
  await page.goto('./?moment=quiet-server&lang=en');
  const visit = new Visit(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: visit.t.app.skip })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(visit.strategy('memory')).toBeFocused();
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const focused = document.activeElement as Element;
      return focused === document.body ? 'none' : getComputedStyle(focused).outlineStyle;
    });
    if (outline === 'none')
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  }
});
