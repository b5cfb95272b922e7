/** The death of the balancer: nothing gets through, though nothing else is broken; and what a second one is good for. */
import { expect, test } from './support/test.ts';
import { type Locale, Visit } from './support/visit.ts';

const open = (at: string, locale: Locale = 'en') =>
  `?scenario=shared-store&seed=7&autoplay=0&lang=${locale}&${at}`;

for (const locale of ['en', 'ko'] as const) {
  test(`one alone takes every connection along, and nobody’s session, in ${locale}`, async ({ page }) => {
    await page.goto(open('t=8000', locale));
    const visit = new Visit(page, locale);
    const { t } = visit;
    await expect(visit.people).toHaveCount(8);
    const before = await visit.forcedLogins();
    await visit.balancerMenu.click();
    await visit.menuItem(t.balancer.kill).click();
    await visit.seek(9000);
    await expect(visit.log).toContainText(t.why.happened.balancerDied);
    await visit.seek(12_000);
    await expect(visit.summary).toContainText(t.summary.noBalancer);
    await expect(visit.balancer).toContainText(t.balancer.state.down);
    await page.getByRole('button', { name: t.summary.tryStartBalancer }).click();
    await visit.pause.click();
    await visit.seek(20_000);
    await expect(visit.summary).toContainText(t.summary.fine);
    expect(await visit.forcedLogins()).toEqual(before);
  });
}

test('of a pair the other takes over, with the keyboard alone', async ({ page }) => {
  await page.goto(open('t=5000'));
  const visit = new Visit(page);
  const { t } = visit;
  await visit.balancerMenu.focus();
  await page.keyboard.press('Enter');
  await expect(visit.menuItem(t.balancer.kill)).toBeFocused();
  // Each has room for its name and the line below it.
  for (const item of await page.getByRole('menuitem').all())
    expect((await item.boundingBox())?.height).toBeGreaterThan(40);
  await page.keyboard.press('ArrowDown');
  await expect(visit.menuItem(t.balancer.pair)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(visit.balancer).toContainText(t.balancer.state.standby);
  await visit.seek(8000);
  await visit.balancerMenu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(visit.balancer).toContainText(t.balancer.state.takesOver);
  await visit.seek(11_000);
  const entry = visit.entry('could not connect').first();
  await entry.getByText(t.why.chain).click();
  await expect(entry).toContainText('A second one stands by');
  await visit.seek(12_000);
  await expect(visit.balancer).toContainText(t.balancer.state.alone);
  await expect(visit.log).toContainText(t.why.happened.balancerLeads({ number: 2 }));
  await visit.seek(18_000);
  await expect(visit.summary).toContainText(t.summary.fine);
});

test('a server that came starts slowly, and says so', async ({ page }) => {
  await page.goto(
    open(
      'with=balancer.slowStart~16000,balancer.policy~weighted-round-robin,servers.start~1000&do=4000~add&t=9500',
    ),
  );
  const visit = new Visit(page);
  const servers = visit.servers;
  await expect(servers.last()).toContainText(visit.t.server.slow({ share: 5 / 16 }));
  await visit.seek(24_000);
  await expect(servers.last()).not.toContainText('of its share');
});
