/** Everything has its place, on every screen, in both languages, and with words twice as long. */
import type { Locator } from '@playwright/test';
import { pseudoMessages } from '../src/i18n/pseudo.ts';
import { buttonsOutside, choiceCut, expectFit, expectWordsToFit, statesCut } from './support/fit.ts';
import { expect, test } from './support/test.ts';
import { locales, open, openMoment, Visit } from './support/visit.ts';

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];
/** Moments in which much is to be said or shown at once. */
const MOMENTS = ['refusal-under-memory', 'kill-noticed', 'store-down', 'draining', 'crowd', 'many-servers'];

for (const moment of MOMENTS) {
  test(`it fits: ${moment}`, async ({ page }) => {
    for (const locale of locales) {
      const visit = await openMoment(page, moment, locale);
      for (const screen of SCREENS) {
        await page.setViewportSize(screen);
        await expectFit(visit, `${locale}, ${screen.width} × ${screen.height}`);
      }
    }
  });
}

test('it fits: the story', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(`?lesson=where-did-my-login-go&step=6&lang=${locale}`);
    const visit = new Visit(page, locale);
    await expect(visit.button(visit.t.lesson.next)).toBeVisible();
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await expectFit(visit, `${locale}, ${screen.width} × ${screen.height}`);
    }
  }
});

test('it fits with words twice as long', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(`?moment=refusal-under-memory&stringTest=double&lang=${locale}`);
    const visit = new Visit(page, locale, (t) => pseudoMessages(t, 'double'));
    await expect(visit.people).toHaveCount(8);
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      const what = `${locale}, ${screen.width} × ${screen.height}`;
      // Where there is little room it is enough that everything can be reached.
      await expectWordsToFit(visit, what, screen.width < 1200 ? /^"/ : /"The cookie|"쿠키는/);
      expect.soft(await buttonsOutside(page), `buttons outside the window, ${what}`).toEqual([]);
    }
  }
});

test('what explains a refusal stays on the stage and takes no button away', async ({ page }) => {
  for (const [query, kind, locale] of [
    ['moment=refusal-under-memory', '401', 'en'],
    ['scenario=shared-store&seed=7&do=8000~kill-store&t=13400', '500', 'ko'],
    ['scenario=one-server&seed=7&do=6000~kill~A&t=6400', '503', 'en'],
    ['moment=many-servers', '401', 'ko'],
    ['scenario=two-servers&do=8000~add&t=21000', '401', 'en'],
  ] as const) {
    const visit = await open(page, query, locale);
    for (const screen of [...SCREENS, { width: 1280, height: 720 }, { width: 820, height: 1180 }]) {
      await page.setViewportSize(screen);
      await visit.frames(3);
      const what = `${kind}, ${locale}, ${screen.width} px`;
      await expect(visit.callout, what).toContainText(kind);
      const box = await visit.callout.boundingBox();
      const stage = await page.locator('canvas').boundingBox();
      if (box === null || stage === null) throw new Error('The callout and the stage should have boxes.');
      expect.soft(box.x, what).toBeGreaterThanOrEqual(stage.x);
      expect.soft(box.y, what).toBeGreaterThanOrEqual(stage.y);
      expect.soft(box.x + box.width, what).toBeLessThanOrEqual(stage.x + stage.width);
      expect.soft(box.y + box.height, what).toBeLessThanOrEqual(stage.y + stage.height);
      expect.soft(box.width, what).toBeGreaterThanOrEqual(120);
      const seen = [
        ...(await visit.region(visit.t.people.title).getByRole('button').all()),
        ...(await visit.servers.getByRole('list').getByRole('button').all()),
      ];
      for (const part of seen) {
        const other = await part.boundingBox();
        const isCovered =
          other !== null &&
          Math.min(box.x + box.width, other.x + other.width) > Math.max(box.x, other.x) + 1 &&
          Math.min(box.y + box.height, other.y + other.height) > Math.max(box.y, other.y) + 1;
        expect.soft(isCovered, `${await part.getAttribute('aria-label')}, ${what}`).toBe(false);
      }
      // On stages without a free place it may lie over a button, which can still be pressed through it.
      const dead = await page.getByRole('button').evaluateAll(
        (all, callout) =>
          all.flatMap((e) => {
            const { left, right, top, bottom } = e.getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            const isUnder =
              Math.abs(x - callout.x - callout.width / 2) < callout.width / 2 &&
              Math.abs(y - callout.y - callout.height / 2) < callout.height / 2;
            return isUnder && !e.contains(document.elementFromPoint(x, y))
              ? [e.getAttribute('aria-label')]
              : [];
          }),
        box,
      );
      expect.soft(dead, `buttons that the callout takes away, ${what}`).toEqual([]);
    }
  }
});

/** One can go from one to the other without losing sight of either. */
async function expectNextTo(one: Locator, other: Locator) {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (a === null || b === null) throw new Error('Both should have boxes.');
  const apart = (from: number, size: number, from2: number, size2: number) =>
    Math.max(from - from2 - size2, from2 - from - size);
  expect.soft(apart(a.x, a.width, b.x, b.width)).toBeLessThan(64);
  expect.soft(apart(a.y, a.height, b.y, b.height)).toBeLessThan(64);
}

test('menus open where one can reach all of them', async ({ page }) => {
  const visit = await openMoment(page, 'store-down');
  for (const screen of [...SCREENS, { width: 1280, height: 720 }]) {
    await page.setViewportSize(screen);
    await visit.frames(3);
    const servers = ['A', 'B', 'C'].map((name) => visit.serverMenu(name));
    for (const button of [...servers, visit.storeMenu, visit.balancerMenu]) {
      await button.click();
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      if ((await button.getAttribute('aria-label')) === visit.t.balancer.menu)
        await expectNextTo(button, page.getByRole('menu'));
      const lost = await page.getByRole('menuitem').evaluateAll((items) =>
        items.flatMap((item) => {
          item.scrollIntoView({ block: 'nearest' });
          const { left, right, top, bottom } = item.getBoundingClientRect();
          const isThere = item.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
          return isThere && left >= 0 && right <= innerWidth ? [] : [item.textContent];
        }),
      );
      expect.soft(lost, `${await button.getAttribute('aria-label')}, ${screen.width} px`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(button).toBeFocused();
    }
  }
});

test('servers say how they are, and nothing of it is cut short', async ({ page }) => {
  const scenario = 'scenario=two-servers&seed=7&do=8000~add,';
  for (const query of [
    `${scenario}15000~kill~A&t=15100`,
    `${scenario}15000~kill~A,15500~restart~A&t=15600`,
    `${scenario}15000~drain~A,15000~hang~B&t=15100`,
    `${scenario}8000~add,15000~graceful~A,15000~kill~B&t=15001`,
  ]) {
    for (const locale of locales) {
      const visit = await open(page, query, locale);
      await expect(visit.people).toHaveCount(8);
      for (const screen of [...SCREENS, { width: 1280, height: 720 }, { width: 820, height: 1180 }]) {
        await page.setViewportSize(screen);
        await visit.frames(3);
        expect.soft(await statesCut(page), `${query}, ${locale}, ${screen.width} px`).toEqual([]);
      }
    }
  }
});

test('the name of the scenario that one meets first can be read', async ({ page }) => {
  for (const locale of locales) {
    const visit = await open(page, 'scenario=two-servers&t=1000', locale);
    const select = page.getByRole('combobox', { name: visit.t.app.scenario });
    for (const screen of [...SCREENS.slice(0, 4), { width: 820, height: 1180 }]) {
      await page.setViewportSize(screen);
      expect.soft(await choiceCut(select), `${locale}, ${screen.width} px`).toEqual([]);
    }
  }
});

test('numbers on symbols leave them to be seen, also with two digits', async ({ page }) => {
  for (const query of ['scenario=sticky-three&seed=7&t=60000', 'compare=store-or-token&t=59000']) {
    await page.goto(`?${query}&lang=en`);
    const visit = new Visit(page);
    const symbols = page.locator('li > button[aria-pressed]:has(svg)');
    await expect(symbols.first()).toBeVisible();
    for (const screen of [...SCREENS.slice(0, 4), { width: 1280, height: 720 }]) {
      await page.setViewportSize(screen);
      await visit.frames(3);
      const covered = await symbols.evaluateAll((all) =>
        all.flatMap((button) => {
          const number = [...button.querySelectorAll('i, span')].find((e) =>
            /^\d+$/.test(e.textContent ?? ''),
          );
          const symbol = button.querySelector('svg')?.getBoundingClientRect();
          if (!number || !symbol || symbol.width === 0) return [];
          const edge = number.getBoundingClientRect();
          const x = Math.min(symbol.right, edge.right) - Math.max(symbol.left, edge.left);
          const y = Math.min(symbol.bottom, edge.bottom) - Math.max(symbol.top, edge.top);
          const share = (Math.max(0, x) * Math.max(0, y)) / (symbol.width * symbol.height);
          return share > 0.2 || !button.closest('li')?.title ? [`${button.ariaLabel}: ${share}`] : [];
        }),
      );
      expect.soft(covered, `${query}, ${screen.width} px`).toEqual([]);
    }
  }
});
