/** The page for everybody: what a machine can check of WCAG 2.2 AA, and the page without its pictures. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectWordsToFit } from './support/fit.ts';
import { expect, test } from './support/test.ts';
import { type Locale, open, openMoment, startingWith, Visit } from './support/visit.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  // Colours that are on their way from one to another would be measured in between.
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))));
  const { violations: found, passes } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(TAGS)
    .analyze();
  expect(passes.length, 'rules that had something to look at').toBeGreaterThan(10);
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.html.slice(0, 90)}`),
  );
}

/** The page in its states, each with the way there. */
const STATES: Record<string, (page: Page, locale: Locale) => Promise<void>> = {
  'at the start': async (page, locale) => {
    await open(page, 'autoplay=0', locale);
  },
  'while it plays': async (page, locale) => {
    const visit = await open(page, 'scenario=three-servers', locale);
    await expect(visit.pause).toBeVisible();
  },
  'with refusals, one explained': async (page, locale) => {
    const visit = await openMoment(page, 'refusal-under-memory', locale);
    await visit.entries.first().getByText(visit.t.why.chain).click();
    await expect(visit.entries.first().getByRole('list')).toBeVisible();
  },
  'with a dead server': async (page, locale) => {
    await openMoment(page, 'server-just-killed', locale);
  },
  'with the store down': async (page, locale) => {
    const visit = await openMoment(page, 'store-down', locale);
    await visit.person(visit.t.names[2]).click();
  },
  'with all settings open, one mistyped': async (page, locale) => {
    const visit = await openMoment(page, 'quiet-server', locale);
    await visit.controls.locator('summary', { hasText: visit.t.controls.moreSettings }).click();
    await visit.controls.getByRole('searchbox').fill('e');
    await visit.controls.getByRole('textbox').first().fill('?');
  },
  'with the charts open, and a table': async (page, locale) => {
    const visit = await openMoment(page, 'kill-noticed', locale);
    await visit.openCharts();
    await visit.charts.locator('figure summary').first().click();
    await expect(visit.charts.getByRole('table')).toBeVisible();
  },
  'with many servers': async (page, locale) => {
    await openMoment(page, 'many-servers', locale);
  },
  'with a crowd': async (page, locale) => {
    await openMoment(page, 'crowd', locale);
  },
  'with a menu open': async (page, locale) => {
    const visit = await openMoment(page, 'draining', locale);
    await visit.serverMenu('B').click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
  'with the share dialog open': async (page, locale) => {
    const visit = await openMoment(page, 'sticky-settled', locale);
    await visit.button(visit.t.app.share).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'with a broken link': async (page, locale) => {
    await open(page, 'seed=seven&t=100', locale);
  },
  'in the story': async (page, locale) => {
    await page.goto(`?lesson=where-did-my-login-go&step=4&lang=${locale}`);
    await expect(new Visit(page, locale).button(new Visit(page, locale).t.lesson.next)).toBeVisible();
  },
  'in the frame': async (page, locale) => {
    await page.goto(`?embed&moment=kill-noticed&lang=${locale}`);
    await expect(new Visit(page, locale).people.first()).toBeVisible();
  },
  'in the story in the frame': async (page, locale) => {
    await page.goto(`?embed&lesson=where-did-my-login-go&step=2&lang=${locale}`);
    await expect(new Visit(page, locale).button(new Visit(page, locale).t.lesson.next)).toBeVisible();
  },
  'in the gallery': async (page, locale) => {
    await page.goto(`?gallery&lang=${locale}`);
    await expect(page.getByRole('link').first()).toBeVisible();
  },
  'with a refusal looked at closely': async (page, locale) => {
    const visit = await openMoment(page, 'refusal-under-memory', locale);
    await visit.log
      .getByRole('button', { name: startingWith(visit.t.why.closer) })
      .first()
      .click();
    await expect(
      page.getByRole('complementary').getByRole('listitem').filter({ hasText: '401' }),
    ).toHaveCount(1);
    await expect(
      page.getByRole('complementary').getByRole('listitem').filter({ hasText: '200' }),
    ).toHaveCount(4);
  },
  'with a person looked at closely': async (page, locale) => {
    const visit = await openMoment(page, 'kill-noticed', locale);
    const name = visit.t.names[0];
    await visit.person(name).click();
    await visit.button(visit.t.people.menu({ name })).click();
    await visit.menuItem(visit.t.why.closer).click();
    await expect(page.getByRole('complementary').getByRole('listitem').first()).toBeVisible();
  },
  'with a part of the run, and the story of a second': async (page, locale) => {
    const visit = await openMoment(page, 'refusal-under-memory', locale);
    await visit.playhead.focus();
    for (const key of ['+', '+', '+', 'Enter']) await visit.playhead.press(key);
    await expect(page.locator('#controls').getByRole('heading', { level: 3 }).last()).toBeVisible();
  },
};

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const LOOKS = [
  { locale: 'en', theme: 'light', screen: WIDE },
  { locale: 'ko', theme: 'dark', screen: PHONE },
  { locale: 'ko', theme: 'light', screen: WIDE },
  { locale: 'en', theme: 'dark', screen: PHONE },
] as const;

for (const [i, [state, goThere]] of Object.entries(STATES).entries()) {
  test(`axe finds nothing ${state}`, async ({ page }) => {
    // The start in the two looks that have nothing in common; the other states in one look each, in turn.
    for (const { locale, theme, screen } of i === 0 ? LOOKS.slice(0, 2) : [LOOKS[i % LOOKS.length]]) {
      await page.setViewportSize(screen);
      await page.emulateMedia({ colorScheme: theme });
      await goThere(page, locale);
      expect.soft(await violations(page), `${locale}, ${theme}, ${screen.width} px`).toEqual([]);
    }
  });
}

test('the page can be read without its pictures', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible(); // it comes a little later
  await expect(visit.log).toBeVisible();
  const headings = await page
    .getByRole('heading')
    .evaluateAll((all) =>
      all.map(
        (e) => `${e.tagName} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').split(/[:,]/)[0]}`,
      ),
    );
  expect(headings).toEqual([
    expect.stringMatching(/^H1 Balancing Act/),
    'H2 Summary',
    'H2 People',
    'H2 Balancer',
    'H2 Servers',
    'H3 Server A',
    'H3 Server B',
    'H2 Session store',
    'H2 Time',
    'H2 Timeline',
    'H2 Numbers',
    'H2 Controls',
    'H3 Traffic',
    'H2 What you did',
    'H2 Charts of the run',
    'H2 What happened',
  ]);
  for (const role of ['banner', 'main', 'contentinfo', 'complementary'] as const) {
    await expect(page.getByRole(role), role).toHaveCount(1);
  }
  await expect(visit.region(visit.t.people.title).getByRole('listitem')).toHaveCount(8);
  await expect(visit.servers).toHaveCount(2);
  expect(await visit.entries.count()).toBeGreaterThan(3);
  await expect(visit.number('served')).toHaveText(/^\d+%$/);
  // Whatever is drawn is hidden from those who listen, and said in words instead.
  const pictures = await page.locator('canvas, svg').evaluateAll((all) => ({
    count: all.length,
    heard: all.filter((e) => e.closest('[aria-hidden=true]') === null).length,
  }));
  expect(pictures.count).toBeGreaterThan(20);
  expect(pictures.heard).toBe(0);
});

test('one line tells what happens, politely, in the language of the page', async ({ page }) => {
  const visit = await openMoment(page, 'quiet-server');
  const live = await page
    .locator(
      '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output:not([aria-live=off])',
    )
    .evaluateAll((all) => all.map((e) => e.outerHTML.slice(0, 80)));
  expect(live).toEqual([expect.stringContaining('role="status"')]);
  const line = page.locator('[role=status]');
  await visit.addServer.click();
  await expect(line).toHaveText('Server B is starting.');
  await visit.serverMenu('A').click();
  await visit.menuItem(visit.t.server.action.kill).click();
  await expect(line).toHaveText(/Server A/);
  await visit.play.click();
  await expect(line).toHaveText(/^Playing, /);
  await visit.pause.click();
  await expect(line).toHaveText(/^Paused at 0:/);
  await visit.button('한국어').click();
  const korean = new Visit(page, 'ko');
  await expect(korean.addServer).toBeVisible();
  await expect(line).toBeEmpty(); // and not in English any more
  await korean.addServer.click();
  await expect(line).toHaveText('서버 C를 켜는 중이에요.');
});

test('a running page speaks at most once in four seconds, and tells who is refused', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  await expect(page.locator('[role=status]')).toHaveCount(1); // it comes after the first picture
  await page.evaluate(() => {
    const said: { text: string; atMs: number }[] = [];
    Object.assign(window, { said });
    const line = document.querySelector('[role=status]');
    const note = () => said.push({ text: line?.textContent ?? '', atMs: performance.now() });
    if (line)
      new MutationObserver(note).observe(line, { subtree: true, childList: true, characterData: true });
  });
  const said = () =>
    page.evaluate(() => (window as unknown as { said: { text: string; atMs: number }[] }).said);
  await visit.speed.selectOption('1');
  await visit.play.click();
  await expect
    .poll(async () => (await said()).map((s) => s.text).join())
    .toMatch(/401: Server [AB] does not know/);
  await visit.pause.click();
  await expect(page.locator('[role=status]')).toHaveText(/^Paused at 0:/);
  const lines = await said();
  expect(lines[0].text).toBe('Playing, real time.');
  // What it says by itself keeps its distance; what answers the visitor comes at once.
  for (let i = 1; i < lines.length - 1; i++) {
    expect(lines[i].atMs - lines[i - 1].atMs).toBeGreaterThan(3900);
  }
  expect((await visit.answersTold(401, 9000)).length).toBeGreaterThan(3);
});

test('with little motion it waits to be started and says the same', async ({ page }) => {
  const query = 'scenario=one-server&seed=7&do=6000~add';
  const lively = await open(page, `${query}&t=9000`);
  const world = await lively.world();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const visit = await open(page, query);
  await expect(visit.play).toBeVisible();
  await visit.frames(10);
  await expect(visit.clock).toHaveText('0:00.000');
  await expect(visit.button(visit.t.summary.tryPlay)).toBeVisible();
  await visit.seek(9000);
  await expect(visit.button(visit.t.summary.tryPlay)).toHaveCount(0);
  expect(await visit.world()).toEqual(world);
  await visit.serverMenu('A').click();
  await visit.menuItem(visit.t.server.action.kill).click();
  expect(await page.evaluate(() => document.getAnimations().length), 'nothing moves by itself').toBe(0);
  // Whoever starts it anyway sees time pass, in steps.
  await visit.speed.selectOption('5');
  await visit.play.click();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(12_000);
  // The address can ask for it as well.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const asked = await open(page, `${query}&motion=reduce`);
  await expect(asked.play).toBeVisible();
});

test('with forced colours there is a picture, and people and states can be told apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const visit = await openMoment(page, 'kill-noticed');
  const colours = async () => {
    const picture = (await page.screenshot()).toString('base64');
    return page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const words = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
      const counts = new Map<number, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      return { different: counts.size, mostCommon: Math.max(...counts.values()) / words.length };
    }, picture);
  };
  const { different, mostCommon } = await colours();
  expect(different).toBeGreaterThan(50);
  expect(mostCommon).toBeLessThan(0.98);
  // Borders carry what background colours did.
  for (const element of [
    visit.serverMenu('A').locator('xpath=ancestor::li[1]/div'),
    visit.strategy('sticky').locator('xpath=..'),
  ]) {
    const border = await element.evaluate((e) => {
      const { borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(e);
      return { borderTopStyle, isSeen: borderTopColor !== backgroundColor };
    });
    expect(border).toEqual({ borderTopStyle: expect.not.stringMatching('none'), isSeen: true });
  }
});

test('it can be read at 200 %, and with the text spacing of WCAG 1.4.12', async ({ page }) => {
  // 1440 by 900 at 200 %.
  await page.setViewportSize({ width: 720, height: 450 });
  const visit = await openMoment(page, 'kill-noticed');
  await expectWordsToFit(visit, 'at 200 %');
  // A style sheet made by a script, as the page's policy allows no style elements.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  for (const screen of [WIDE, PHONE]) {
    await page.setViewportSize(screen);
    await visit.frames(3);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${screen.width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(WIDE);
  // What is on the stage may lie closer, but nothing that one needs is lost.
  await expectWordsToFit(visit, 'with text spacing');
});

test('the way of the focus: every stop can be seen, and nothing lies over it', async ({ page }) => {
  const visit = await openMoment(page, 'store-down');
  await page.setViewportSize({ width: 1280, height: 720 });
  const stops: string[] = [];
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const e = document.activeElement;
      if (e === null || e === document.body) return null;
      const style = getComputedStyle(e);
      const { left, top, width, height } = e.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      return {
        name: e.getAttribute('aria-label') ?? e.textContent?.trim().slice(0, 40) ?? '',
        outline: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
        isFree: e.contains(over) || (e.closest('label')?.contains(over) ?? false),
        over: over?.outerHTML.slice(0, 60),
      };
    });
    if (stop === null) break;
    stops.push(stop.name);
    expect.soft(stop.outline, `outline of ${stop.name}`).toBeGreaterThanOrEqual(2);
    expect.soft(stop.isFree, `${stop.name} is under ${stop.over}`).toBe(true);
  }
  const { t } = visit;
  expect(stops[0]).toBe(t.app.skip);
  for (const name of [
    t.app.share,
    t.store.menu,
    t.transport.play,
    t.transport.speed,
    t.timeline.label,
    t.controls.addServer,
  ]) {
    expect(stops).toContain(name);
  }
  // Where one has to wait for nothing: playing comes before all that can be changed.
  expect(stops.indexOf(t.transport.play)).toBeLessThan(stops.indexOf(t.controls.addServer));
});

for (const [where, address] of [
  ['exploring', 'moment=sticky-settled'],
  ['in the story', 'lesson=where-did-my-login-go&step=2'],
]) {
  test(`the first stop of the keyboard leads past everything, ${where}`, async ({ page }) => {
    await page.goto(`?${address}&lang=en`);
    const visit = new Visit(page);
    await expect(visit.people.first()).toBeVisible();
    // A story's words come after the first picture.
    await expect(page.getByRole('complementary').getByRole('button').first()).toBeVisible();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: visit.t.app.skip });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInside = page.getByRole('complementary').evaluate((e) => e.contains(document.activeElement));
    expect(await isInside).toBe(true);
  });
}

test('a menu takes the focus and gives it back', async ({ page }) => {
  const visit = await openMoment(page, 'sticky-settled');
  const button = visit.serverMenu('A');
  await button.focus();
  await page.keyboard.press('Enter');
  const items = page.getByRole('menuitem');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(items).toHaveCount(0);
  await expect(visit.clock).toHaveText('0:08.000');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(items).toHaveCount(0);
  await button.click();
  await visit.person('Yuna').click();
  await expect(items).toHaveCount(0);
});

test('what one presses keeps the focus, or hands it on to what takes its place', async ({ page }) => {
  const visit = await openMoment(page, 'quiet-server');
  const hasFocus = () => page.evaluate(() => document.activeElement !== document.body);
  const suggestion = visit.summary.getByRole('button').last();
  await expect(suggestion).toBeVisible(); // it comes after the first picture
  // Follow the page's own advice through the whole story.
  const followed: string[] = [];
  while (followed.length < 6 && (await suggestion.count()) > 0) {
    await suggestion.focus();
    const advice = await suggestion.innerText();
    followed.push(advice);
    await page.keyboard.press('Enter');
    await expect.poll(hasFocus, { message: `after "${advice}"` }).toBe(true);
    await visit.pause.click();
    await visit.playhead.press('PageUp');
    await visit.arrived();
  }
  expect(new Set(followed).size, followed.join()).toBeGreaterThanOrEqual(5);
  await visit.button(visit.t.controls.removeServer).focus();
  await page.keyboard.press('Enter');
  expect(await hasFocus()).toBe(true);
});

test('three hundred keys without a plan break nothing', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  const keys = [
    'Tab',
    'Tab',
    'Tab',
    'Shift+Tab',
    'Enter',
    'Space',
    'ArrowRight',
    'ArrowLeft',
    'ArrowUp',
    'ArrowDown',
    'Escape',
    'PageUp',
    'PageDown',
    'Home',
    'End',
    'a',
    '7',
    '?',
    'Backspace',
    'Alt+k',
  ];
  let seed = 20;
  for (let i = 0; i < 300; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    await page.keyboard.press(keys[Math.floor((seed / 2 ** 32) * keys.length)]);
  }
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  // It may be in another language or in the story by now, but it is there and it works.
  const locale = (await page.locator('html').getAttribute('lang')) === 'ko' ? 'ko' : 'en';
  const now = new Visit(page, locale);
  expect(await now.people.count()).toBeGreaterThan(0);
  await now.playhead.press('0'); // the whole run, so that keys go by seconds again
  await now.seek(2000);
  await expect(visit.scope.locator('canvas')).toBeVisible();
});
