/**
 * A moment on the screen is the same picture, to the byte, whether one played there, opened a link to it, went there
 * forward or back, or acted there once more after the future was known. (What the canvas shows is walked through at
 * random in src/stage/samePixels.test.ts; here it is all of the stage and the sentence above it, as a browser draws it.)
 */
import { writeFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { type Locale, runButton, timeWords } from './support/time.ts';
import { open, Visit } from './support/visit.ts';

interface Scene {
  name: string;
  query: string;
  locale: Locale;
  width: number;
  scheme: 'light' | 'dark';
  motion: 'reduce' | 'no-preference';
  /** What is done there. */
  act(visit: Visit): Promise<void>;
}

async function take(visit: Visit, menu: (visit: Visit) => ReturnType<Visit['button']>, item: string) {
  await menu(visit).click();
  await visit.menuItem(item).click();
}

const SCENES: readonly Scene[] = [
  {
    name: 'a server is added to two with their own memory',
    query: 'scenario=two-servers&seed=7&t=6000&speed=2',
    locale: 'en',
    width: 1440,
    scheme: 'light',
    motion: 'no-preference',
    act: (visit) => visit.addServer.click(),
  },
  {
    name: 'a server is killed under sticky routing, on a phone',
    query: 'scenario=sticky-three&seed=3&t=9000&speed=1',
    locale: 'ko',
    width: 390,
    scheme: 'dark',
    motion: 'no-preference',
    act: (visit) => take(visit, (v) => v.serverMenu('B'), visit.t.server.action.kill),
  },
  {
    name: 'the shared store is killed, with little motion',
    query: 'scenario=shared-store&seed=5&t=7000&speed=1',
    locale: 'en',
    width: 900,
    scheme: 'dark',
    motion: 'reduce',
    act: (visit) => take(visit, (v) => v.storeMenu, visit.t.store.kill),
  },
  {
    name: 'copies become tokens, slowly, with little motion',
    query: 'scenario=three-servers&seed=11&do=0~strategy~replicated&t=5000&speed=0.1',
    locale: 'ko',
    width: 1440,
    scheme: 'light',
    motion: 'reduce',
    act: (visit) => visit.strategy('token').check(),
  },
  {
    name: 'a server is added behind a CDN',
    query: 'scenario=leaky-cdn&seed=7&t=8000&speed=0.5&follow=2',
    locale: 'en',
    width: 1440,
    scheme: 'dark',
    motion: 'no-preference',
    act: (visit) => visit.addServer.click(),
  },
];

// The browser draws anew only the part of a tile that changed, and blends what lies on the border of that part a second
// time. That is the way to a picture, not the page's: here it draws whole tiles.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--disable-partial-raster'] }),
});

/**
 * The picture of the sentence and the stage, once nothing moves. Where the focus and the pointer are is of the visitor and
 * not of the moment.
 */
async function picture(page: Page, visit: Visit): Promise<Buffer> {
  await visit.complete();
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    (document.activeElement as HTMLElement | null)?.blur();
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
  });
  await visit.arrived();
  return page.getByRole('main').screenshot();
}

/** Compares, and keeps both pictures when they differ. */
async function expectSame(
  info: TestInfo,
  way: string,
  address: URL,
  one: Buffer,
  other: Buffer,
): Promise<void> {
  if (one.equals(other)) return;
  for (const [which, body] of Object.entries({ expected: other, actual: one })) {
    const path = info.outputPath(`${way}, ${which}.png`);
    await writeFile(path, body);
    await info.attach(`${way}, ${which}`, { path });
  }
  expect.soft(one.equals(other), `${way}: the same picture of ${address.search}`).toBe(true);
}

for (const scene of SCENES) {
  test.describe(scene.name, () => {
    test.use({
      viewport: { width: scene.width, height: 1000 },
      colorScheme: scene.scheme,
      contextOptions: { reducedMotion: scene.motion },
    });

    test('the same picture whichever way one comes', async ({ page, context }, info) => {
      const { locale } = scene;
      const { go, runs, undo, unfold } = timeWords[locale];
      const visit = await open(page, scene.query, locale);
      const elsewhere = await context.newPage();
      const byLink = async (address: URL) => {
        await elsewhere.goto(address.href);
        const there = new Visit(elsewhere, locale);
        // What is packed in the link is unpacked after the first picture.
        await expect(runButton(there, runs.name({ number: 1 }))).toBeVisible();
        return picture(elsewhere, there);
      };

      // Another run is there from the start: the row of runs takes some room, and the stage gets what is left.
      if (scene.width < 700) await visit.button(unfold).click();
      await visit.playhead.press('ArrowRight');
      await visit.playhead.press('ArrowLeft');
      await visit.addServer.click();
      await runButton(visit, runs.name({ number: 1 })).click();

      // By playing.
      const startMs = await visit.nowMs();
      await visit.play.click();
      await expect.poll(() => visit.nowMs()).toBeGreaterThan(startMs + 50);
      await visit.pause.click();
      const played = await picture(page, visit);
      const before = await visit.sharedAddress();
      await expectSame(info, 'a link to where one played', before, await byLink(before), played);

      // By acting there.
      await scene.act(visit);
      const there = await picture(page, visit);
      const atMs = await visit.nowMs();
      expect(there.equals(played), 'what was done can be seen').toBe(false);
      const address = await visit.sharedAddress();
      await expectSame(info, 'a link', address, await byLink(address), there);

      // By going there from before and from later.
      const goThere = async (item: string) => {
        await visit.button(go.label).click();
        await visit.menuItem(item).click();
        while ((await visit.nowMs()) !== atMs) {
          await visit.button(go.label).click();
          await visit.menuItem(item).click();
        }
        await visit.arrived();
      };
      await visit.playhead.press('Home');
      await goThere(go.nextChange);
      await expectSame(info, 'forward', address, await picture(page, visit), there);
      for (let i = 0; i < 3; i++) await visit.playhead.press('ArrowRight');
      await goThere(go.previousChange);
      await expectSame(info, 'back', address, await picture(page, visit), there);

      // By doing it once more, where the future is known: as another branch.
      await visit.button(undo).click();
      await expectSame(info, 'taken back', before, await picture(page, visit), played);
      await scene.act(visit);
      await expectSame(info, 'branching', address, await picture(page, visit), there);
    });
  });
}
