/** The charts of a run: fetched when opened, tied to the playhead both ways, and readable as tables. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { chartsEn } from '../src/i18n/charts/en.ts';
import { chartsKo } from '../src/i18n/charts/ko.ts';
import { inspectorEn } from '../src/i18n/inspector/en.ts';
import { inspectorKo } from '../src/i18n/inspector/ko.ts';
import { expectWordsToFit } from './support/fit.ts';
import { expect, test } from './support/test.ts';
import { type Locale, open, openMoment, startingWith, Visit } from './support/visit.ts';

const WORDS = { en: chartsEn, ko: chartsKo };

/** Refusals from 8 s on, a death at 15 s. */
const RUN = 'scenario=three-servers&seed=7&do=15000~kill~A';

const chart = (visit: Visit, title: string): Locator => visit.charts.getByRole('figure', { name: title });

const slider = (visit: Visit, title: string): Locator =>
  visit.charts.getByRole('slider', { name: chartsEn.playhead({ chart: title }), exact: true });

/** The cells of the row of a time in the table of a chart, which is opened. */
async function row(visit: Visit, title: string, time: string, locale: Locale = 'en'): Promise<string[]> {
  const figure = chart(visit, title);
  const table = figure.getByRole('table');
  if (!(await table.isVisible())) await figure.getByText(WORDS[locale].table, { exact: true }).click();
  const found = table.getByRole('row').filter({ has: visit.button(time) });
  await expect(found).toBeVisible();
  return found.getByRole('cell').allInnerTexts();
}

const numberIn = (text: string): number => Number(/\d+(\.\d+)?/.exec(text.replaceAll(',', ''))?.[0]);

test('they are fetched when somebody opens them, and the first view does without', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const visit = await open(page, `${RUN}&t=20000`);
  await expect(visit.charts.getByRole('figure')).toHaveCount(0);
  expect(asked.filter((url) => /ChartsPanel/.test(url) && url.endsWith('.js'))).toEqual([]);
  // By keyboard, as any other disclosure.
  await visit.charts.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(visit.charts.getByRole('figure')).toHaveCount(9);
  expect(asked.filter((url) => /ChartsPanel/.test(url) && url.endsWith('.js'))).toHaveLength(1);
  const titles = await visit.charts.getByRole('heading', { level: 3 }).allInnerTexts();
  expect(new Set(titles).size).toBe(9);
});

test('without the network the page says so, and they can be opened again', async ({ page, problems }) => {
  const visit = await open(page, `${RUN}&t=20000`);
  await page.route(/ChartsPanel/, (route) => route.abort());
  const heading = visit.charts.getByRole('heading', { level: 2 });
  await heading.click();
  await expect(page.getByRole('alert').filter({ hasText: visit.t.notice.unfetched })).toBeVisible();
  await page.unroute(/ChartsPanel/);
  await heading.click();
  await heading.click();
  await expect(visit.charts.getByRole('figure')).toHaveCount(9);
  problems.length = 0; // the browser reported the fetch that was stopped
});

test('a table says the same as the rest of the page', async ({ page }) => {
  const visit = await open(page, `${RUN}&t=20000`);
  await visit.openCharts();
  // The numbers of the page look back on five seconds, a row on one.
  const rows: number[][] = [];
  for (const time of ['0:16', '0:17', '0:18', '0:19', '0:20'])
    rows.push((await row(visit, chartsEn.outcomes.title, time)).map(numberIn));
  const [served, refused, failed] = [0, 1, 2].map((i) => rows.reduce((all, cells) => all + cells[i], 0));
  expect(refused).toBeGreaterThan(0);
  expect(refused / 5).toBeCloseTo(numberIn(await visit.number('refused').innerText()), 5);
  expect(failed / 5).toBeCloseTo(numberIn(await visit.number('failed').innerText()), 5);
  expect(served).toBeGreaterThan(0);
  const [, p95] = await row(visit, chartsEn.latency.title, '0:20');
  const told = numberIn(await visit.number('p95').innerText());
  expect(Math.abs(numberIn(p95) / told - 1)).toBeLessThan(0.02);
  // Logins that people were forced to, one by one and together; those who are logged in as the page shows them.
  const forced = [...(await visit.forcedLogins()).values()].reduce((a, b) => a + b, 0);
  const [logins, lost] = await row(visit, chartsEn.lost.title, '0:20');
  expect(forced).toBeGreaterThan(10);
  expect(numberIn(logins)).toBe(forced);
  expect(numberIn(lost)).toBeGreaterThan(0);
  const people = [...(await visit.peopleByName()).values()];
  const out = people.filter((label) => /logged out/.test(label)).length;
  const [loggedIn] = await row(visit, chartsEn.people.title, '0:20');
  expect(numberIn(loggedIn)).toBe(people.length - out);
  // The row of the moment is marked, in the table as for those who listen.
  const figure = chart(visit, chartsEn.outcomes.title);
  await expect(figure.locator('tr[aria-current]').getByRole('rowheader')).toHaveText('0:20');
});

test('a press, a drag and the arrow keys in a chart move the playhead of all', async ({ page }) => {
  const visit = await open(page, `${RUN}&t=30000`);
  await visit.openCharts();
  const latency = slider(visit, chartsEn.latency.title);
  const load = slider(visit, chartsEn.load.title);
  const place = async () => {
    await latency.scrollIntoViewIfNeeded();
    const box = await latency.boundingBox();
    if (box === null) throw new Error('The chart should have a box.');
    return (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
  };
  let at = await place();
  await page.mouse.click(...at(0.3));
  await visit.arrived();
  const first = await visit.nowMs();
  expect(first).toBeGreaterThan(1000);
  expect(first).toBeLessThan(25_000);
  await expect(load).toHaveAttribute('aria-valuenow', String(first));
  // A press has a story, from which there is a way back; a drag has none.
  const story = visit.region(inspectorEn.title);
  await expect(story.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(latency).toBeFocused();
  at = await place();
  await page.mouse.move(...at(0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.4));
  await page.mouse.up();
  await visit.arrived();
  const second = await visit.nowMs();
  // A tenth of the chart is more than a tenth of the minute that it spans, because there is room for words at its sides.
  expect(second - first).toBeGreaterThan(6000);
  await page.mouse.move(...at(0.6));
  expect(await visit.nowMs()).toBe(second);
  await expect(story).toHaveCount(0);

  await load.focus();
  await load.press('Home');
  await load.press('PageUp');
  for (let i = 0; i < 4; i++) await load.press('ArrowRight');
  await visit.arrived();
  await expect(visit.playhead).toHaveAttribute('aria-valuenow', '14000');
  // It says in words where it is and what there is.
  await expect(load).toHaveAttribute('aria-valuetext', /0:14\.000 of 0:30\.000 simulated, Server A \d+%/);
  await load.press('ArrowRight');
  await load.press('ArrowRight');
  await expect(load).toHaveAttribute('aria-valuetext', /0:16\.000 .*Server A –, Server B \d+%/);
  // A time in a table goes there, too.
  await row(visit, chartsEn.lost.title, '0:05');
  await chart(visit, chartsEn.lost.title).getByRole('button', { name: '0:05', exact: true }).click();
  await expect(visit.playhead).toHaveAttribute('aria-valuenow', '5000');
});

for (const locale of ['en', 'ko'] satisfies Locale[]) {
  test(`a point of a chart says in words what happened in that second, ${locale}`, async ({ page }) => {
    const visit = await open(page, `${RUN}&t=20500`, locale);
    const words = WORDS[locale];
    const inspector = locale === 'en' ? inspectorEn : inspectorKo;
    const said = inspector.stretch;
    await visit.openCharts();
    // Values are of the last whole second, and say so.
    const ofThat = new RegExp(
      [words.asOf({ at: '0:20', ms: 1000 }), words.during({ from: '0:19', to: '0:20' })]
        .map((text) => text.replace(/[()]/g, '\\$&'))
        .join('|'),
    );
    for (const figure of await visit.charts.getByRole('figure').all())
      await expect(figure.getByText(ofThat)).toBeVisible();
    const outcomes = visit.charts.getByRole('slider', {
      name: words.playhead({ chart: words.outcomes.title }),
      exact: true,
    });
    await outcomes.focus();
    await outcomes.press('Home');
    for (const key of [
      'PageUp',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
    ])
      await outcomes.press(key);
    await visit.arrived();
    await outcomes.press('Enter');
    const story = visit.region(inspector.title);
    const heading = story.getByRole('heading', { level: 2 });
    await expect(heading).toHaveText(said.title({ from: '0:15', to: '0:16' }));
    await expect(heading).toBeFocused();
    const part = (title: string) => story.getByRole('region', { name: title, exact: true });
    // How many of each: as many as the page had told by then.
    const sums = story
      .getByText(/\d/)
      .filter({ hasText: locale === 'en' ? 'served' : '정상 처리' })
      .first();
    const [answers, ok, refused, failed] = ((await sums.innerText()).match(/\d+/g) ?? []).map(Number);
    expect(ok + refused + failed).toBe(answers);
    // Beside the chart there is the same, and so is in its table.
    const beside = chart(visit, words.outcomes.title).getByRole('listitem');
    for (const [i, count] of [ok, refused, failed].entries())
      expect(numberIn(await beside.nth(i).innerText())).toBe(count);
    expect((await row(visit, words.outcomes.title, '0:16', locale)).map(numberIn)).toEqual([
      ok,
      refused,
      failed,
    ]);
    // What is behind it began when the server died, and the story says so.
    await expect(part(said.reasons).getByRole('listitem').first()).toBeVisible();
    const told = (await visit.told()).filter(({ atMs, text }) => /^\d{3}:/.test(text) && atMs > 15_000);
    expect(told.length).toBeGreaterThan(0);
    await expect(part(said.told).getByRole('listitem')).toHaveCount(refused + failed);
    // The slowest come first, and a server was busiest.
    const slow = await part(said.slowest).getByRole('listitem').allInnerTexts();
    expect(slow.length).toBeGreaterThan(1);
    const [first] = await part(said.servers).getByRole('listitem').allInnerTexts();
    expect(numberIn(first)).toBeGreaterThan(0);
    // The second before had the kill at its end, which belongs to it.
    await story.getByRole('button', { name: said.before({ ms: 1000 }) }).click();
    await expect(heading).toHaveText(said.title({ from: '0:14', to: '0:15' }));
    await expect(part(said.changes)).toContainText(visit.t.server.name({ name: 'A' }));
    // Each refusal leads to its own story, and back.
    await story.getByRole('button', { name: said.after({ ms: 1000 }) }).click();
    await story.getByRole('button', { name: said.after({ ms: 1000 }) }).click();
    await expect(heading).toHaveText(said.title({ from: '0:16', to: '0:17' }));
    const refusal = part(said.told)
      .getByRole('button', { name: /^\d{3}:/ })
      .first();
    const what = await refusal.innerText();
    await refusal.click();
    await expect(heading).toHaveText(what);
    await story.getByRole('button', { name: inspector.back, exact: true }).click();
    await expect(heading).toHaveText(said.title({ from: '0:16', to: '0:17' }));
    await page.keyboard.press('Escape');
    await expect(outcomes).toBeFocused();
  });
}

test('what became of requests is drawn up to the playhead, the same whichever way one came there', async ({
  page,
}) => {
  /** The pictures of the timeline and of all charts, without the names that tie their parts together. */
  const pictures = async (visit: Visit): Promise<string[]> => {
    await visit.arrived();
    const all = [visit.playhead, ...(await visit.charts.getByRole('slider').all())];
    return Promise.all(
      all.map(async (one) =>
        (await one.locator('svg').first().innerHTML()).replace(/(id="|url\((?:#|"#|&quot;#))[^")&]*/g, '$1'),
      ),
    );
  };
  const visit = await open(page, `${RUN}&t=16000&speed=1`);
  await visit.openCharts();
  await visit.play.click();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(17_200);
  await visit.pause.click();
  const atMs = await visit.nowMs();
  const played = await pictures(visit);
  // To the last pixel: what is drawn ends where the playhead is.
  const plot = visit.playhead.locator('svg').first();
  const widths = await plot.evaluate((svg) => {
    const [known, now] = ['path', 'circle'].map((name) => svg.querySelector(name)?.getBoundingClientRect());
    return { rightPx: known?.right ?? 0, nowPx: now ? now.left + now.width / 2 : Number.NaN };
  });
  expect(Math.abs(widths.rightPx - widths.nowPx)).toBeLessThan(1);
  const opened = await open(page, `${RUN}&t=${atMs}`);
  await opened.openCharts();
  expect(await pictures(opened)).toEqual(played);
  // There and back from a moment before.
  await opened.seek(9000);
  await opened.playhead.press('End');
  expect(await pictures(opened)).toEqual(played);
});

/** How far down the window something is. */
const topOf = async (what: Locator): Promise<number> => (await what.boundingBox())?.y ?? Number.NaN;

for (const [width, height] of [
  [1440, 900],
  [390, 844],
]) {
  test(`a story of a point leaves one where one was, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const visit = await open(page, `${RUN}&t=20500`);
    await visit.openCharts();
    const lost = slider(visit, chartsEn.lost.title);
    await lost.scrollIntoViewIfNeeded();
    const before = await topOf(lost);
    const box = await lost.boundingBox();
    if (box === null) throw new Error('The chart should have a box.');
    await page.mouse.click(box.x + 120, box.y + 60);
    const story = visit.region(inspectorEn.title);
    const heading = story.getByRole('heading', { level: 2 });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    if (width > 1000) {
      // Beside it, and not over it.
      expect(await topOf(lost)).toBe(before);
      const [panel, plot] = [await story.boundingBox(), await lost.boundingBox()];
      if (panel === null || plot === null) throw new Error('Both should be there.');
      expect(panel.x >= plot.x + plot.width || panel.x + panel.width <= plot.x).toBe(true);
    } else expect(await topOf(lost)).not.toBe(before);
    await story.getByRole('button', { name: startingWith(inspectorEn.close) }).click();
    await expect(lost).toBeFocused();
    await expect.poll(() => topOf(lost)).toBeCloseTo(before, 0);
  });
}

test('they show the part of the run that the timeline shows', async ({ page }) => {
  const visit = await open(page, `${RUN}&t=20000`);
  await visit.openCharts();
  const load = slider(visit, chartsEn.load.title);
  await expect(visit.charts.getByText(chartsEn.whole)).toBeVisible();
  await expect(load.locator('svg text').filter({ hasText: /^0:00$/ })).toHaveCount(1);
  await visit.playhead.focus();
  for (let i = 0; i < 3; i++) await visit.playhead.press('+');
  await expect(visit.charts.getByText(chartsEn.part)).toBeVisible();
  await expect(load.locator('svg text').filter({ hasText: /^0:00$/ })).toHaveCount(0);
  await expect(load.locator('svg text').filter({ hasText: /^0:20$/ })).toHaveCount(1);
  // A press leads to a time of this part.
  await load.scrollIntoViewIfNeeded();
  const box = await load.boundingBox();
  if (box === null) throw new Error('The chart should have a box.');
  await page.mouse.click(box.x + 62 + (box.width - 62 - 54) / 2, box.y + 30);
  await visit.arrived();
  // Of the 7.5 s around 20 s, a third of which lie before it, the middle is at 21.25 s.
  expect(Math.abs((await visit.nowMs()) - 21_250)).toBeLessThan(30);
});

test('they grow as time goes on, and are drawn anew when somebody acts in the past', async ({ page }) => {
  const visit = await open(page, 'scenario=three-servers&seed=7&t=500');
  await visit.charts.getByRole('heading', { level: 2 }).click();
  await expect(visit.charts.getByText(chartsEn.early)).toBeVisible();
  await visit.seek(20_000);
  await expect(chart(visit, chartsEn.lost.title)).toContainText(`${chartsEn.lost.sessions} 0`);
  await visit.seek(10_000);
  await visit.serverMenu('B').click();
  await visit.menuItem(visit.t.server.action.kill).click();
  await visit.seek(12_000);
  const lost = chart(visit, chartsEn.lost.title);
  await expect(lost).not.toContainText(`${chartsEn.lost.sessions} 0`);
  await expect(lost).toContainText(new RegExp(`${chartsEn.lost.sessions} [1-8]`));
  await row(visit, chartsEn.lost.title, '0:10');
  await expect(lost.getByRole('rowheader')).toHaveText(
    Array.from({ length: 12 }, (_, i) => `0:${String(i + 1).padStart(2, '0')}`),
  );
});

test('they change their language with the page', async ({ page }) => {
  const visit = await open(page, `${RUN}&t=20000`);
  await visit.openCharts();
  await visit.button('한국어').click();
  const korean = new Visit(page, 'ko');
  await expect(chart(korean, chartsKo.load.title)).toBeVisible();
  await expect(chart(korean, chartsKo.outcomes.title).getByRole('listitem').nth(2)).toHaveText(
    `${chartsKo.outcomes.failed} 초당 0`,
  );
  expect(await row(korean, chartsKo.outcomes.title, '0:20', 'ko')).toEqual([
    expect.stringMatching(/^\d+$/),
    expect.stringMatching(/^\d+$/),
    '0',
  ]);
});

for (const { locale, theme, width } of [
  { locale: 'en', theme: 'dark', width: 390 },
  { locale: 'ko', theme: 'light', width: 390 },
  { locale: 'ko', theme: 'dark', width: 1440 },
] as const) {
  test(`everything fits and can be read, ${locale}, ${theme}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: theme });
    const visit = await openMoment(page, 'kill-noticed', locale);
    await visit.openCharts();
    for (const summary of await visit.charts.locator('figure summary').all()) await summary.click();
    await expect(visit.charts.getByRole('table')).toHaveCount(9);
    // Words of the stage have their own test.
    await expectWordsToFit(visit, 'with charts', /The cookie|쿠키는/);
    const { violations } = await new AxeBuilder({ page })
      .include('section:has(> details figure)')
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)),
    ).toEqual([]);
  });
}
