/**
 * The whole way from a refusal to a run without it, for somebody who sees nothing of it: no style sheet, no picture, no
 * pointer, only keys, and what can be read: headings, names, tables, and what is said by itself.
 */
import type { Locator, Page } from '@playwright/test';
import { inspectorEn } from '../src/i18n/inspector/en.ts';
import { inspectorKo } from '../src/i18n/inspector/ko.ts';
import type { InspectorWords } from '../src/i18n/inspector/types.ts';
import { takeAlongWords } from '../src/i18n/takeAlong/index.ts';
import { compareWords, refusalsCompared } from './support/compared.ts';
import { createHands } from './support/hands.ts';
import { expect, test } from './support/test.ts';
import { type Locale, timeWords } from './support/time.ts';
import { locales, Visit } from './support/visit.ts';

const INSPECTOR: Record<Locale, InspectorWords> = { en: inspectorEn, ko: inspectorKo };

/** Takes everything away that is there for the eyes. */
async function withoutSight(page: Page): Promise<void> {
  const nothing = 'svg, canvas, img { visibility: hidden !important; }';
  await page.route('**/*.css', (route) => route.fulfill({ contentType: 'text/css', body: nothing }));
}

/** Something is said by itself. */
const expectHeard = (page: Page, text: string | RegExp): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1);

/** Whoever does something by keys is somewhere afterwards. */
const expectFocus = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);

/** What is read of a part of the page. */
async function expectRead(part: Locator, ...texts: string[]): Promise<void> {
  const read = await part.ariaSnapshot();
  for (const text of texts) expect(read).toContain(text);
}

for (const locale of locales) {
  test(`from the first refusal to a run without it, by what is read: ${locale}`, async ({ page }) => {
    const inspector = INSPECTOR[locale];
    const compare = compareWords[locale];
    const words = timeWords[locale];
    await withoutSight(page);
    await page.goto(`?scenario=sticky-three&seed=7&do=8000~kill~A&t=0&lang=${locale}`);
    const visit = new Visit(page, locale);
    const { t, f } = visit;
    const hands = createHands('keyboard', page);
    const run = (number: number) => words.runs.name({ number });
    const server = t.server.name({ name: 'A' });
    await visit.complete();

    // Every part has a heading to jump to, and landmarks around.
    for (const role of ['banner', 'main', 'contentinfo', 'complementary'] as const)
      await expect(page.getByRole(role)).toHaveCount(1);
    const parts = [t.summary, t.balancer, t.server, t.store, t.transport, t.numbers, t.controls];
    for (const { title } of parts)
      await expect(page.getByRole('heading', { name: title, exact: true, level: 2 })).toHaveCount(1);
    for (const name of [words.changes.title, t.why.log])
      await expect(page.getByRole('heading', { name, exact: true, level: 2 })).toHaveCount(1);

    // The first refusal is gone to, and said.
    const goOn = () => hands.take(visit.button(words.go.label), visit.menuItem(words.go.nextRefusal));
    for (;;) {
      const before = await visit.nowMs();
      await goOn();
      await expect.poll(() => visit.nowMs()).toBeGreaterThan(before);
      if ((await visit.answersTold(401)).length > 0) break;
    }
    const refusedMs = await visit.nowMs();
    const [{ text: refusal }] = await visit.answersTold(401);
    await expectHeard(page, refusal);
    await expect(visit.button(words.go.label)).toBeFocused();
    const person = t.names.find((name) => refusal.includes(name)) as string;
    await expect(visit.person(person)).toHaveAccessibleName(new RegExp(t.people.lost));

    // Why: the story begins at its heading, and the chain of causes is the first thing in it.
    const closer = visit.log.getByRole('button', { name: t.why.closerAt({ what: refusal }), exact: true });
    await hands.press(closer.first());
    const story = visit.region(inspector.title);
    const title = story.getByRole('heading', { level: 2 });
    await expect(title).toBeFocused();
    await expect(title).toHaveText(refusal);
    await expect(story.getByRole('heading', { level: 3 }).first()).toHaveText(inspector.request.why);
    const why = story.getByRole('region', { name: inspector.request.why, exact: true });
    const links = why.getByRole('listitem');
    const lost = links.last();
    const itsMoment = lost.getByRole('button', { name: inspector.seek({ at: '0:08.000' }) });
    await expectRead(lost, server, '0:08.000');
    // Where the time went: what it was and how long it took do not run into each other.
    await expectRead(
      story.getByRole('region', { name: inspector.request.waterfall }),
      `${inspector.phase.toBalancer} ${f.duration(75)}`,
    );
    await expectRead(
      story.getByRole('region', { name: inspector.otherwise.title }),
      `${t.strategy.shared.name} 200`,
    );

    // The moment of the loss.
    await hands.press(itsMoment);
    await expect.poll(() => visit.nowMs()).toBe(8000);
    await expect(itsMoment, 'one is where one was').toBeFocused();
    await expect(itsMoment).toHaveAttribute('aria-current', 'step');
    await expectHeard(page, '0:08.000');
    await expectHeard(page, server);
    await expect(visit.serverHeading('A')).toHaveAccessibleName(new RegExp(t.server.state.down));
    await expect(links.last(), 'the chain is still there').toContainText('0:08.000');
    // There is a way back, which is taken, and the way there once more.
    await hands.press(story.getByRole('button', { name: inspector.backTo({ at: f.clock(refusedMs) }) }));
    await expect.poll(() => visit.nowMs()).toBe(refusedMs);
    await expect(itsMoment).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => visit.nowMs()).toBe(8000);
    await page.keyboard.press('Escape');
    await expect(story).toHaveCount(0);
    await expectFocus(page);

    // Without the kill: that is another run, and it is said what it lacks.
    const what = words.did['kill-server']({ server });
    await hands.press(visit.button(words.changes.remove({ what })));
    await expectHeard(page, words.runs.without({ name: run(2), before: run(1), what }));
    const changes = page.getByRole('region', { name: words.changes.title });
    await expect(changes.getByRole('heading', { level: 2 })).toBeFocused();
    await expectRead(changes, words.changes.none);
    await expectRead(
      page.getByRole('group', { name: words.runs.label }),
      words.runs.left({ from: run(1), at: 8000 }),
      '[pressed]',
    );
    await expect(visit.serverHeading('A')).toHaveAccessibleName(new RegExp(t.server.state.up));
    await hands.moveTo(visit, Math.ceil(refusedMs / 1000) * 1000 + 1000);
    expect(await visit.answersTold(401)).toEqual([]);
    await expect(visit.number('refused')).toContainText('0');
    await expectRead(visit.summary, t.summary.fine);

    // Both, in a table with a caption and names of rows and columns.
    const atMs = await visit.nowMs();
    await hands.press(visit.button(words.runs.compare));
    const table = page.getByRole('table', { name: compare.table.caption({ at: atMs }) });
    await expect(table).toBeVisible();
    await expect(page.getByRole('heading', { name: compare.waysTitle, level: 2 })).toBeFocused();
    await expect(table.getByRole('columnheader')).toHaveCount(3);
    await expect(table.getByRole('columnheader').nth(1)).toContainText(what);
    await expect
      .poll(async () => (await refusalsCompared(page, locale)).map((count) => count > 0))
      .toEqual([true, false]);
    const read = await table.ariaSnapshot();

    // The link, and what is read elsewhere.
    await hands.press(visit.button(t.app.share));
    const dialog = page.getByRole('dialog', { name: takeAlongWords[locale].shareTitle });
    const address = await dialog.getByRole('textbox').inputValue();
    await page.keyboard.press('Escape');
    await expect(visit.button(t.app.share), 'back where it was opened').toBeFocused();
    const elsewhere = await page.context().newPage();
    await withoutSight(elsewhere);
    await elsewhere.goto(address);
    await expect.poll(() => elsewhere.getByRole('table').ariaSnapshot()).toBe(read);

    // And back to one's own run.
    await hands.press(visit.button(compare.back));
    await expect(visit.summary).toBeVisible();
    await expectFocus(page);
  });
}
