/** Copies of every session on every server: nobody is logged out when one dies. */
import { expect, test } from './support/test.ts';
import { Visit } from './support/visit.ts';

for (const locale of ['en', 'ko'] as const) {
  test(`a server dies and nobody is asked to log in, in ${locale}`, async ({ page }) => {
    await page.goto(`?scenario=three-servers&seed=7&t=4000&autoplay=0&lang=${locale}`);
    const visit = new Visit(page, locale);
    await visit.strategy('replicated').click();
    await expect(visit.strategy('replicated')).toBeChecked(); // its rules have to be fetched
    await visit.seek(9000);
    await expect(visit.summary).toContainText(visit.t.summary.replicated({ servers: 3 }));
    const people = visit.region(visit.t.people.title);
    await expect(people.getByText(visit.t.people.sessionOnMany({ count: 3 }))).toHaveCount(8);
    await visit.serverMenu('A').click();
    await visit.menuItem(visit.t.server.action.kill).click();
    await visit.seek(16_000);
    await expect(people.getByText(visit.t.people.sessionOnMany({ count: 2 }))).toHaveCount(8);
    expect(await visit.answersTold(401, 9000)).toEqual([]);
  });
}
