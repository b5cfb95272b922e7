/** The frame in other people's pages: small, paused, independent, and a quiet guest. */
import type { FrameLocator, Page } from '@playwright/test';
import { whereDidMyLoginGo as lesson } from '../src/lessons/whereDidMyLoginGo/steps.ts';
import { buttonsOutside } from './support/fit.ts';
import { type PlainServer, startPlainServer } from './support/plainServer.ts';
import { test as base, expect } from './support/test.ts';
import { startingWith, Visit } from './support/visit.ts';

interface Hosts {
  /** Opens a page of somebody's blog with this in its body, on a host without CORS headers. */
  openPost(body: string): Promise<void>;
}

const test = base.extend<Hosts>({
  openPost: async ({ page }, use) => {
    let host: PlainServer | undefined;
    await use(async (body) => {
      host = await startPlainServer({
        '/post.html': `<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="data:,">
          <body style="margin: 0">${body}</body></html>`,
      });
      await page.goto(`${host.address}post.html`);
    });
    await host?.close();
  },
});

const frameTag = (query: string, attributes = '') =>
  `<iframe ${attributes} src="some/folder/embed/index.html?${query}" title="Balancing Act" width="720" height="620" style="border: 0"></iframe>`;

async function visitFrame(frame: FrameLocator): Promise<Visit> {
  const visit = new Visit(frame);
  await expect(visit.people.first()).toBeVisible();
  return visit;
}

/** Lets the page around draw; a frame out of sight draws nothing. */
const hostFrames = (page: Page, count: number) =>
  page.evaluate(
    (n) =>
      new Promise<void>((done) => {
        const next = (left: number) => (left === 0 ? done() : requestAnimationFrame(() => next(left - 1)));
        next(n);
      }),
    count,
  );

for (const [width, locale] of [
  [320, 'en'],
  [320, 'ko'],
  [480, 'ko'],
  [720, 'en'],
] as const) {
  test(`at ${width} px, in ${locale}, it starts paused, fits and works`, async ({ page }) => {
    await page.setViewportSize({ width, height: 620 });
    await page.goto(`?embed&scenario=sticky-three&seed=7&lang=${locale}`);
    const visit = new Visit(page, locale);
    await expect(visit.play).toBeVisible();
    await visit.frames(10);
    await expect(visit.clock).toHaveText('0:00.000');
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await sideways()).toBeLessThanOrEqual(0);
    expect(await buttonsOutside(page), `buttons outside the window, ${locale}`).toEqual([]);

    await visit.speed.selectOption('5');
    await visit.play.click();
    await expect.poll(() => visit.nowMs()).toBeGreaterThan(5000);
    await visit.pause.click();
    await expect(visit.people).toHaveCount(8);
    await visit.button(visit.t.controls.addServer).click();
    await expect(visit.servers).toHaveCount(4);
    await visit.serverMenu('A').click();
    await visit.menuItem(visit.t.server.action.kill).click();
    await expect(visit.serverHeading('A')).toHaveAccessibleName(
      startingWith(`${visit.t.server.name({ name: 'A' })}: ${visit.t.server.state.down}`),
    );
    await page
      .getByRole('combobox', { name: visit.t.strategy.label })
      .selectOption({ label: visit.t.strategy.shared.name });
    await expect(visit.store).toContainText(visit.t.store.up);
    expect(await sideways()).toBeLessThanOrEqual(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });
}

test('the way to the full page leads to the same moment', async ({ page, context }) => {
  await page.goto('?embed&scenario=sticky-three&seed=7&t=8000&lang=en');
  const visit = new Visit(page);
  await expect(visit.clock).toHaveText('0:08.000');
  await visit.serverMenu('A').click();
  await visit.menuItem(visit.t.server.action.kill).click();
  await visit.playhead.press('ArrowRight');
  await expect(visit.clock).toHaveText('0:09.000');
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: visit.t.app.openFull }).click();
  const full = new Visit(await opened);
  await expect(full.controls).toBeVisible();
  await full.arrived();
  const [here, there] = [await visit.world(), await full.world()];
  for (const part of ['clock', visit.t.people.title, visit.t.server.title, visit.t.store.title]) {
    expect(there[part]).toBe(here[part]);
  }
});

for (const sandbox of ['', 'sandbox="allow-scripts"', 'sandbox="allow-scripts allow-same-origin"']) {
  // The strictest of them in every browser.
  const tag = sandbox === 'sandbox="allow-scripts"' ? ['@engines'] : [];
  test(`it works in a frame with ${sandbox || 'no sandbox'} on a host without CORS headers`, { tag }, async ({
    page,
    openPost,
  }) => {
    await openPost(frameTag('scenario=one-server&seed=7&t=6000&lang=en', sandbox));
    const frame = page.frameLocator('iframe');
    const visit = await visitFrame(frame);
    const canStore = await frame.locator('html').evaluate(() => {
      try {
        localStorage.setItem('x', '1');
        return true;
      } catch {
        return false;
      }
    });
    // This is the frame in which storage throws; a frame of the same origin may have it.
    expect(canStore).toBe(sandbox !== 'sandbox="allow-scripts"');
    await expect(visit.play).toBeVisible();
    await visit.button(visit.t.controls.addServer).last().click();
    await expect(visit.servers).toHaveCount(2);
    await visit.seek(9000);
    await expect(visit.callout).toContainText('does not know');
    await visit.button(visit.t.transport.stepForward).click();
    await expect.poll(() => visit.nowMs()).toBeGreaterThan(9000);
    // What fewer frames need is fetched, even where no module may be.
    await frame
      .getByRole('combobox', { name: visit.t.strategy.label })
      .selectOption({ label: visit.t.strategy.shared.name });
    await expect(visit.store).toContainText(visit.t.store.up);
  });
}

test('the full page works where storage throws', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.goto('?moment=sticky-settled&lang=en');
  const visit = new Visit(page);
  await visit.button(visit.t.app.theme.dark).click();
  await expect(visit.button(visit.t.app.theme.light)).toBeVisible();
  await visit.button('한국어').click();
  await expect(new Visit(page, 'ko').clock).toHaveText('0:08.000');
});

test('keys belong to the page around until something in the frame has the focus', async ({
  page,
  openPost,
}) => {
  await openPost(
    `${frameTag(`lesson=${lesson.id}&lang=en&motion=reduce`).replace('height="620"', 'height="1100"')}
     <div style="height: 4000px"></div>`,
  );
  const visit = await visitFrame(page.frameLocator('iframe'));
  const step = (number: number) =>
    visit.scope.getByText(visit.t.lesson.step({ number, of: lesson.steps.length }));
  const scrolled = () => page.evaluate(() => scrollY);
  const toTop = async () => {
    // A page that glides would glide on: it has to come to rest first.
    await expect
      .poll(async () => {
        const before = await scrolled();
        await hostFrames(page, 8);
        return (await scrolled()) - before;
      })
      .toBe(0);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(scrolled).toBe(0);
  };
  await expect(step(1)).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName), 'the frame takes no focus').toBe('BODY');
  await page.keyboard.press('PageDown');
  await expect.poll(scrolled).toBeGreaterThan(100);
  await expect(step(1)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(visit.play).toBeAttached();
  await toTop();

  await visit.button(visit.t.lesson.next).click();
  await expect(step(2)).toBeVisible();
  await toTop();
  for (let number = 3; number <= lesson.steps.length; number++) {
    await page.keyboard.press('PageDown');
    await expect(step(number)).toBeVisible();
  }
  expect(await scrolled(), 'a key that moved a step scrolls nothing').toBe(0);
  // After the last step the key is the page's again.
  await page.keyboard.press('PageDown');
  await expect.poll(scrolled).toBeGreaterThan(100);
  await expect(step(lesson.steps.length)).toBeVisible();
});

test('without a story Page keys scroll the page around', async ({ page, openPost }) => {
  await openPost(
    `${frameTag('scenario=sticky-three&t=8000&lang=en').replace('height="620"', 'height="900"')}
     <div style="height: 4000px"></div>`,
  );
  const visit = await visitFrame(page.frameLocator('iframe'));
  await visit.person('Yuna').click();
  await expect(visit.person('Yuna')).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await expect(visit.clock).toHaveText('0:08.000');
});

test('Tab leads into the frame and out of it again, both ways', async ({ page, openPost }) => {
  await openPost(
    `<button>before</button>${frameTag('scenario=lone-user&t=8000&lang=en')}<button>after</button>`,
  );
  await visitFrame(page.frameLocator('iframe'));
  for (const [from, to, key] of [
    ['before', 'after', 'Tab'],
    ['after', 'before', 'Shift+Tab'],
  ]) {
    await page.getByRole('button', { name: from }).focus();
    let inside = 0;
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press(key);
      const at = await page.evaluate(
        () => document.activeElement?.textContent || document.activeElement?.tagName,
      );
      if (at === to) break;
      expect(at).toBe('IFRAME');
      inside++;
    }
    await expect(page.getByRole('button', { name: to })).toBeFocused();
    expect(inside, 'stops in the frame').toBeGreaterThan(5);
  }
});

test('several frames on one page are runs of their own', async ({ page, openPost }) => {
  const query = 'scenario=one-server&seed=7&t=6000&lang=en';
  await openPost(
    frameTag(query, 'id="a"') + frameTag(query, 'id="b"') + frameTag('moment=store-down&lang=en', 'id="c"'),
  );
  const [a, b, c] = [
    await visitFrame(page.frameLocator('#a')),
    await visitFrame(page.frameLocator('#b')),
    await visitFrame(page.frameLocator('#c')),
  ];
  const before = { b: await b.world(), c: await c.world() };
  expect(await a.world()).toEqual(before.b);
  await a.button(a.t.controls.addServer).last().click();
  await a.seek(9000);
  await a.person('Jun').click();
  await expect(a.servers).toHaveCount(2);
  expect(await b.world()).toEqual(before.b);
  expect(await c.world()).toEqual(before.c);
  // The same deeds lead to the same world.
  await b.button(b.t.controls.addServer).last().click();
  await b.seek(9000);
  await b.person('Jun').click();
  expect(await b.world()).toEqual(await a.world());
  expect(await c.world()).toEqual(before.c);
});

test('a frame out of sight rests, and does not leap when it is seen again', async ({ page, openPost }) => {
  await openPost(`${frameTag('scenario=sticky-three&speed=1&lang=en')}<div style="height: 5000px"></div>`);
  const visit = await visitFrame(page.frameLocator('iframe'));
  await visit.play.click();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(300);
  await page.evaluate(() => scrollTo(0, 4000));
  await hostFrames(page, 20);
  const resting = await visit.nowMs();
  await hostFrames(page, 40);
  expect(await visit.nowMs()).toBe(resting);
  await expect(visit.pause).toBeAttached();
  await page.evaluate(() => scrollTo(0, 0));
  await hostFrames(page, 3);
  // At most a tenth of a second for each frame that was drawn, not all the time that has passed.
  expect(await visit.nowMs()).toBeLessThan(resting + 500);
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(resting + 500);
});

test('a broken link says so in the frame as well', async ({ page }) => {
  await page.goto('?embed&scenario=nowhere&t=2000&lang=en');
  const visit = new Visit(page);
  await expect(visit.people).toHaveCount(8);
  await expect(page.getByRole('alert')).toContainText('nowhere');
  await visit.button(visit.t.notice.dismiss).click();
  await expect(page.getByRole('alert')).toBeHidden();
});
