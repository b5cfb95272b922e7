/** From the sentence above the stage to the story of an answer, from stories to moments, and back. */
import { inspectorEn } from '../src/i18n/inspector/en.ts';
import { timeWords } from '../src/i18n/time/index.ts';
import { expect, test } from './support/test.ts';
import { open, openMoment, startingWith } from './support/visit.ts';

const words = inspectorEn;

test('“Why?” opens the story of the answer that the sentence speaks of, and closing leads back to it', async ({
  page,
}) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  const why = visit.summary.getByRole('button', { name: visit.t.why.chain });
  const [{ text: newest }] = await visit.answersTold(401);
  await why.click();
  const story = visit.region(words.title);
  const title = story.getByRole('heading', { level: 2 });
  await expect(title).toBeFocused();
  await expect(title).toHaveText(newest);
  await expect(title).toBeInViewport();
  await expect(story.getByRole('heading', { level: 3 }).first()).toHaveText(words.request.why);
  await page.keyboard.press('Escape');
  await expect(why).toBeFocused();
});

test('the stage shows the way to the server that refused, and not to the one that has the session', async ({
  page,
}) => {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const visit = await openMoment(page, 'refusal-under-memory');
    const [{ text }] = await visit.answersTold(401);
    await visit.summary.getByRole('button', { name: visit.t.why.chain }).click();
    const told = page.getByRole('main').getByText(`${text}. `);
    await expect(told, 'to those who do not see it').toBeAttached();
    const refusing = /Server (\w)/.exec(text)?.[1] ?? '';
    const card = await visit.server(refusing).boundingBox();
    const ways = page.getByRole('main').locator('path[stroke="var(--refused)"]');
    await expect(ways, 'from the person and to the server').toHaveCount(2);
    const way = await ways.last().boundingBox();
    if (card === null || way === null) throw new Error('Both should have boxes.');
    const [x, y] = [way.x + way.width, way.y + way.height];
    expect(x).toBeGreaterThan(card.x - 20);
    expect(x).toBeLessThan(card.x + card.width);
    expect(y).toBeGreaterThan(card.y - 20);
    expect(way.y).toBeLessThan(card.y + card.height);
    await page.keyboard.press('Escape');
    await expect(ways).toHaveCount(0);
  }
});

test('what stands over a refusal can be pressed', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  const box = await visit.callout.boundingBox();
  if (box === null) throw new Error('It should have a box.');
  const [{ text: newest }] = await visit.answersTold(401);
  const story = visit.region(words.title);
  // What finds it is fetched after the start.
  await expect(async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 6);
    await expect(story.getByRole('heading', { level: 2 })).toHaveText(newest, { timeout: 500 });
  }).toPass();
});

test('the moment of an answer is gone to first, then others, and at last one is back where one was', async ({
  page,
}) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  const startMs = await visit.nowMs();
  const [{ atMs, text }] = await visit.answersTold(401);
  await visit.summary.getByRole('button', { name: visit.t.why.chain }).click();
  const story = visit.region(words.title);
  const back = story.getByRole('button', { name: words.backTo({ at: visit.f.clock(startMs) }) });
  await expect(back, 'nobody has gone anywhere').toHaveCount(0);

  const first = story.getByRole('button', { name: words.goThere({ at: visit.f.clock(atMs) }) });
  await first.click();
  await expect.poll(() => visit.nowMs()).toBeLessThan(startMs);
  await expect(story.getByRole('button', { name: startingWith('The stage shows') })).toBeDisabled();
  await expect(visit.callout).toContainText(text);

  const steps = story.getByRole('region', { name: words.request.waterfall }).getByRole('listitem');
  const second = steps.nth(1).getByRole('button');
  await second.click();
  await expect(second).toHaveAttribute('aria-current', 'step');
  await back.click();
  await expect.poll(() => visit.nowMs()).toBe(startMs);
  await expect(second, 'one can go on from there').toBeFocused();
  await expect(back).toHaveCount(0);

  // Whoever closes the story at such a moment can come back all the same.
  await first.click();
  await expect.poll(() => visit.nowMs()).toBeLessThan(startMs);
  await page.keyboard.press('Escape');
  await expect(story).toHaveCount(0);
  const home = visit.button(timeWords.en.wayBack.back({ at: startMs }));
  await home.press('Enter');
  await expect.poll(() => visit.nowMs()).toBe(startMs);
  await expect(home).toHaveCount(0);
});

test('a server’s story stays whole at the moments that it leads to', async ({ page }) => {
  const visit = await open(page, 'scenario=sticky-three&seed=7&do=8000~kill~A&t=11200');
  await visit.serverMenu('A').click();
  await visit.menuItem(visit.t.why.closer).click();
  const story = visit.region(words.title);
  await expect(story.getByRole('heading', { level: 2 })).toBeFocused();
  const events = story.getByRole('region', { name: words.server.events }).getByRole('listitem');
  const count = await events.count();
  expect(count).toBeGreaterThan(1);
  // The last in the list is the first that happened: the others come after it.
  const first = events.last().getByRole('button', { name: words.seek({ at: visit.f.clock(8000) }) });
  await first.click();
  await expect.poll(() => visit.nowMs()).toBe(8000);
  await expect(first).toHaveAttribute('aria-current', 'step');
  await expect(events).toHaveCount(count);
});

test('why a dead server still gets requests is told', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&do=10000~add,20000~kill~A&t=22000');
  await visit.summary.getByRole('button', { name: visit.t.why.chain }).click();
  const story = visit.region(words.title);
  const [before] = words.server.unnoticed({ failed: 0, of: 3 }).split(', and 0');
  await expect(story).toContainText(before);
  await expect(story).toContainText(words.server.retriedElsewhere);
  await visit.seek(60_000);
  await expect(story).not.toContainText(words.server.retriedElsewhere);
});

test('a long story says how far it is, can be stopped, and goes on', async ({ page }) => {
  const visit = await open(page, 'scenario=busy-crowd&seed=1&t=240000&follow=1');
  await expect.poll(() => visit.nowMs(), { timeout: 30_000 }).toBe(240_000);
  // On a slow machine, so that there is time to stop it.
  const machine = await page.context().newCDPSession(page);
  await machine.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  const name = visit.t.names[0];
  await visit.button(visit.t.people.menu({ name })).click();
  await visit.menuItem(visit.t.why.closer).click();
  const story = visit.region(words.title);
  const progress = story.getByRole('progressbar', { name: words.telling });
  await expect(progress).toBeVisible();
  await story.getByRole('button', { name: words.stop, exact: true }).click();
  await expect(story.getByRole('status').filter({ hasText: words.stopped })).toBeVisible();
  const stoppedAt = await progress.getAttribute('value');
  await visit.frames(20);
  expect(await progress.getAttribute('value'), 'it stands still').toBe(stoppedAt);
  const goOn = story.getByRole('button', { name: words.goOn, exact: true });
  await expect(goOn, 'the focus is where it was').toBeFocused();
  await machine.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await goOn.press('Enter');
  await expect(story.getByRole('heading', { name: words.person.visits })).toBeVisible({ timeout: 30_000 });
  await expect(progress).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a moment of the story shows the stage, leads on to the next, and back to the story', async ({
    page,
  }) => {
    const visit = await openMoment(page, 'refusal-under-memory', 'en', '&motion=reduce');
    await visit.summary.getByRole('button', { name: visit.t.why.chain }).tap();
    const story = visit.region(words.title);
    const steps = story.getByRole('region', { name: words.request.waterfall }).getByRole('listitem');
    await steps.nth(1).getByRole('button').tap();
    const bar = visit.region(words.walk.label);
    await expect(bar).toBeInViewport();
    await expect(visit.balancer).toBeInViewport();
    await expect(visit.serverHeading('A')).toBeInViewport();
    await visit.play.click({ trial: true }); // nothing lies over it
    await expect(bar).toContainText(words.phase.toServer({ server: 'Server B' }));
    await bar.getByRole('button', { name: words.walk.next }).tap();
    await expect(bar).toContainText(words.phase.serving({ server: 'Server B' }));
    await expect(visit.balancer, 'the stage stays').toBeInViewport();
    await bar.getByRole('button', { name: words.walk.back }).tap();
    await expect(bar).toHaveCount(0);
    await expect(steps.nth(2).getByRole('button')).toBeFocused();
    await expect(steps.nth(2)).toBeInViewport();
  });
});
