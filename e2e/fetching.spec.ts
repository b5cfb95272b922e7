/** Rules that most runs do without are fetched when they are needed, and nothing is lost when they cannot be. */
import { expect, test } from './support/test.ts';
import { Visit } from './support/visit.ts';

const RULES = /furtherRules|\/further-/;

test('what is done while they are fetched happens afterwards, in the same order', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(RULES, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('?scenario=three-servers&seed=7&t=4000&autoplay=0&lang=en');
  const visit = new Visit(page);
  await visit.strategy('shared').click();
  await visit.addServer.click();
  await visit.strategy('sticky').click();
  await expect(visit.servers).toHaveCount(3);
  await expect(visit.strategy('memory')).toBeChecked();
  release();
  await expect(visit.servers).toHaveCount(4);
  await expect(visit.strategy('sticky')).toBeChecked();
  expect((await visit.sharedAddress()).searchParams.get('do')).toBe(
    '4000~strategy~shared,4000~add,4000~strategy~sticky',
  );
});

test('without the network the page says so, goes on, and tries again when asked again', async ({
  page,
  problems,
}) => {
  await page.goto('?scenario=three-servers&seed=7&t=4000&autoplay=0&lang=ko');
  const visit = new Visit(page, 'ko');
  await page.route(RULES, (route) => route.abort());
  await visit.strategy('shared').click();
  const alert = page.getByRole('alert').filter({ hasText: visit.t.notice.unfetched });
  await expect(alert).toBeVisible();
  await expect(visit.strategy('memory')).toBeChecked();
  await visit.addServer.click();
  await expect(visit.servers).toHaveCount(4);
  await page.unroute(RULES);
  await visit.strategy('shared').click();
  await expect(visit.strategy('shared')).toBeChecked();
  await expect(alert).toBeHidden();
  problems.length = 0; // the browser reported the fetches that were stopped
});

test('settings that cannot be fetched are told, and can be opened again', async ({ page, problems }) => {
  await page.goto('?scenario=three-servers&seed=7&t=4000&autoplay=0&lang=en');
  const visit = new Visit(page);
  await page.route(/SettingsPanel/, (route) => route.abort());
  const summary = visit.controls.locator('summary', { hasText: visit.t.controls.moreSettings });
  await summary.click();
  const alert = page.getByRole('alert').filter({ hasText: visit.t.notice.unfetched });
  await expect(alert).toBeVisible();
  await page.unroute(/SettingsPanel/);
  await summary.click();
  await summary.click();
  await expect(visit.controls.getByRole('searchbox')).toBeVisible();
  problems.length = 0; // the browser reported the fetch that was stopped
});

test('a menu that cannot be fetched is told, and opens when it is asked for again', async ({
  page,
  problems,
}) => {
  await page.route(/MenuList/, (route) => route.abort());
  await page.goto('?scenario=three-servers&seed=7&t=4000&autoplay=0&lang=en');
  const visit = new Visit(page);
  await visit.serverMenu('A').click();
  const alert = page.getByRole('alert').filter({ hasText: visit.t.notice.unfetched });
  await expect(alert).toBeVisible();
  await page.unroute(/MenuList/);
  await visit.serverMenu('A').click();
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  problems.length = 0; // the browser reported the fetches that were stopped
});
