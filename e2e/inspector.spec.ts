/** A closer look: the stories of requests, people, servers and sessions, and the ways to them and back. */
import type { Locator, Page } from '@playwright/test';
import { inspectorEn } from '../src/i18n/inspector/en.ts';
import { inspectorKo } from '../src/i18n/inspector/ko.ts';
import type { InspectorWords } from '../src/i18n/inspector/types.ts';
import { timeWords } from '../src/i18n/time/index.ts';
import { expectAtHand, expectWordsToFit } from './support/fit.ts';
import { expect, test } from './support/test.ts';
import { type Locale, locales, open, openMoment, startingWith, type Visit } from './support/visit.ts';

const WORDS: Record<Locale, InspectorWords> = { en: inspectorEn, ko: inspectorKo };

/** The part of the page that tells a story. */
const storyOf = (visit: Visit, words = inspectorEn): Locator => visit.region(words.title);

/** Every "Look closer" of the log, the newest first. */
const closer = (visit: Visit): Locator =>
  visit.log.getByRole('button', { name: startingWith(visit.t.why.closer) });

const part = (story: Locator, name: string): Locator => story.getByRole('region', { name, exact: true });

/** The headline of the newest entry that one can look at. */
async function newestTold(visit: Visit): Promise<string> {
  const told = await visit.told();
  return told.find(({ text }) => text.startsWith('401'))?.text ?? '';
}

for (const locale of locales) {
  test(`from a refusal to its waterfall, its causes and what else it would have met: ${locale}`, async ({
    page,
  }) => {
    const words = WORDS[locale];
    const visit = await openMoment(page, 'refusal-under-memory', locale);
    const headline = await newestTold(visit);
    await closer(visit).first().click();
    const story = storyOf(visit, words);
    await expect(story.getByRole('heading', { level: 2 })).toHaveText(headline);
    await expect(story.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(visit.controls, 'it takes the place of the controls').toHaveCount(0);

    // Where the time went: each step with how long it took; together they are the response time.
    const steps = part(story, words.request.waterfall).getByRole('listitem');
    await expect(steps.first()).toContainText(words.phase.toBalancer);
    await expect(steps.last()).toContainText(words.phase.toUser);
    await expect(
      steps.filter({ hasText: words.phase.serving({ server: serverIn(headline, visit) }) }),
    ).toHaveCount(1);

    // Who could have been chosen: the one that was, and the other.
    const candidates = part(story, words.request.choices).getByRole('listitem');
    await expect(candidates).toHaveCount(2);

    // Down to what the visitor did, and to the moment of that.
    const chain = part(story, words.request.why).getByRole('listitem');
    const last = chain.last();
    await expect(last).toContainText('0:06.000');

    // What else: only in each server's memory is anybody refused.
    const others = part(story, words.otherwise.title).getByRole('listitem');
    await expect(others).toHaveCount(5);
    await expect(others.filter({ hasText: '401' })).toHaveCount(1);
    await expect(others.first()).toContainText(words.otherwise.asItWas);
    await expect(others.filter({ hasText: '200' })).toHaveCount(4);

    await last.getByRole('button', { name: words.seek({ at: '0:06.000' }) }).click();
    await expect.poll(() => visit.nowMs()).toBe(6000);
    await expect(story, 'the story stays').toBeVisible();
  });
}

/** The server that a headline names. */
function serverIn(headline: string, visit: Visit): string {
  const name = ['A', 'B'].find((each) => headline.includes(visit.t.server.name({ name: each })));
  return visit.t.server.name({ name: name ?? '' });
}

/** A server is added at 8 s, and the last refusal before 20 s has to do with that. */
const ADDED = 'scenario=two-servers&seed=1&do=8000~add&t=14950';

test('each line of the chain leads to when it happened', async ({ page }) => {
  const visit = await open(page, ADDED);
  await visit.button(visit.t.why.chain).click();
  const lines = part(storyOf(visit), inspectorEn.request.why).getByRole('listitem');
  await expect(lines.last()).toContainText('0:08.000');
  const times = await lines.getByRole('button', { name: /^Go to / }).allInnerTexts();
  expect(new Set(times).size).toBeGreaterThan(2);
  const added = lines.filter({ hasText: 'was added' });
  await added.getByRole('button', { name: inspectorEn.seek({ at: '0:08.000' }) }).click();
  await visit.arrived();
  expect(await visit.nowMs()).toBe(8000);
});

for (const locale of locales) {
  test(`what one did can be taken back where it is named, and found on the timeline: ${locale}`, async ({
    page,
  }) => {
    const words = WORDS[locale];
    const visit = await open(page, ADDED, locale);
    await visit.button(visit.t.why.chain).click();
    const story = storyOf(visit, words);
    await story.getByRole('button', { name: words.yours.show }).click();
    const mark = page.getByRole('button', {
      name: locale === 'en' ? /0:08\.000\. Drag it/ : /^0:08\.000, .* 끌거나/,
    });
    await expect(mark).toBeFocused();
    await expect(mark).toBeInViewport();
    await story.getByRole('button', { name: words.yours.takeBack }).click();
    await expect(story.getByRole('status').filter({ hasText: words.yours.takenBack })).toBeVisible();
    await expect(story.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(mark).toHaveCount(0);
    // Another run, and the one before is there.
    const runs = page.getByRole('group', { name: timeWords[locale].runs.label });
    await expect(runs.getByRole('button', { name: /1/ }).first()).toBeVisible();
    expect(await visit.nowMs()).toBe(14_950);
  });
}

test('the sentence leads to the part that it speaks of', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=1&do=15000~kill~A&t=15200');
  await visit.button(visit.t.why.chain).click();
  const heading = storyOf(visit).getByRole('heading', { level: 2 });
  await expect(heading).toHaveText(inspectorEn.server.title({ server: visit.t.server.name({ name: 'A' }) }));
  await page.keyboard.press('Escape');
  await expect(visit.button(visit.t.why.chain)).toBeFocused();
});

test('the controls are where they were when it is closed', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const visit = await open(page, ADDED);
  const column = page.locator('#controls');
  await visit.button(visit.t.why.chain).click();
  await expect(storyOf(visit).getByRole('heading', { level: 2 })).toBeFocused();
  await column.hover();
  await page.mouse.wheel(0, 500);
  await expect.poll(() => column.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await expect(visit.controls).toBeVisible();
  await expect.poll(() => column.evaluate((element) => element.scrollTop)).toBe(0);
});

test('by keyboard alone: there, on to another story, back, and out', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  const words = inspectorEn;
  const first = closer(visit).first();
  await first.focus();
  await page.keyboard.press('Enter');
  const story = storyOf(visit);
  const title = story.getByRole('heading', { level: 2 });
  await expect(title).toBeFocused();
  const refusal = await title.innerText();

  // The first stop after the title is the moment itself; the next plays the request; then whose it was.
  await page.keyboard.press('Tab');
  await expect(story.getByRole('button', { name: startingWith('See it happen at') })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(story.getByRole('button', { name: words.replay })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText(/’s story$/);
  await expect(title).toBeFocused();
  await expect(part(story, words.person.visits).getByRole('listitem').first()).toBeVisible();

  // Backwards to "Back", which is before the title.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(story.getByRole('button', { name: words.back })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(title).toHaveText(refusal);

  await page.keyboard.press('Escape');
  await expect(story).toHaveCount(0);
  await expect(first).toBeFocused();
  await expect(visit.controls).toBeVisible();
});

test('a line of the waterfall leads to its moment, and says where the playhead is', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  await closer(visit).first().click();
  const lines = part(storyOf(visit), inspectorEn.request.waterfall).getByRole('listitem');
  const third = lines.nth(2);
  await third.getByRole('button').click();
  await expect(third).toHaveAttribute('aria-current', 'step');
  await expect(lines.filter({ hasText: '· now' })).toHaveCount(1);
  // Whoever asked stands out on the stage, and no longer once this is closed.
  await expect(visit.people.and(page.locator('[aria-pressed=true]'))).toHaveCount(1);
  await storyOf(visit)
    .getByRole('button', { name: startingWith(inspectorEn.close) })
    .click();
  await expect(visit.people.and(page.locator('[aria-pressed=true]'))).toHaveCount(0);
});

test('from people, servers and sessions to their stories', async ({ page }) => {
  const visit = await openMoment(page, 'kill-noticed');
  const { t } = visit;
  const story = storyOf(visit);
  const title = story.getByRole('heading', { level: 2 });
  const name = t.names[0];

  await visit.person(name).click();
  await visit.button(t.people.menu({ name })).click();
  await visit.menuItem(t.why.closer).click();
  await expect(title).toHaveText(inspectorEn.person.title({ person: name }));
  const deeds = part(story, inspectorEn.person.deeds).getByRole('listitem');
  await expect(deeds.last()).toContainText('200: login');
  // Any answer of theirs has a story as well.
  await deeds.last().getByRole('button', { name: '200: login' }).click();
  await expect(title).toHaveText(`200: ${name} logs in`);
  await expect(part(story, inspectorEn.otherwise.title), 'nothing went wrong').toHaveCount(0);
  await page.keyboard.press('Escape');

  await visit.serverMenu('A').click();
  await visit.menuItem(t.why.closer).click();
  await expect(title).toHaveText(inspectorEn.server.title({ server: 'Server A' }));
  await expect(part(story, inspectorEn.server.events).getByRole('listitem')).toHaveText([
    /balancer takes it out/,
    /lost with its memory. You did this[.]$/,
    /down. You did this[.]Take it backShow it on the timeline$/,
  ]);
  await page.keyboard.press('Escape');
  await expect(visit.serverMenu('A'), 'back where it was opened').toBeFocused();

  // The record of whoever is followed has the way to its story beside it.
  const onStage = visit.region(t.server.title).getByRole('button', { name: startingWith(t.why.closer) });
  await onStage.first().click();
  await expect(title).toHaveText(/^Session \d+, of Yuna$/);
  await expect(part(story, inspectorEn.session.events).getByRole('listitem').last()).toContainText(
    'Made by a login on Server',
  );
});

test('a request that moves can be pressed', async ({ page }) => {
  const visit = await open(page, 'scenario=three-servers&seed=7&t=8030');
  const story = storyOf(visit);
  const where = await painted(page);
  expect(where.length, 'requests are on their way').toBeGreaterThan(0);
  // What finds it is fetched after the start.
  await expect(async () => {
    for (const [x, y] of where) await page.mouse.click(x, y);
    await expect(story).toBeVisible({ timeout: 500 });
  }).toPass();
  const lines = part(story, inspectorEn.request.waterfall).getByRole('listitem');
  await expect(lines.and(page.locator('[aria-current=step]'))).toHaveCount(1);
});

/** Places on the page where something opaque is painted onto the canvas, away from everything that can be pressed. */
async function painted(page: Page): Promise<[number, number][]> {
  return page.locator('canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { left, top, width } = canvas.getBoundingClientRect();
    const scale = canvas.width / width;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
      0,
      0,
      canvas.width,
      canvas.height,
    );
    const places: [number, number][] = [];
    for (let i = 0; i < canvas.width * canvas.height; i += 7) {
      if (data[4 * i + 3] < 250) continue;
      const x = left + (i % canvas.width) / scale;
      const y = top + Math.floor(i / canvas.width) / scale;
      if (document.elementFromPoint(x, y)?.closest('button') === null) places.push([x, y]);
    }
    return places.filter((_, i) => i % Math.ceil(places.length / 4) === 0);
  });
}

test('on a phone it stands below the stage, and everything fits', async ({ page }) => {
  for (const locale of locales) {
    const words = WORDS[locale];
    await page.setViewportSize({ width: 390, height: 844 });
    const visit = await openMoment(page, 'refusal-under-memory', locale);
    const opener = closer(visit).first();
    await opener.click();
    const story = storyOf(visit, words);
    await expect(part(story, words.otherwise.title).getByRole('listitem')).toHaveCount(5);
    await expect(story.getByRole('heading', { level: 2 })).toBeInViewport();
    const [stage, told] = await Promise.all([visit.store.boundingBox(), story.boundingBox()]);
    if (stage === null || told === null) throw new Error('Both should have boxes.');
    expect(told.y).toBeGreaterThanOrEqual(stage.y + stage.height);
    await expectAtHand(visit.play, 'play');
    await expectWordsToFit(visit, `${locale}, a request on a phone`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expectWordsToFit(visit, `${locale}, a request`);
    await story.getByRole('button', { name: startingWith(words.close) }).click();
    await expect(opener).toBeFocused();
  }
});

test('the story of a request that is no more says so', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  await closer(visit).first().click();
  const story = storyOf(visit);
  await expect(part(story, inspectorEn.otherwise.title).getByRole('listitem')).toHaveCount(5);
  await visit.seek(2000);
  await visit.serverMenu('A').click();
  await visit.menuItem(visit.t.server.action.kill).click();
  // The only server is dead: the same number belongs to somebody else's request now.
  await expect(story).toContainText(inspectorEn.gone);
});

test('it is told in the other language at once', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  await closer(visit).first().click();
  await expect(storyOf(visit)).toBeVisible();
  await visit.button('한국어').click();
  await expect(storyOf(visit, inspectorKo)).toContainText(inspectorKo.request.waterfall);
});

test('what cannot be fetched is said, and can be asked for again', async ({ page, problems }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  await page.route(/Inspector-.*[.]js/, (route) => route.abort());
  await closer(visit).first().click();
  await expect(page.getByRole('alert')).toContainText(visit.t.notice.unfetched);
  await expect(visit.controls, 'the controls stay').toBeVisible();
  await page.unroute(/Inspector-.*[.]js/);
  await closer(visit).first().click();
  await expect(storyOf(visit)).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  problems.length = 0;
});
