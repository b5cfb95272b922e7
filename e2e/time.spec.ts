/** Time is a place one can go: pause, step, drag, come back, change the past. */
import { expect, test } from './support/test.ts';
import { open, openMoment, Visit } from './support/visit.ts';

/** A run with something to see in every second: people are refused from 8 s on. */
const RUN = 'scenario=one-server&seed=7&do=6000~add';

test('play moves time, pause freezes everything', async ({ page }) => {
  const visit = await open(page, `${RUN}&autoplay=0`);
  await expect(visit.play).toBeVisible();
  expect(await visit.nowMs()).toBe(0);
  await visit.speed.selectOption({ label: visit.t.transport.speedValue({ speed: 5 }) });
  await visit.play.click();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(9000);
  await visit.pause.click();
  // What was appearing when the pause came has appeared.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  await visit.play.hover();
  const before = { world: await visit.world(), picture: await page.screenshot() };
  await visit.frames(30);
  expect(await visit.world()).toEqual(before.world);
  expect(before.picture.equals(await page.screenshot()), 'the picture stays').toBe(true);
  // And it was no picture of an empty world.
  await expect(visit.entries.first()).toBeVisible();
  await visit.play.click();
  const now = await visit.nowMs();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(now);
});

test('steps forward and back are exact', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  const on = visit.button(visit.t.transport.stepForward);
  const back = visit.button(visit.t.transport.stepBack);
  await on.click();
  const seen = [{ nowMs: await visit.nowMs(), world: await visit.world() }];
  for (let i = 0; i < 12; i++) {
    await on.click();
    seen.push({ nowMs: await visit.nowMs(), world: await visit.world() });
    expect(seen[i + 1].world.clock >= seen[i].world.clock, 'the clock goes on').toBe(true);
  }
  expect(new Set(seen.map((s) => JSON.stringify(s.world))).size, 'moments that differ').toBeGreaterThan(6);
  for (let i = seen.length - 2; i >= 0; i--) {
    await back.click();
    expect(await visit.world(), `back at step ${i}`).toEqual(seen[i].world);
  }
});

test('dragging the timeline back shows the past as it was', async ({ page }) => {
  const visit = await open(page, `${RUN}&t=1000`);
  const box = await visit.playhead.boundingBox();
  if (box === null) throw new Error('The timeline should have a box.');
  const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
  const places = [0.1, 0.14, 0.18, 0.3, 0.5];
  const seen: Record<string, string>[] = [];
  await page.mouse.move(...at(0.05));
  await page.mouse.down();
  for (const place of places) {
    await page.mouse.move(...at(place));
    await visit.arrived();
    seen.push(await visit.world());
  }
  expect(new Set(seen.map((world) => world.clock)).size).toBe(places.length);
  expect(new Set(seen.map((world) => world[visit.t.people.title])).size).toBe(places.length);
  for (let i = places.length - 2; i >= 0; i--) {
    await page.mouse.move(...at(places[i]));
    await visit.arrived();
    expect(await visit.world(), `back at ${seen[i].clock}`).toEqual(seen[i]);
  }
  await page.mouse.up();
  // The button is up: the mouse moves on, time does not.
  await page.mouse.move(...at(0.4));
  await visit.arrived();
  expect(await visit.world()).toEqual(seen[0]);
});

test('whoever acts in the past has another future', async ({ page }) => {
  const visit = await open(page, `${RUN},10000~kill~A&t=12000`);
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/down/);
  expect((await visit.answersTold(401)).length).toBeGreaterThan(0);

  await visit.seek(7000);
  await visit.strategy('sticky').check();
  await expect(visit.playhead).toHaveAttribute('aria-valuemax', '7000');
  await visit.seek(16_000);
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/^Server A: up,/);
  expect(await visit.answersTold(401)).toEqual([]);
  await expect(visit.entries.first()).toBeVisible();
  expect((await visit.sharedAddress()).searchParams.get('do')).toBe('6000~add,7000~strategy~sticky');
});

test('what lies ahead stays as long as one only looks', async ({ page }) => {
  const visit = await open(page, `${RUN},10000~kill~A&t=12000`);
  const end = await visit.world();
  await visit.button(visit.t.transport.toStart).click();
  await expect(visit.clock).toHaveText('0:00.000');
  await expect(visit.servers).toHaveCount(1);
  for (const person of visit.t.names) {
    await expect(visit.person(person)).toHaveAccessibleName(
      `${person}: not logged in, cart empty, had to log in again 0 times`,
    );
  }
  await visit.playhead.press('End');
  await expect(visit.clock).toHaveText('0:12.000');
  expect(await visit.world()).toEqual(end);
});

test('speed: a hundredth is slow, thirty is fast, and neither changes what happens', async ({ page }) => {
  const visit = await open(page, `${RUN}&t=3000`);
  const speed = (value: number) =>
    visit.speed.selectOption({ label: visit.t.transport.speedValue({ speed: value }) });
  await speed(1 / 100);
  await visit.play.click();
  await visit.frames(30);
  await visit.pause.click();
  // No frame counts for more than a tenth of a second.
  const slow = await visit.nowMs();
  expect(slow).toBeGreaterThan(3000);
  expect(slow).toBeLessThan(3100);

  await speed(30);
  await visit.play.click();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(30_000);
  await visit.pause.click();
  await visit.seek(20_000);
  const played = await visit.world();
  await open(page, `${RUN}&t=20000`);
  expect(await visit.world()).toEqual(played);
});

test('the timeline by keyboard', async ({ page }) => {
  const visit = await open(page, `${RUN}&t=12000`);
  const steps: [key: string, timeMs: number][] = [
    ['ArrowLeft', 11_000],
    ['ArrowDown', 10_000],
    ['ArrowRight', 11_000],
    ['ArrowUp', 12_000],
    ['PageDown', 2000],
    ['PageDown', 0],
    ['PageUp', 10_000],
    ['Shift+ArrowLeft', 0],
    ['ArrowLeft', 0],
    ['Shift+ArrowRight', 10_000],
    ['Home', 0],
    ['End', 12_000],
    ['ArrowRight', 13_000],
  ];
  await visit.playhead.focus();
  for (const [key, timeMs] of steps) {
    await page.keyboard.press(key);
    await expect(visit.playhead, key).toHaveAttribute('aria-valuenow', String(timeMs));
    await expect(visit.clock).toHaveText(visit.f.clock(timeMs));
    await expect(visit.playhead).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`^${visit.f.clock(timeMs)} of `),
    );
  }
  expect(await page.evaluate(() => scrollY), 'the page did not scroll').toBe(0);
});

test('keys work on the page and on its buttons, but not in a field', async ({ page }) => {
  const visit = await openMoment(page, 'refusal-under-memory');
  const before = await visit.nowMs();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(before);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => visit.nowMs()).toBeLessThan(before);
  await page.keyboard.press('Space');
  await expect(visit.pause).toBeVisible();
  await page.keyboard.press('Space');
  await expect(visit.play).toBeVisible();

  // A button does not use arrows, and presses itself on Space: that is one change, not two.
  const paused = await visit.nowMs();
  await visit.play.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(paused);
  await page.keyboard.press('Space');
  await expect(visit.pause).toBeFocused();
  await page.keyboard.press('Space');
  await expect(visit.play).toBeFocused();

  const now = await visit.nowMs();
  await visit.scope.getByRole('spinbutton', { name: visit.t.controls.seed }).focus();
  for (const key of ['ArrowLeft', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  await expect(visit.play).toBeVisible();
  expect(await visit.nowMs()).toBe(now);
  await page.keyboard.press('Alt+k');
  await expect(visit.pause).toBeVisible();
});

test('another language loses nothing', async ({ page }) => {
  const visit = await openMoment(page, 'kill-noticed');
  await visit.strategy('shared').click();
  await expect(visit.strategy('shared')).toBeChecked();
  await visit.seek(18_000);
  await visit.person('Jun').click();
  const before = await visit.world();

  await visit.button('한국어').click();
  const korean = new Visit(page, 'ko');
  await expect(korean.clock).toHaveText('0:18.000');
  await expect(korean.person('준')).toHaveAttribute('aria-pressed', 'true');
  await expect(korean.strategy('shared')).toBeChecked();
  await expect(page).toHaveTitle('밸런싱 액트: 내 로그인은 어디로 갔을까요?');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page).toHaveURL(/[?&]lang=ko/);

  await korean.button('English').click();
  await expect(visit.clock).toHaveText('0:18.000');
  expect(await visit.world()).toEqual(before);
  // The choice is kept for the next visit.
  await visit.button('한국어').click();
  await expect(korean.play).toBeVisible();
  await page.goto('?moment=kill-noticed');
  await expect(korean.play).toBeVisible();
});

test('a playing run goes on through a change of language', async ({ page }) => {
  const visit = await open(page, `${RUN}&speed=1`);
  await expect(visit.pause).toBeVisible();
  await visit.button('한국어').click();
  const korean = new Visit(page, 'ko');
  await expect(korean.pause).toBeVisible();
  const now = await korean.nowMs();
  await expect.poll(() => korean.nowMs()).toBeGreaterThan(now);
});

test('colours: as the system has them, or as chosen, and time does not care', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const visit = await openMoment(page, 'sticky-settled');
  const brightness = () =>
    page.evaluate(() => {
      const [, ...rgb] = /(\d+), (\d+), (\d+)/.exec(getComputedStyle(document.body).backgroundColor) ?? [];
      return rgb.reduce((sum, part) => sum + Number(part), 0) / 3;
    });
  const before = await visit.world();
  expect(await brightness()).toBeLessThan(60);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(brightness).toBeGreaterThan(200);
  await visit.button(visit.t.app.theme.dark).click();
  await expect.poll(brightness).toBeLessThan(60);
  expect(await visit.world()).toEqual(before);
  await page.reload();
  await expect(visit.button(visit.t.app.theme.light)).toBeVisible();
  expect(await brightness()).toBeLessThan(60);
});
