/** What a screen has room for: time is at hand, menus leave in sight what they are about, and runs fit beside each other. */
import type { Locator, Page } from '@playwright/test';
import { compareEn } from '../src/i18n/compare/en.ts';
import { timeWords } from '../src/i18n/time/index.ts';
import { expectAtHand, expectWordsToFit } from './support/fit.ts';
import { expect, test } from './support/test.ts';
import { type Locale, locales, open, Visit } from './support/visit.ts';

const PHONES = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
  { width: 320, height: 568 },
  { width: 844, height: 390 },
];

test('on a phone play and the timeline are at hand, wherever one has scrolled to', async ({ page }) => {
  for (const query of ['scenario=three-servers&t=9000', 'lesson=where-did-my-login-go&step=3']) {
    await page.goto(`?${query}&lang=en`);
    const visit = new Visit(page);
    await visit.complete();
    for (const screen of PHONES) {
      await page.setViewportSize(screen);
      await visit.frames(2);
      for (const y of [0, 900, 100_000]) {
        await page.evaluate((to) => scrollTo(0, to), y);
        const what = `${query}, ${screen.width} × ${screen.height}, at ${y}`;
        await expectAtHand(visit.play, `play, ${what}`);
        await expectAtHand(visit.playhead, `the timeline, ${what}`);
        const { height } = (await visit.playhead.boundingBox()) ?? { height: 0 };
        expect(height, what).toBeGreaterThanOrEqual(40);
      }
    }
  }
});

test('on a phone the timeline is moved by a finger, and the rest is one press away', async ({ page }) => {
  await page.setViewportSize(PHONES[0]);
  const visit = await open(page, 'scenario=three-servers&do=3000~add&t=9000');
  const box = await visit.playhead.boundingBox();
  if (box === null) throw new Error('The timeline should have a box.');
  await page.mouse.click(box.x + box.width / 4, box.y + box.height / 2);
  await expect(visit.clock).not.toHaveText('0:09.000');
  await expect(visit.speed).toBeHidden();
  const undo = visit.button(timeWords.en.undo);
  await expect(undo).toBeHidden();
  const unfold = visit.button(timeWords.en.unfold);
  await unfold.click();
  await expect(unfold).toHaveAttribute('aria-expanded', 'true');
  await expectAtHand(visit.speed, 'the speed');
  await expectAtHand(undo, 'undo');
  await expectAtHand(visit.play, 'play');
  await expectWordsToFit(visit, 'unfolded');
  await unfold.click();
  await expect(undo).toBeHidden();
});

test('what takes the focus is not covered by the bar with time', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const visit = await open(page, 'scenario=three-servers&t=9000');
  await page.locator('#controls').focus();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const dock = document.querySelector('footer > div') as HTMLElement;
      if (focused === document.body || dock.contains(focused)) return null;
      const { top, bottom, width } = focused.getBoundingClientRect();
      const hidden = top >= dock.getBoundingClientRect().top || bottom <= 0;
      return hidden && width > 1 ? focused.outerHTML.slice(0, 120) : null;
    });
    expect(covered).toBeNull();
  }
  await expect(visit.play).toBeInViewport({ ratio: 1 });
});

test('on a phone the header takes two rows, in both languages', async ({ page }) => {
  for (const locale of locales) {
    const visit = await open(page, 'scenario=three-servers&t=9000', locale);
    for (const width of [390, 360, 320]) {
      await page.setViewportSize({ width, height: 640 });
      const header = page.getByRole('banner');
      const rows = await header.evaluate((e) => {
        const boxes = [...e.querySelectorAll('button, select')].map((b) => b.getBoundingClientRect());
        return new Set(boxes.map(({ top, bottom }) => Math.round((top + bottom) / 20))).size;
      });
      expect(rows, `${locale}, ${width} px`).toBeLessThanOrEqual(2);
      await visit.button(visit.t.app.compare).click();
      await expect(page.getByRole('button', { name: visit.t.app.compare, pressed: true })).toBeVisible();
      expect((await header.boundingBox())?.height, `${locale}, ${width} px`).toBeLessThanOrEqual(100);
      await visit.button(visit.t.app.explore).click();
    }
  }
});

test('on a phone three servers and all people fit above the bar', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const locale of locales) {
    const visit = await open(page, 'scenario=three-servers&t=9000', locale);
    for (const name of ['A', 'B', 'C']) await expectAtHand(visit.server(name), `server ${name}`);
    // The letters are in the order of the servers, each above its own.
    const centre = async (part: Locator) => {
      const { x, width } = (await part.boundingBox()) ?? { x: 0, width: 0 };
      return x + width / 2;
    };
    for (const name of ['A', 'B', 'C']) {
      const letter = visit.balancer.locator('li').filter({ hasText: name });
      expect(Math.abs((await centre(letter)) - (await centre(visit.server(name))))).toBeLessThan(3);
    }
  }
});

test('menus leave in sight what they are about', async ({ page }) => {
  for (const screen of [PHONES[0], PHONES[1], { width: 1440, height: 900 }, { width: 1024, height: 768 }]) {
    await page.setViewportSize(screen);
    const visit = await open(page, 'scenario=three-servers&strategy=memory&t=9000');
    const buttons: [string, Locator][] = [];
    for (const name of ['A', 'B', 'C']) buttons.push([`server ${name}`, visit.serverMenu(name)]);
    buttons.push(['the balancer', visit.balancerMenu]);
    for (const name of ['Yuna', 'Minho', 'Jun', 'Theo', 'Omar']) {
      buttons.push([name, visit.button(visit.t.people.menu({ name }))]);
    }
    for (const [what, button] of buttons) {
      if (visit.t.names.includes(what)) await visit.person(what).click();
      await button.click();
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      const overlap = await page.getByRole('menu').evaluate((menu) => {
        const a = menu.getBoundingClientRect();
        const b = menu.closest('[data-about]')?.getBoundingClientRect() ?? a;
        const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return Math.max(0, Math.min(x, y));
      });
      expect.soft(overlap, `${what}, ${screen.width} px`).toBe(0);
      await page.keyboard.press('Escape');
    }
  }
});

async function openFour(page: Page, locale: Locale): Promise<Visit> {
  await page.goto(`?compare=where-sessions-live&t=20000&lang=${locale}`);
  await expect(page.getByRole('table')).toBeVisible();
  return new Visit(page, locale);
}

test('four runs, their numbers and the timeline fit one window', async ({ page }) => {
  for (const locale of locales) {
    for (const [width, height] of [
      [1280, 720],
      [1366, 768],
      [1440, 900],
      [1920, 1080],
    ]) {
      await page.setViewportSize({ width, height });
      const visit = await openFour(page, locale);
      await visit.frames(3);
      const what = `${locale}, ${width} × ${height}`;
      const runs = page.locator('section:has(> div canvas)');
      await expect(runs).toHaveCount(4);
      for (const run of await runs.all()) {
        await expect.soft(run, what).toBeInViewport({ ratio: 0.999 });
        // Nor is anything in it cut off.
        const cut = await run.locator('canvas').evaluate((canvas) => {
          const stage = canvas.getBoundingClientRect();
          const room = canvas.closest('section')?.getBoundingClientRect() ?? stage;
          return Math.max(0, stage.bottom - room.bottom);
        });
        expect.soft(cut, `cut off below, ${what}`).toBeLessThan(2);
      }
      await expect.soft(page.getByRole('table'), what).toBeInViewport({ ratio: 0.85 });
      await expect.soft(visit.playhead, what).toBeInViewport({ ratio: 0.999 });
      await expectWordsToFit(visit, what);
    }
  }
});

test('on a phone the bar with time stays when runs are compared', async ({ page }) => {
  await page.setViewportSize(PHONES[0]);
  const visit = await openFour(page, 'en');
  for (const y of [0, 900, 2400]) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await expectAtHand(visit.play, `play, at ${y}`);
  }
  await expect(page.getByRole('columnheader')).toHaveCount(5);
  await expect(page.getByText(compareEn.table.best).first()).toBeAttached();
});

test('a narrow frame has play, the timeline and a piece of the picture', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 620 });
  await page.goto('embed/index.html?moment=refusal-under-memory&lang=ko');
  const visit = new Visit(page, 'ko');
  await expectAtHand(visit.play, 'play');
  await expectAtHand(visit.playhead, 'the timeline');
  await expectAtHand(visit.callout, 'what explains the refusal');
});
