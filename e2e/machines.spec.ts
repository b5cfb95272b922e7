/** New versions and other machines: what they take along depends on where sessions live. */
import { expect, test } from './support/test.ts';
import { type Locale, Visit } from './support/visit.ts';

/** Deploys to all servers, one after the other, and says who had to log in again. */
async function deploy(visit: Visit): Promise<number> {
  const sum = async () => [...(await visit.forcedLogins()).values()].reduce((a, b) => a + b, 0);
  const before = await sum();
  await visit.button(visit.t.controls.deploy).click();
  await expect(visit.log).toContainText(visit.t.why.happened.deploying({ version: 2 }));
  await visit.seek(60_000);
  await expect(visit.controls).toContainText(visit.t.controls.deployed({ version: 2, left: 0 }));
  return (await sum()) - before;
}

for (const [strategy, loses] of [
  ['sticky', true],
  ['shared', false],
  ['token', false],
] as const) {
  test(`a deploy under ${strategy} ${loses ? 'logs everybody out' : 'logs nobody out'}`, async ({ page }) => {
    await page.goto('?scenario=three-servers&seed=7&t=3000&autoplay=0&lang=en');
    const visit = new Visit(page);
    await visit.strategy(strategy).click();
    await expect(visit.strategy(strategy)).toBeChecked(); // its rules may have to be fetched
    // Who had a session elsewhere logs in once more; then everybody is where they belong.
    await visit.seek(12_000);
    const again = await deploy(visit);
    if (loses) expect(again).toBeGreaterThanOrEqual(8);
    else expect(again).toBe(0);
  });
}

for (const locale of ['en', 'ko'] satisfies Locale[]) {
  test(`a server that moves to another machine forgets its sessions, in ${locale}`, async ({ page }) => {
    await page.goto(`?scenario=one-server&seed=7&t=6000&autoplay=0&lang=${locale}`);
    const visit = new Visit(page, locale);
    const { t } = visit;
    await visit.serverMenu('A').click();
    await visit.menuItem(t.server.action.resize).click();
    await visit.menuItem('m7i.4xlarge').click();
    await expect(visit.servers.first()).toContainText(t.server.shelfLost);
    await expect(visit.log).toContainText(t.why.happened.resizing({ server: t.server.name({ name: 'A' }) }));
    await visit.seek(130_000);
    await expect(visit.servers.first()).toContainText('m7i.4xlarge');
    await expect(visit.servers.first()).not.toContainText(t.server.shelfLost);
    // Everybody had to log in again, and everybody is in again.
    expect([...(await visit.forcedLogins()).values()].every((count) => count > 0)).toBe(true);
  });
}
