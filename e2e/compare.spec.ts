/** Comparing: ready ones, "this run, but with …", links, the keyboard, phones, and who hears instead of seeing. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { compareEn } from '../src/i18n/compare/en.ts';
import { compareKo } from '../src/i18n/compare/ko.ts';
import type { CompareWords } from '../src/i18n/compare/types.ts';
import { timeWords } from '../src/i18n/time/index.ts';
import { buttonsOutside, choiceCut, expectWordsToFit, recordsOutside, statesCut } from './support/fit.ts';
import { expect, test } from './support/test.ts';
import { type Locale, open, Visit } from './support/visit.ts';

const WORDS = { en: compareEn, ko: compareKo };

/** A comparison as a visitor meets it. */
class Comparison {
  readonly page: Page;
  readonly visit: Visit;
  readonly words: CompareWords;

  constructor(page: Page, locale: Locale = 'en') {
    this.page = page;
    this.visit = new Visit(page, locale);
    this.words = WORDS[locale];
  }
  run(number: number): Locator {
    const [before] = this.words.run({ number, name: '\u0000' }).split('\u0000');
    return this.page.getByRole('region', { name: before }).and(this.page.locator('section:has(canvas)'));
  }
  part(number: number, part: string): Locator {
    return this.page.getByRole('region', { name: this.words.part({ number, part }), exact: true });
  }
  get table(): Locator {
    return this.page.getByRole('table');
  }
  /** What stands in a row, without what is only said. */
  async row(id: keyof typeof compareEn.table.rows): Promise<string[]> {
    const row = this.table
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: this.words.table.rows[id] }) });
    return row.getByRole('cell').allInnerTexts();
  }
  async numbers(id: keyof typeof compareEn.table.rows): Promise<number[]> {
    return (await this.row(id)).map((text) => Number.parseFloat(text.replace(/[$,]/g, '')));
  }
  get playhead(): Locator {
    return this.visit.playhead;
  }
}

async function openComparison(page: Page, query: string, locale: Locale = 'en'): Promise<Comparison> {
  await page.goto(`?${query}&lang=${locale}`);
  const comparison = new Comparison(page, locale);
  await expect(comparison.table).toBeVisible();
  return comparison;
}

test('a ready comparison is two presses away, plays, and shows a difference', async ({ page }) => {
  const visit = await open(page, 'scenario=one-server&autoplay=0');
  await visit.button(visit.t.app.compare).click();
  const { words } = new Comparison(page);
  await page
    .getByRole('button', { name: words.start({ name: words.ready['where-sessions-live'].name }) })
    .click();
  const comparison = new Comparison(page);
  await expect(comparison.table).toBeVisible();
  await expect(visit.pause).toBeVisible();
  for (const [i, name] of words.ready['where-sessions-live'].runs.entries()) {
    await expect(
      page.getByRole('region', { name: words.run({ number: i + 1, name }), exact: true }),
    ).toBeVisible();
  }
  // It begins shortly before what it is about: some have been sent back to log in by then, in one run only.
  await visit.pause.click();
  const [memory, ...others] = await comparison.numbers('refused');
  expect(memory).toBeGreaterThan(10);
  expect(others).toEqual([0, 0, 0]);
  await expect(comparison.table.getByText(words.table.best).first()).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: words.ready['where-sessions-live'].runs[3] }),
  ).toHaveCount(1);
});

test('“this run, but with …” takes two presses, keeps what was done and when, and gives the run back', async ({
  page,
}) => {
  const visit = await open(page, 'scenario=two-servers&do=9000~kill~B&t=15000');
  const before = await visit.world();
  await page.getByText(visit.t.app.butWith).click();
  await page
    .getByRole('group', { name: visit.t.strategy.label })
    .getByRole('button', { name: visit.t.strategy.sticky.name })
    .click();
  const comparison = new Comparison(page);
  await expect(comparison.run(2)).toBeVisible();
  await expect(comparison.playhead).toHaveValue('15000');
  // The server was killed in both.
  for (const number of [1, 2]) {
    await expect(
      comparison.part(number, visit.t.server.title).getByRole('heading', { name: /^Server B: .*down/ }),
    ).toBeVisible();
  }
  const [own, sticky] = await comparison.numbers('refused');
  expect(own).toBeGreaterThan(sticky);
  await page.getByRole('button', { name: comparison.words.back }).click();
  await expect(visit.people.first()).toBeVisible();
  expect(await visit.world()).toEqual(before);
});

test('any setting can be compared, and up to four runs', async ({ page }) => {
  const visit = await open(page, 'scenario=lunch-rush&t=8000');
  await page.getByText(visit.t.app.butWith).click();
  const { words } = new Comparison(page);
  await page.getByRole('combobox', { name: words.menu.any }).selectOption('servers.workers');
  await page.getByRole('textbox', { name: /workers/i }).fill('4');
  await page.keyboard.press('Enter');
  const comparison = new Comparison(page);
  await expect(comparison.run(2)).toBeVisible();
  for (const more of [words.menu.moreServers, words.menu.fewerServers]) {
    await page.getByText(words.add, { exact: true }).click();
    await page.getByRole('button', { name: more }).click();
    await expect(page.getByRole('button', { name: more })).toHaveCount(0);
  }
  await expect(comparison.run(4)).toBeVisible();
  await expect(page.getByText(words.add, { exact: true })).toHaveCount(0);
  const [as, workers, more, fewer] = await comparison.numbers('failed');
  expect(workers).toBeLessThan(as);
  expect(more).toBeLessThan(as);
  expect(fewer).toBeGreaterThan(as);
  // Taken out again, the others stay.
  await page.getByRole('button', { name: words.remove({ number: 2 }) }).click();
  await expect(comparison.run(4)).toHaveCount(0);
  expect(await comparison.numbers('failed')).toEqual([as, more, fewer]);
});

test('what is done happens in all runs, or in one', async ({ page }) => {
  const comparison = await openComparison(
    page,
    'scenario=two-servers&compare=sessions.strategy~sticky&t=6000',
  );
  const { visit, words } = comparison;
  const servers = (number: number) =>
    comparison.part(number, visit.t.server.title).getByRole('heading', { level: 3 });
  await expect(servers(1)).toHaveCount(2);
  await page.getByRole('button', { name: words.addServerTo({ number: 2 }) }).click();
  await expect(servers(1)).toHaveCount(3);
  await expect(servers(2)).toHaveCount(3);
  await page.getByRole('radio', { name: words.scope.one }).check();
  await comparison
    .part(2, visit.t.server.title)
    .getByRole('button', { name: visit.t.server.menu({ name: visit.t.server.name({ name: 'A' }) }) })
    .click();
  await page.getByRole('menuitem', { name: /^Kill/ }).click();
  await expect(
    comparison.part(2, visit.t.server.title).getByRole('heading', { name: /^Server A: .*down/ }),
  ).toBeVisible();
  await expect(
    comparison.part(1, visit.t.server.title).getByRole('heading', { name: /^Server A: .*down/ }),
  ).toHaveCount(0);
});

test('a link leads to the same comparison at the same moment', async ({ page }) => {
  const comparison = await openComparison(
    page,
    'scenario=two-servers&seed=9&do=4000~add&compare=sessions.strategy~shared;servers.count~4&t=12000',
  );
  const { words, visit } = comparison;
  await page.getByRole('radio', { name: words.scope.one }).check();
  await page.getByRole('button', { name: words.addServerTo({ number: 3 }) }).click();
  const rows = ['servedShare', 'refused', 'usdPerHour', 'p95Ms'] as const;
  const before = await Promise.all(rows.map((id) => comparison.row(id)));
  const address = await visit.sharedAddress();
  expect(address.searchParams.get('compare')).toBe(
    'sessions.strategy~shared;servers.count~4,4000~add,12000~add',
  );
  await page.goto(address.href);
  await expect(comparison.table).toBeVisible();
  await expect(comparison.playhead).toHaveValue('12000');
  expect(await Promise.all(rows.map((id) => comparison.row(id)))).toEqual(before);
});

test('a ready comparison is shared by its name, with its moment', async ({ page }) => {
  const comparison = await openComparison(page, 'compare=deploy&t=20000');
  await comparison.playhead.focus();
  await page.keyboard.press('ArrowRight');
  await expect(comparison.playhead).toHaveValue('21000');
  const address = await comparison.visit.sharedAddress();
  expect(Object.fromEntries(address.searchParams)).toEqual({
    compare: 'deploy',
    t: '21000',
    speed: '5',
    lang: 'en',
  });
});

test('what cannot be used in a link is told, and the rest is used', async ({ page }) => {
  const comparison = await openComparison(
    page,
    'scenario=two-servers&compare=servers.count~many;servers.count~3',
  );
  await expect(page.getByRole('alert')).toContainText('servers.count~many');
  await expect(comparison.run(2)).toBeVisible();
  await page.goto('?compare=nothing-like-this&lang=en');
  await expect(page.getByRole('alert')).toContainText('nothing-like-this');
  await expect(page.getByRole('heading', { name: comparison.words.title, exact: true })).toBeVisible();
});

test('the keyboard alone is enough', async ({ page }) => {
  const visit = await open(page, 'scenario=three-servers&t=10000');
  const tabTo = async (target: Locator) => {
    for (let i = 0; i < 120; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab did not lead to ${target}.`);
  };
  await tabTo(page.getByText(visit.t.app.butWith));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: visit.t.strategy.shared.name })).toBeVisible();
  await tabTo(page.getByRole('button', { name: visit.t.strategy.shared.name }));
  await page.keyboard.press('Enter');
  const comparison = new Comparison(page);
  await expect(comparison.run(2)).toBeVisible();
  await tabTo(comparison.playhead);
  await page.keyboard.press('ArrowRight');
  await expect(comparison.playhead).toHaveValue('11000');
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  await expect(comparison.playhead).toHaveValue('10000');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+K');
  await expect(visit.pause).toBeVisible();
  await page.keyboard.press('Alt+K');
  await expect(visit.play).toBeVisible();
  const clock = visit.clock;
  const at = await clock.innerText();
  await visit.play.focus();
  await page.keyboard.press('ArrowRight');
  await expect(clock).not.toHaveText(at);
});

for (const locale of ['en', 'ko'] as const) {
  test(`everything fits, and a machine finds nothing wrong, ${locale}`, async ({ page }) => {
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
      [320, 700],
    ]) {
      await page.setViewportSize({ width, height });
      const comparison = await openComparison(page, 'compare=where-sessions-live&t=40000', locale);
      await expectWordsToFit(comparison.visit, `${width} px`);
      expect(await buttonsOutside(page)).toEqual([]);
      if (width !== 320) expect(await violations(page), `${width} px`).toEqual([]);
      await page.goto(`?compare=&lang=${locale}`);
      await expect(page.getByRole('listitem').first()).toBeVisible();
      expect(await violations(page), `the list, ${width} px`).toEqual([]);
    }
  });
}

test('cards and stores hold their records, however small the stages are', async ({ page }) => {
  test.slow();
  for (const query of [
    'compare=one-address&t=25000',
    'compare=where-sessions-live&t=14000',
    'compare=cdn-on-or-off&t=20000',
    'compare=modulo-or-ring-shards&t=20000',
    'scenario=three-servers&with=servers.count~6&compare=sessions.strategy~replicated&t=20000',
  ]) {
    await openComparison(page, query);
    for (const [width, height] of [
      [1440, 900],
      [1280, 720],
      [1280, 640],
      [1024, 768],
      [820, 1180],
      [390, 844],
      [320, 640],
    ]) {
      await page.setViewportSize({ width, height });
      await expect
        .poll(() => recordsOutside(page), { message: `${query}, ${width} × ${height}` })
        .toEqual([]);
    }
  }
});

test('on the small stages of a comparison servers say how they are in words that fit', async ({ page }) => {
  for (const locale of ['en', 'ko'] as const) {
    for (const query of ['compare=where-sessions-live&t=15100', 'compare=deploy&t=11000']) {
      await openComparison(page, query, locale);
      for (const [width, height] of [
        [1440, 900],
        [1280, 720],
        [820, 1180],
        [390, 844],
      ]) {
        await page.setViewportSize({ width, height });
        await expect
          .poll(() => statesCut(page), { message: `${query}, ${locale}, ${width} × ${height}` })
          .toEqual([]);
      }
    }
  }
});

test('on a phone every speed can be read, and what was done has its words', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const locale of ['en', 'ko'] as const) {
    const { visit } = await openComparison(page, 'compare=store-or-token&t=30000', locale);
    for (const { value } of await visit.speed
      .locator('option')
      .evaluateAll((all) => all.map((option) => ({ value: (option as HTMLOptionElement).value })))) {
      await visit.speed.selectOption(value);
      expect.soft(await choiceCut(visit.speed), locale).toEqual([]);
    }
    const { mark } = visit.t.timeline;
    const [person] = visit.t.names;
    for (const words of [mark['log-out']({ person }), mark['replay-cookie']({ person })])
      await expect(page.getByText(words, { exact: true })).toBeVisible();
  }
});

test('little moves where little shall move: it opens at a moment that tells, and rests', async ({ page }) => {
  const comparison = await openComparison(page, 'compare=balancer-pair&motion=reduce');
  await expect(comparison.visit.play).toBeVisible();
  await expect(comparison.playhead).toHaveValue('16000');
  expect(new Set(await comparison.numbers('failed')).size).toBe(2);
});

test('a comparison that somebody makes at the start is opened where the runs differ', async ({ page }) => {
  const visit = await open(page, 'scenario=three-servers&autoplay=0');
  await page.getByText(visit.t.app.butWith).click();
  await page
    .getByRole('group', { name: visit.t.strategy.label })
    .getByRole('button', { name: visit.t.strategy.shared.name })
    .click();
  const comparison = new Comparison(page);
  await expect.poll(async () => Number(await comparison.playhead.inputValue())).toBeGreaterThan(0);
  await expect(visit.play).toBeVisible();
  await expect.poll(async () => new Set(await comparison.numbers('refused')).size).toBe(2);
});

test('runs are numbered and called as the list of runs has them, whichever is shown there', async ({
  page,
}) => {
  const visit = await open(page, 'scenario=two-servers&t=8000&autoplay=0');
  const { runs } = timeWords.en;
  await visit.addServer.click();
  await visit.seek(10_000);
  await visit.seek(4000);
  await visit.addServer.click();
  const list = page.getByRole('group', { name: runs.label }).getByRole('button', { pressed: false });
  await expect(list.first()).toContainText(runs.name({ number: 1 }));
  const differs = async (number: number) =>
    page
      .getByRole('group', { name: runs.label })
      .locator('button', { hasText: runs.name({ number }) })
      .locator('small')
      .innerText();
  const called = [await differs(1), await differs(2)].map((text) => text.replace('· ', ''));
  await visit.button(runs.compare).click();
  const comparison = new Comparison(page);
  for (const [i, name] of called.entries()) {
    const stage = comparison.run(i + 1);
    await expect(stage.getByRole('heading', { level: 2 }).first()).toHaveText(name);
  }
});

test('what stands over a refusal, a person, and the keys of the timeline lead to the story of that run', async ({
  page,
}) => {
  const comparison = await openComparison(page, 'compare=where-sessions-live&t=25000');
  const { visit, words } = comparison;
  const title = { number: 1, name: words.ready['where-sessions-live'].runs[0] };
  const story = visit.region(words.closer(title));
  const callout = await visit.callout.first().boundingBox();
  if (callout === null) throw new Error('A refusal should be told of.');
  await page.mouse.click(callout.x + callout.width / 2, callout.y + callout.height / 2);
  await expect(story.getByRole('heading', { level: 2 })).toContainText('401');
  await page.keyboard.press('Escape');
  await expect(story).toHaveCount(0);
  await expect(comparison.table).toBeVisible();

  // By keys alone: a person of another run, its menu, and the way back to where one was.
  const person = comparison.part(2, visit.t.people.title).getByRole('button', { name: /^Yuna:/ });
  await person.press('Enter');
  const menu = comparison
    .part(2, visit.t.people.title)
    .getByRole('button', { name: visit.t.people.menu({ name: 'Yuna' }) });
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: visit.t.why.closer }).press('Enter');
  const second = visit.region(words.closer({ number: 2, name: words.ready['where-sessions-live'].runs[1] }));
  await expect(second.getByRole('heading', { level: 2 })).toContainText('Yuna');
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();

  await comparison.playhead.press('Enter');
  await expect(story.getByRole('heading', { level: 2 })).toBeVisible();
  await page.keyboard.press('Escape');

  // Why one of them refuses is a press away, and what has nothing to explain does not offer it.
  const why = (number: number) => visit.button(words.part({ number, part: visit.t.why.chain }));
  await expect(why(4)).toHaveCount(0);
  await why(1).press('Enter');
  await expect(story.getByRole('heading', { level: 2 })).toContainText('401');
});

test('what is done in a comparison leaves what it is about, and can be taken back', async ({ page }) => {
  const comparison = await openComparison(page, 'compare=where-sessions-live&t=11961');
  const { visit } = comparison;
  const t = timeWords.en;
  const servers = (run: number) =>
    comparison.part(run, visit.t.server.title).getByRole('heading', { name: /^Server / });
  const isDown = comparison.part(2, visit.t.server.title).getByRole('heading', { name: /^Server B: .*down/ });
  await comparison
    .run(1)
    .getByRole('button', { name: comparison.words.addServerTo({ number: 1 }) })
    .click();
  for (const run of [1, 2, 3, 4]) await expect(servers(run)).toHaveCount(4);
  await expect(page).toHaveURL(/do=.*add.*15000~kill~B/);
  await comparison.playhead.fill('20000');
  await expect(isDown).toBeVisible();
  await visit.button(t.undo).click();
  for (const run of [1, 2, 3, 4]) await expect(servers(run)).toHaveCount(3);
  await expect(comparison.playhead).toHaveValue('20000');
  await expect(isDown).toBeVisible();
  await expect(page).toHaveURL(/compare=where-sessions-live/);
  await comparison.playhead.press('ControlOrMeta+y');
  await expect(servers(3)).toHaveCount(4);
  await expect(visit.button(t.redo)).toHaveAttribute('aria-disabled', 'true');
});

test('a run that is added keeps what the comparison is about, also in a link, and can be taken back', async ({
  page,
}) => {
  const { visit, words, run, playhead, title } = {
    ...(await openComparison(page, 'compare=consistent-or-available&t=17040')),
    run: (number: number) => new Comparison(page).run(number),
    playhead: new Comparison(page).playhead,
    title: page.getByRole('heading', { name: compareEn.ready['consistent-or-available'].name }),
  };
  const { runs } = words.ready['consistent-or-available'];
  await page.getByText(words.add, { exact: true }).click();
  await page.getByRole('button', { name: words.menu.moreServers }).click();
  await expect(run(3)).toBeVisible();
  const expectTitles = async () => {
    await expect(title).toBeVisible();
    for (const [i, name] of runs.entries())
      await expect(
        run(i + 1)
          .getByRole('heading', { level: 2 })
          .first(),
      ).toHaveText(name);
  };
  await expectTitles();
  await expect(page).toHaveURL(/names=~consistent-or-available~0;~consistent-or-available~1/);
  await page.reload();
  await expectTitles();

  await page.getByRole('button', { name: words.remove({ number: 3 }) }).click();
  await expect(run(3)).toHaveCount(0);
  await visit.button(timeWords.en.undo).click();
  await expect(run(3)).toBeVisible();
  await expect(playhead).toHaveValue('17040');
  await visit.button(timeWords.en.redo).click();
  await expect(run(3)).toHaveCount(0);

  // What the comparison brings along is nothing that its visitor did.
  await visit.button(words.part({ number: 1, part: visit.t.why.chain })).click();
  const story = visit.region(words.closer({ number: 1, name: runs[0] }));
  await expect(story).toContainText('0:08.000');
  await expect(story).not.toContainText('You did');
});

test('a link to a comparison holds what is looked at in which run, and says what is not there', async ({
  page,
}) => {
  const comparison = await openComparison(page, 'compare=where-sessions-live&t=25000');
  const { visit, words } = comparison;
  await comparison
    .part(2, visit.t.people.title)
    .getByRole('button', { name: /^Yuna:/ })
    .click();
  await comparison
    .part(2, visit.t.people.title)
    .getByRole('button', { name: visit.t.people.menu({ name: 'Yuna' }) })
    .click();
  await visit.menuItem(visit.t.why.closer).click();
  const story = visit.region(words.closer({ number: 2, name: words.ready['where-sessions-live'].runs[1] }));
  await expect(story.getByRole('heading', { level: 2 })).toContainText('Yuna');
  await comparison.playhead.press('+');
  await expect(page).toHaveURL(/zoom=\d+~\d+.*look=2~person~1/);
  await page.reload();
  await expect(story.getByRole('heading', { level: 2 })).toContainText('Yuna');
  await expect(visit.button(timeWords.en.zoom.all), 'a part is shown').toBeEnabled();
  await expect(page).toHaveURL(/zoom=\d+~\d+.*look=2~person~1/);
  for (const look of ['7~person~1', '<b>', '2~person~99']) {
    await page.goto(`?compare=where-sessions-live&t=25000&lang=en&look=${encodeURIComponent(look)}`);
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(comparison.table).toBeVisible();
  }
});

test('the timeline of all runs is seen closer, and as a whole again', async ({ page }) => {
  const comparison = await openComparison(page, 'compare=where-sessions-live&t=25000');
  const { zoom } = timeWords.en;
  const whole = comparison.visit.button(zoom.all);
  await expect(whole).toHaveAttribute('aria-disabled', 'true');
  await comparison.playhead.press('+');
  await comparison.playhead.press('+');
  await expect(comparison.playhead).toHaveAttribute('max', '33750');
  await expect(comparison.playhead).toHaveValue('25000');
  await comparison.playhead.press('Home');
  await expect(comparison.playhead).toHaveAttribute('min', '0');
  await whole.click();
  await expect(comparison.playhead).toHaveAttribute('max', '60000');
});

test('on a phone the pictures come before the numbers, and a story below what it is about', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const comparison = await openComparison(page, 'compare=one-address&t=20000');
  const topOf = async (part: Locator) => (await part.boundingBox())?.y ?? Number.NaN;
  expect(await topOf(comparison.run(2))).toBeLessThan(await topOf(comparison.table));
  await comparison.playhead.press('Enter');
  const title = { number: 1, name: comparison.words.ready['one-address'].runs[0] };
  const story = comparison.visit.region(comparison.words.closer(title));
  await expect(story).toBeVisible();
  expect(await topOf(story)).toBeLessThan(await topOf(comparison.run(2)));
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))));
  const { violations: found } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.html.slice(0, 120)}`),
  );
}
