/** All settings: found by name, changed by keyboard, told in the log, kept in the link; wrong input is explained. */
import { en as english } from '../src/i18n/settings/en.ts';
import { ko as korean } from '../src/i18n/settings/ko.ts';
import { panelEn } from '../src/i18n/settings/panel.en.ts';
import { panelKo } from '../src/i18n/settings/panel.ko.ts';
import { expect, test } from './support/test.ts';
import { type Locale, open, type Visit } from './support/visit.ts';

const WORDS = {
  en: { settings: english, panel: panelEn },
  ko: { settings: korean, panel: panelKo },
};

/** Opens the settings and finds one by its name. */
async function find(visit: Visit, locale: Locale, name: string): Promise<void> {
  const summary = visit.controls.locator('summary', { hasText: visit.t.controls.moreSettings });
  const field = visit.controls.getByRole('searchbox', { name: WORDS[locale].panel.find });
  if (!(await field.isVisible())) {
    await summary.focus();
    await summary.press('Enter');
  }
  await field.fill(name);
}

test('the balancer behaves like a product, and every number says where it comes from', async ({ page }) => {
  const visit = await open(page, 'scenario=three-servers&seed=7&t=4000', 'en');
  await visit.controls.locator('summary', { hasText: visit.t.controls.moreSettings }).click();
  const { label, none, caption } = panelEn.presets;
  const choice = visit.controls.getByRole('combobox', { name: label });
  await expect(choice.locator('option:checked')).toHaveText(none);
  await choice.selectOption('nginx');
  const table = visit.controls.getByRole('table', { name: caption({ product: 'nginx' }) });
  const row = table.getByRole('row').filter({ hasText: english['balancer.detection.failTimeout'].name });
  await expect(row).toContainText('10 s');
  await expect(row.getByRole('link')).toHaveAttribute('href', /^https:\/\/nginx\.org\//);
  // One number of one's own, and it is none of them any more; the link holds it all.
  await choice.selectOption('haproxy');
  await expect(choice).toHaveValue('haproxy');
  // The link brings the open panel along.
  await page.goto((await visit.sharedAddress()).href);
  await expect(choice).toHaveValue('haproxy');
});

for (const locale of ['en', 'ko'] as const) {
  const { settings, panel } = WORDS[locale];

  test(`a setting is found, changed and told by keyboard, in ${locale}`, async ({ page }) => {
    const visit = await open(page, `scenario=three-servers&seed=7&t=4000`, locale);
    const { name, help } = settings['balancer.retries'];
    await find(visit, locale, name);
    const retries = visit.controls.getByRole('textbox', { name, exact: true });
    await expect(retries).toHaveValue('3');
    await expect(retries).toHaveAccessibleDescription(help);
    await retries.fill('1');
    await retries.press('Enter');
    const told = visit.t.why.happened.setting({ setting: name, value: '1' });
    await expect(visit.entry(told)).toBeVisible();

    // The link holds the change; whoever opens it reads the same.
    const address = await visit.sharedAddress();
    expect(address.searchParams.get('do')).toBe('4000~set~balancer.retries~1');
    await page.goto(address.href);
    await expect(visit.entry(told)).toBeVisible();
    // The link has brought the open panel along, too.
    await visit.controls.getByRole('searchbox', { name: panel.find }).fill(name);
    await expect(retries).toHaveValue('1');
    await visit.controls.getByRole('button', { name: panel.undo({ value: '3' }) }).click();
    await expect(retries).toHaveValue('3');
  });
}

for (const locale of ['en', 'ko'] as const) {
  const { panel } = WORDS[locale];

  test(`what is made of several settings is found by its heading, in ${locale}`, async ({ page }) => {
    const visit = await open(page, 'scenario=three-servers&seed=7&t=4000', locale);
    await find(visit, locale, panel.ways.title);
    await expect(visit.controls.getByRole('table', { name: panel.ways.title })).toBeVisible();
    await expect(visit.controls.getByText(panel.found({ count: 1 }), { exact: true })).toBeAttached();
    await expect(visit.controls.getByText(panel.foundNone)).toHaveCount(0);
    await find(visit, locale, panel.presets.label);
    await expect(visit.controls.getByRole('combobox', { name: panel.presets.label })).toBeVisible();
    await expect(visit.controls.getByRole('table', { name: panel.ways.title })).toHaveCount(0);
  });
}

test('a setting of the start begins the run anew, and stands in the link', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=4000');
  const { name } = english['servers.count'];
  await find(visit, 'en', name);
  const count = visit.controls.getByRole('textbox', { name, exact: true });
  await count.fill('4');
  await count.press('Enter');
  await expect(visit.servers).toHaveCount(4);
  expect(await visit.nowMs()).toBe(0);
  const address = await visit.sharedAddress();
  expect(address.searchParams.get('with')).toBe('servers.count~4');
  await page.goto(address.href);
  await expect(visit.servers).toHaveCount(4);
  await visit.button(visit.t.controls.startOver).click();
  await expect(visit.servers).toHaveCount(2);
});

test('what cannot be used is explained, and changes nothing', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=4000');
  const { name } = english['balancer.connectTimeout'];
  await find(visit, 'en', name);
  const timeout = visit.controls.getByRole('textbox', { name, exact: true });
  await timeout.fill('soon');
  await timeout.press('Enter');
  await expect(timeout).toHaveAttribute('aria-invalid', 'true');
  await expect(visit.controls.getByRole('alert')).toContainText('Expected a duration such as');
  await timeout.press('Escape');
  await expect(timeout).toHaveValue('5s');
  expect((await visit.sharedAddress()).searchParams.get('do')).toBeNull();

  await page.goto(page.url().replace('t=4000', 't=4000&with=servers.count~many'));
  await expect(page.getByText('“with” was “servers.count~many”')).toBeVisible();
  await expect(visit.servers).toHaveCount(2);
});

for (const locale of ['en', 'ko'] as const) {
  test(`what does not go together is refused with the reason, in ${locale}`, async ({ page }) => {
    const visit = await open(page, 'scenario=two-servers&seed=7&t=4000&with=autoscaler.most~4', locale);
    const { name } = WORDS[locale].settings['autoscaler.least'];
    await find(visit, locale, name);
    const least = visit.controls.getByRole('textbox', { name, exact: true });
    const before = await least.inputValue();
    await least.fill('200');
    await least.press('Enter');
    await expect(visit.controls.getByRole('alert')).toHaveText(
      WORDS[locale].panel.conflicts['least-above-most'],
    );
    await expect(least).toHaveValue(before);
    expect((await visit.sharedAddress()).searchParams.get('do')).toBeNull();
    await least.fill('3');
    await least.press('Enter');
    await expect(visit.controls.getByRole('alert')).toBeHidden();
    expect((await visit.sharedAddress()).searchParams.get('do')).not.toBeNull();
  });
}

for (const locale of ['en', 'ko'] as const) {
  const { panel, settings } = WORDS[locale];

  test(`it is shown where the time goes, and a store in another region takes more of it, in ${locale}`, async ({
    page,
  }) => {
    const visit = await open(page, 'scenario=shared-store&seed=7&t=8000', locale);
    await visit.controls.locator('summary', { hasText: visit.t.controls.moreSettings }).click();
    await visit.controls.locator('summary', { hasText: panel.ways.title }).click();
    const row = visit.controls.getByRole('row').filter({ hasText: panel.ways.parts.store });
    await expect(row.getByRole('cell')).toHaveText(panel.ways.ms({ ms: 1 })); // one read, one write
    await visit.controls
      .getByRole('combobox', { name: panel.ways.distance['store.latency'], exact: true })
      .selectOption({ label: panel.ways.places.region });
    await visit.seek(16_000);
    await expect(row.getByRole('cell')).toHaveText(panel.ways.ms({ ms: 110 }));
  });

  test(`the store is built anew as a Sentinel deployment, and the link holds it, in ${locale}`, async ({
    page,
  }) => {
    const visit = await open(page, 'scenario=shared-store&seed=7&t=8000', locale);
    await visit.controls.locator('summary', { hasText: visit.t.controls.moreSettings }).click();
    const name = settings['store.kind'].choices['redis-sentinel'];
    await visit.controls.getByRole('combobox', { name: panel.stores.label }).selectOption({ label: name });
    await expect(visit.region(visit.t.store.title).getByRole('heading', { level: 3 })).toHaveCount(2);
    const address = await visit.sharedAddress();
    expect(address.searchParams.get('with')).toBe('store.kind~redis-sentinel,store.replicas~1');
    await page.goto(address.href);
    await expect(visit.region(visit.t.store.title).getByRole('heading', { level: 3 })).toHaveCount(2);
  });
}
