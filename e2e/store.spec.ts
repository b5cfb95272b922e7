/** A store of several nodes on the stage: who leads, and what a cut network does to a consistent and an available one. */
import { expect, test } from './support/test.ts';
import { Visit } from './support/visit.ts';

test('an available store that is cut in two shows old carts, until it is mended', async ({ page }) => {
  await page.goto('?scenario=cut-available&seed=7&t=8000&autoplay=0&lang=en');
  const visit = new Visit(page);
  const store = visit.region(visit.t.store.title);
  await expect(store.getByRole('heading', { level: 3 })).toHaveText(['Store 1', 'Store 2']);
  await page.getByRole('button', { name: visit.t.summary.tryCut }).click();
  await visit.pause.click(); // who tries something wants to see it go on
  await visit.seek(12_000);
  await expect(page.getByText(visit.t.zones.cut).first()).toBeAttached();
  await expect(page.getByText('Ines has just seen an old cart')).toBeVisible();
  await page.getByRole('button', { name: visit.t.summary.tryHeal }).click();
  await visit.pause.click();
  await visit.seek(16_000);
  await expect(visit.log).toContainText(visit.t.why.happened.networkMended);
  await expect(page.getByText(visit.t.summary.fine)).toBeVisible();
});

test('a consistent one answers one side with errors, and says why', async ({ page }) => {
  await page.goto('?scenario=cut-consistent&seed=7&do=8000~partition&t=12000&autoplay=0&lang=ko');
  const visit = new Visit(page, 'ko');
  const store = visit.region(visit.t.store.title);
  await expect(store).toContainText(visit.t.store.role['leads-alone']);
  const entry = visit.log.getByRole('listitem').filter({ hasText: '500' }).first();
  await entry.getByText(visit.t.why.chain).click();
  await expect(entry).toContainText('과반');
  await expect(entry).toContainText('직접');
});

test('a node that leads is killed by its menu, with the keyboard alone, and a copy takes over', async ({
  page,
}) => {
  await page.goto('?scenario=failover&seed=7&t=8000&autoplay=0&lang=en');
  const visit = new Visit(page);
  const store = visit.region(visit.t.store.title);
  const menu = store.getByRole('button', { name: visit.t.store.menuOf({ name: 'Store 1' }) });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(store).toContainText(visit.t.store.down);
  await visit.seek(41_000);
  await expect(visit.log).toContainText(
    visit.t.why.happened.storeLeads({ store: 'Store 2', from: 'Store 1' }),
  );
});

test('on a phone the nodes stand beside each other below the servers', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('?scenario=failover&seed=7&t=8000&autoplay=0&lang=ko');
  const visit = new Visit(page, 'ko');
  const names = visit.region(visit.t.store.title).getByRole('heading', { level: 3 });
  await expect(names).toHaveCount(3);
  const boxes = await Promise.all([0, 1, 2].map((i) => names.nth(i).boundingBox()));
  expect(boxes[0]?.y).toBeCloseTo(boxes[2]?.y ?? 0, 0);
  expect(boxes[0]?.x).toBeLessThan(boxes[1]?.x ?? 0);
});

test('one shard more sends most people back to the login by modulo, and says why', async ({ page }) => {
  await page.goto('?scenario=sharded-modulo&seed=7&t=8000&autoplay=0&lang=en');
  const visit = new Visit(page);
  await page.getByRole('button', { name: visit.t.summary.tryShard }).click();
  await visit.pause.click();
  await visit.seek(10_000);
  await expect(visit.region(visit.t.store.title).getByRole('heading', { level: 3 })).toHaveCount(4);
  expect((await visit.answersTold(401, 8000)).length).toBeGreaterThan(3);
  const entry = visit.log.getByRole('listitem').filter({ hasText: '401' }).first();
  await entry.getByText(visit.t.why.chain).click();
  await expect(entry).toContainText('Since a shard was added');
});
