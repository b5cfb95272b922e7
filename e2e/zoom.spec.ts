/** The timeline at any zoom: by mouse, keyboard and two fingers; it shows more, and changes nothing of what happens. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { inspectorEn } from '../src/i18n/inspector/en.ts';
import { expectWordsToFit } from './support/fit.ts';
import { expect, test } from './support/test.ts';
import { type Locale, runButton, timeWords } from './support/time.ts';
import { open, startingWith, type Visit } from './support/visit.ts';

const t = timeWords.en;
/** Refusals from 2 s on, four changes close together. */
const RUN = 'scenario=two-servers&seed=7&do=8000~kill~A,8600~strategy~sticky,9000~add,9300~add&t=20000';

const visible = (visit: Visit, words = t): Locator =>
  visit.scope.getByRole('slider', { name: words.zoom.visible, exact: true });

/** What is shown, as the overview says it. */
async function shown(visit: Visit): Promise<{ fromMs: number; toMs: number }> {
  const text = (await visible(visit).getAttribute('aria-valuetext')) ?? '';
  const [fromMs, toMs] = [...text.matchAll(/(?:(\d+):)?(\d+):(\d+\.\d+)/g)].map(
    ([, h, m, s]) => Number(h ?? 0) * 3_600_000 + Number(m) * 60_000 + Math.round(Number(s) * 1000),
  );
  return { fromMs, toMs };
}
const width = async (visit: Visit): Promise<number> => {
  const { fromMs, toMs } = await shown(visit);
  return toMs - fromMs;
};

/** Times along the axis. */
const drawn = (visit: Visit): Locator => visit.region(visit.t.timeline.title).locator('svg text');
/** What stands on a mark of what was done. */
const label = (visit: Visit, text: string | RegExp): Locator =>
  visit.region(visit.t.timeline.title).getByText(text, { exact: true });
/** How many things are told by a number alone. */
const NUMBER = /^\d×$/;

async function boxOf(what: Locator) {
  const box = await what.boundingBox();
  if (box === null) throw new Error('It should have a box.');
  return box;
}

async function press(visit: Visit, ...keys: string[]): Promise<void> {
  await visit.playhead.focus();
  for (const key of keys) await visit.playhead.press(key);
}

test('by keys: closer, further, the whole run, and nothing else changes', async ({ page }) => {
  const visit = await open(page, RUN);
  const before = await visit.world();
  const help = await visit.playhead.getAttribute('aria-describedby');
  await expect(page.locator(`[id="${help}"]`)).toHaveText(t.zoom.keys);
  await expect(visible(visit)).toHaveCount(0);
  // Four changes within two seconds: the whole run has room for two labels, and says how many there are.
  await expect(label(visit, NUMBER)).toHaveText('3×');

  await press(visit, '+');
  expect(await width(visit)).toBe(30_000);
  expect(await visit.world()).toEqual(before);
  await press(visit, '+', '+');
  expect(await width(visit)).toBe(7500);
  // The playhead stays where it is on the screen.
  const { fromMs, toMs } = await shown(visit);
  expect((20_000 - fromMs) / (toMs - fromMs)).toBeCloseTo(1 / 3, 2);
  await press(visit, '-');
  expect(await width(visit)).toBe(15_000);
  await press(visit, '0');
  await expect(visible(visit)).toHaveCount(0);
  expect(await visit.world()).toEqual(before);

  // Deep down the axis has milliseconds, and the keys are as fine.
  await press(visit, ...Array<string>(9).fill('+'));
  expect(await width(visit)).toBeLessThan(120);
  await expect(
    drawn(visit)
      .filter({ hasText: /^0:20\.0[1-9]/ })
      .first(),
  ).toBeVisible();
  await press(visit, 'ArrowRight');
  await expect(visit.playhead).toHaveAttribute('aria-valuenow', '20001');
  await expect(visit.clock).toHaveText('0:20.001');
  await press(visit, 'Shift+ArrowLeft');
  await expect(visit.playhead).toHaveAttribute('aria-valuenow', '19991');
  // A window this small and the whole run show the same moment.
  await press(visit, '0', 'Home');
  await visit.seek(20_000);
  expect(await visit.world()).toEqual(before);
});

test('buttons do the same, and labels that had no room have some', async ({ page }) => {
  const visit = await open(page, RUN.replace('t=20000', 't=9000'));
  await visit.button(t.zoom.in).click();
  await visit.button(t.zoom.in).click();
  await visit.button(t.zoom.in).click();
  expect(await width(visit)).toBe(7500);
  for (const text of ['✕ A', 'sticky', /^\+ server/]) await expect(label(visit, text).first()).toBeVisible();
  await expect(label(visit, NUMBER)).toHaveCount(0);
  await visit.button(t.zoom.out).click();
  expect(await width(visit)).toBe(15_000);
  await visit.button(t.zoom.all).click();
  await expect(visible(visit)).toHaveCount(0);
  await expect(visit.button(t.zoom.all)).toHaveAttribute('aria-disabled', 'true');
});

test('by wheel, around the pointer; a drag is exact to the millisecond', async ({ page }) => {
  const visit = await open(page, RUN);
  const box = await boxOf(visit.playhead);
  const [x, y] = [box.x + box.width * 0.2, box.y + box.height * 0.55];
  await page.mouse.click(x, y);
  await visit.arrived();
  const under = await visit.nowMs();
  await page.keyboard.down('Control');
  for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(() => width(visit)).toBeLessThan(1000);
  expect(await page.evaluate(() => [scrollY, visualViewport?.scale])).toEqual([0, 1]);
  // Nearly a thousand times closer, and the same time is under the pointer.
  await page.mouse.click(x, y);
  await visit.arrived();
  expect(Math.abs((await visit.nowMs()) - under)).toBeLessThanOrEqual(1);

  const msPerPx = (await width(visit)) / (box.width - 32);
  const start = await visit.nowMs();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 7, y);
  await visit.arrived();
  expect(Math.abs((await visit.nowMs()) - start - 7 * msPerPx)).toBeLessThanOrEqual(1);
  // Over the edge, the window comes along.
  const before = await shown(visit);
  await page.mouse.move(box.x + box.width + 60, y);
  await expect.poll(async () => (await shown(visit)).fromMs).toBeGreaterThan(before.fromMs + 500);
  await page.mouse.up();
  await visit.arrived();
  const end = await shown(visit);
  const now = await visit.nowMs();
  expect(now).toBeGreaterThanOrEqual(end.fromMs - 1);
  expect(now).toBeLessThanOrEqual(end.toMs + 1);
  await visit.frames(5);
  expect(await shown(visit), 'it stands still when the button is up').toEqual(end);

  // Sideways it pans; upright the page scrolls as ever.
  await page.mouse.move(x, y);
  await page.mouse.wheel(-200, 0);
  await expect.poll(async () => (await shown(visit)).fromMs).toBeLessThan(end.fromMs);
  const panned = await shown(visit);
  await page.mouse.wheel(0, 100);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await shown(visit)).toEqual(panned);
});

test('the overview moves the window, by mouse and by keys', async ({ page }) => {
  const visit = await open(page, RUN);
  await press(visit, '+', '+');
  const brush = visible(visit);
  const before = await shown(visit);
  const box = await boxOf(brush);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2);
  const after = await shown(visit);
  expect(after.fromMs).toBeGreaterThan(before.fromMs + 2000);
  expect(after.toMs - after.fromMs).toBe(15_000);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  expect(await shown(visit)).toEqual(before);
  await page.mouse.up();
  // An edge makes it wider.
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 30, box.y + box.height / 2);
  await page.mouse.up();
  const wider = await shown(visit);
  expect(wider.fromMs).toBe(before.fromMs);
  expect(wider.toMs).toBeGreaterThan(before.toMs + 1500);

  await brush.focus();
  await brush.press('Home');
  expect((await shown(visit)).fromMs).toBe(0);
  await brush.press('PageUp');
  expect((await shown(visit)).fromMs).toBe(wider.toMs - wider.fromMs);
  await brush.press('End');
  expect((await shown(visit)).toMs).toBe(60_000);
  await expect(brush).toHaveAttribute('aria-valuetext', new RegExp(t.zoom.withoutPlayhead));
  // Time did not move; there is a way back to it.
  expect(await visit.nowMs()).toBe(20_000);
  await visit.button(`← ${t.zoom.back}`).click();
  const back = await shown(visit);
  expect(back.fromMs).toBeLessThan(20_000);
  expect(back.toMs).toBeGreaterThan(20_000);
  await expect(visit.scope.getByRole('button', { name: t.zoom.back })).toHaveCount(0);
  await brush.focus();
  await brush.press('0');
  await expect(brush).toHaveCount(0);
});

test('while it plays the window goes along, unless somebody looks elsewhere', async ({ page }) => {
  const visit = await open(page, RUN);
  await press(visit, '+', '+', '+', '+', '+', '+');
  await visit.speed.selectOption({ label: visit.t.transport.speedValue({ speed: 2 }) });
  const first = await shown(visit);
  await visit.play.click();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(first.toMs + 2000);
  await expect
    .poll(async () => {
      const [{ fromMs, toMs }, nowMs] = [await shown(visit), await visit.nowMs()];
      return nowMs > fromMs - 300 && nowMs < toMs + 300;
    })
    .toBe(true);
  // Elsewhere.
  await visible(visit).focus();
  await visible(visit).press('Home');
  const then = await visit.nowMs();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(then + 1500);
  expect((await shown(visit)).fromMs).toBe(0);
  await visit.pause.click();
  await visit.frames(3);
  expect((await shown(visit)).fromMs, 'pausing does not take it away').toBe(0);
  await visit.play.click();
  await visit.scope.getByRole('button', { name: t.zoom.back }).click();
  await expect.poll(async () => (await shown(visit)).fromMs).toBeGreaterThan(then);
  await visit.pause.click();
  // Whoever goes somewhere else sees it.
  await press(visit, 'Home');
  await expect.poll(async () => (await shown(visit)).fromMs).toBe(0);
});

test('single answers: pointing tells who and what, pressing goes there and tells the story', async ({
  page,
}) => {
  const visit = await open(page, RUN);
  await press(visit, '+', '+', '+', '+');
  const answers = visit.scope.getByRole('slider', { name: /^Single answers: \d+$/ });
  await expect(answers).toBeVisible();
  const count = Number(await answers.getAttribute('aria-valuemax'));
  expect(count).toBeGreaterThan(4);
  await expect(answers).toHaveAttribute('aria-description', t.zoom.answersHelp);
  await answers.focus();
  await answers.press('Home');
  const first = await answers.getAttribute('aria-valuetext');
  await answers.press('ArrowRight');
  await expect(answers).toHaveAttribute('aria-valuenow', '2');
  const second = (await answers.getAttribute('aria-valuetext')) ?? '';
  expect(second).not.toBe(first);
  await expect(answers).toContainText(second);
  const told = /^(0:1\d\.\d{3}) (\w+): .*, (200|401) .*, \d+ ms$/.exec(second);
  expect(told, second).not.toBeNull();
  await answers.press('Enter');
  const story = visit.region(inspectorEn.title);
  await expect(story.getByRole('heading', { level: 2 })).toContainText(told?.[3] ?? '');
  await expect(story).toContainText(told?.[2] ?? '');
  // There: at the millisecond in which it has arrived.
  const clock = await visit.clock.innerText();
  const ms = (text: string) => Number(text.replace(/\D/g, ''));
  expect(ms(clock) - ms(told?.[1] ?? '')).toBeGreaterThanOrEqual(0);
  expect(ms(clock) - ms(told?.[1] ?? '')).toBeLessThanOrEqual(1);
  await page.keyboard.press('Escape');
  await expect(answers).toBeFocused();

  // By mouse: what is under the pointer, until it leaves or somebody sends it away.
  await visit.playhead.focus();
  const mark = answers.locator('span').first();
  await mark.hover();
  await expect(answers).toContainText(first ?? '-');
  await visit.play.hover();
  await expect(answers).not.toContainText(first ?? '-');
  await mark.click();
  await expect(story.getByRole('heading', { level: 2 })).toContainText(/\d{3}/);

  // A crowd has bars, as fine as can be seen, and no single answers.
  await open(page, 'scenario=three-servers&seed=7&do=0~visitors~600&t=4000');
  await press(visit, '+', '+', '+', '+', '+');
  await visit.frames(5);
  await expect(answers).toHaveCount(0);
});

test('a run that becomes shorter takes the window along', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=70000');
  await visit.seek(5000);
  await press(visit, '+', '+', '+');
  await visible(visit).focus();
  await visible(visit).press('End');
  expect((await shown(visit)).toMs).toBe(120_000);
  await visit.serverMenu('A').click();
  await visit.menuItem(visit.t.server.action.kill).click();
  // All there is to show ends after a minute now.
  await expect.poll(async () => (await shown(visit)).toMs).toBe(60_000);
  expect(await width(visit)).toBe(15_000);
});

test('what makes runs differ stands on them', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&do=8000~kill~A&t=9000');
  await visit.seek(4000);
  await visit.addServer.click();
  await expect(runButton(visit, t.runs.name({ number: 1 }))).toHaveText('Run 1 · ✕ A at 0:08');
  await expect(runButton(visit, t.runs.name({ number: 2 }))).toHaveText('Run 2 · + server at 0:04');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('two fingers zoom, one drags', async ({ page }) => {
    const visit = await open(page, RUN);
    await visit.button(t.unfold).click();
    const box = await boxOf(visit.playhead);
    const y = Math.round(box.y + box.height / 2);
    const fingers = await touchOf(page);
    const at = (px: number) => box.x + 16 + px;
    const plot = box.width - 32;
    const held = [120, 180].map((px) => (px / plot) * 60_000);
    await fingers('touchStart', [at(120), y]);
    await fingers('touchStart', [at(120), y], [at(180), y]);
    for (let step = 1; step <= 10; step++)
      await fingers('touchMove', [at(120 - 8 * step), y], [at(180 + 8 * step), y]);
    // The two times are still under the fingers, once the browser has handed over where these are.
    const share = async (ms: number) => {
      const { fromMs, toMs } = await shown(visit);
      return ((ms - fromMs) / (toMs - fromMs)) * plot;
    };
    await expect.poll(async () => Math.abs((await share(held[0])) - 40)).toBeLessThan(2);
    await expect.poll(async () => Math.abs((await share(held[1])) - 260)).toBeLessThan(2);
    const { fromMs, toMs } = await shown(visit);
    await fingers('touchEnd');
    expect(await visit.nowMs(), 'time does not move').toBe(20_000);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);

    await fingers('touchStart', [at(100), y]);
    await fingers('touchMove', [at(120), y]);
    await fingers('touchMove', [at(200), y]);
    await fingers('touchEnd');
    await visit.arrived();
    expect(Math.abs((await visit.nowMs()) - (fromMs + (200 / plot) * (toMs - fromMs)))).toBeLessThan(100);
    expect(await shown(visit)).toEqual({ fromMs, toMs });
  });
});

/** Fingers as the browser's own protocol has them: Playwright has only one. */
async function touchOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  return async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) => {
    await session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  };
}

for (const { locale, theme, width: px } of [
  { locale: 'en', theme: 'light', width: 1440 },
  { locale: 'ko', theme: 'dark', width: 1100 },
  { locale: 'en', theme: 'dark', width: 390 },
  { locale: 'ko', theme: 'light', width: 390 },
] satisfies { locale: Locale; theme: 'light' | 'dark'; width: number }[]) {
  test(`a part of the run fits and can be used by everybody, ${locale}, ${theme}, ${px} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: px, height: 844 });
    await page.emulateMedia({ colorScheme: theme });
    const visit = await open(page, RUN.replace('t=20000', 't=9000'), locale);
    const words = timeWords[locale];
    if (px < 700) await visit.button(words.unfold).click();
    await press(visit, '+', '+', '+');
    await expect(visible(visit, words)).toBeVisible();
    await visible(visit, words).press('End');
    await expect(visit.scope.getByRole('button', { name: words.zoom.back })).toBeVisible();
    await expectWordsToFit(visit, 'a part of the run', /The cookie|쿠키는/);
    await visit.scope.getByRole('button', { name: words.zoom.back }).click();
    const answers = visit.scope.getByRole('slider', {
      name: startingWith(words.zoom.answers({ count: 0 }).split(':')[0]),
    });
    await answers.focus();
    const { violations } = await new AxeBuilder({ page })
      .include(`section[aria-label="${visit.t.timeline.title}"]`)
      // Marks close together: what is done there can be moved and removed in a list as well.
      .exclude('[id^="mark-"]')
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`)),
    ).toEqual([]);
  });
}
