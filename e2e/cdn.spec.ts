/** The CDN on the stage, and the page of one person that it gives out to others. */
import { expect, test } from './support/test.ts';
import { Visit } from './support/visit.ts';

test('a page kept by mistake is seen by the wrong people until the CDN keeps less', async ({ page }) => {
  await page.goto('?scenario=leaky-cdn&seed=7&t=9000&lang=en');
  const visit = new Visit(page);
  const cdn = page.getByRole('region', { name: 'CDN' });
  await expect(cdn).toContainText(visit.t.cdn.keeps['all-pages']);
  await expect(page.getByRole('button', { name: /^Theo.*sees Jun’s page/ })).toBeVisible();
  await expect(visit.callout).toContainText('sees Jun’s cart');
  await expect(visit.summary.getByRole('button', { name: visit.t.why.chain })).toBeVisible();
  const entry = visit.log.getByRole('listitem').filter({ hasText: 'sees Jun’s cart' }).first();
  await entry.getByText(visit.t.why.chain).click();
  await expect(entry).toContainText('Cache-Control: private');

  await page.getByRole('button', { name: visit.t.summary.tryKeepLess }).click();
  await visit.pause.click(); // who tries something wants to see it go on
  await cdn.getByRole('button', { name: visit.t.cdn.menu }).click();
  await visit.menuItem(visit.t.cdn.purge).click();
  await visit.seek(20_000);
  await expect(cdn).toContainText(visit.t.cdn.keeps['public-pages']);
  await expect(page.getByRole('button', { name: /sees Jun’s page/ })).toHaveCount(0);
});

test('on a phone, in Korean, it stands between people and balancer', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('?scenario=pictures&seed=7&t=9000&lang=ko');
  const visit = new Visit(page, 'ko');
  const cdn = page.getByRole('region', { name: 'CDN' });
  await expect(cdn).toContainText(visit.t.cdn.keeps.files);
  const balancerNode = page.getByRole('region', { name: visit.t.balancer.title });
  const [box, balancer] = [await cdn.boundingBox(), await balancerNode.boundingBox()];
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(balancer?.y ?? 0);
});
