/** Changing the past: nothing is lost, everything can be taken back, and what was done can be moved and removed. */

import { expectAtHand, expectWordsToFit } from './support/fit.ts';
import { expect, test } from './support/test.ts';
import { type Locale, runButton, timeWords } from './support/time.ts';
import { Visit } from './support/visit.ts';

const start = '?scenario=two-servers&seed=7&autoplay=0';

for (const locale of ['en', 'ko'] satisfies Locale[]) {
  test(`acting in the past begins another run and keeps the one there was, in ${locale}`, async ({
    page,
  }) => {
    await page.goto(`${start}&t=6000&lang=${locale}`);
    const visit = new Visit(page, locale);
    const t = timeWords[locale];
    await visit.addServer.click();
    await visit.seek(9000);
    await expect(visit.servers).toHaveCount(3);
    await visit.seek(4000);
    await visit.serverMenu('A').click();
    await visit.menuItem(visit.t.server.action.kill).click();
    const first = runButton(visit, t.runs.name({ number: 1 }));
    const second = runButton(visit, t.runs.name({ number: 2 }));
    await expect(second).toHaveAttribute('aria-pressed', 'true');
    await visit.seek(9000);
    await expect(visit.servers).toHaveCount(2);
    await first.click();
    await expect(visit.servers).toHaveCount(3);
    await expect(visit.clock).toHaveText(visit.f.clock(9000));
    await second.click();
    await expect(visit.clock).toHaveText(visit.f.clock(9000));
    await expect(visit.servers).toHaveCount(2);
  });
}

test('a run that was left is there again, and keys take back', async ({ page }) => {
  await page.goto(`${start}&t=6000&lang=en`);
  const visit = new Visit(page);
  const t = timeWords.en;
  await visit.seek(20_000);
  await visit.seek(7000);
  await visit.addServer.click();
  await runButton(visit, t.runs.name({ number: 1 })).click();
  await expect(visit.playhead).toHaveAttribute('aria-valuenow', '7000');
  await expect(visit.servers).toHaveCount(2);
  await visit.addServer.click();
  await expect(visit.servers).toHaveCount(3);
  await visit.playhead.press('ControlOrMeta+z');
  await expect(visit.servers).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: t.undone })).toHaveCount(1);
  await visit.playhead.press('ControlOrMeta+y');
  await expect(visit.servers).toHaveCount(3);
  await visit.playhead.press('Space');
  await expect(visit.pause).toBeVisible();
});

for (const locale of ['en', 'ko'] satisfies Locale[]) {
  test(`what was done is done another way afterwards, and the run is computed anew, in ${locale}`, async ({
    page,
  }) => {
    await page.goto(`${start}&do=5000~add,9000~kill~A&t=12000&lang=${locale}`);
    const visit = new Visit(page, locale);
    const t = timeWords[locale];
    const killed = t.did['kill-server']({ server: visit.t.server.name({ name: 'A' }) });
    const whatWasDone = page.getByRole('region', { name: t.changes.title });
    const edit = whatWasDone.getByRole('button', { name: t.changes.edit({ what: killed }) });
    await edit.focus();
    await edit.press('Enter');
    // Nobody can choose a server that comes later, and whoever was added before can be meant.
    const server = whatWasDone.getByRole('combobox', { name: t.changes.parts.server });
    await expect(server.getByRole('option')).toHaveCount(3);
    await server.selectOption({ label: visit.t.server.name({ name: 'C' }) });
    const hangs = t.did['hang-server']({ server: visit.t.server.name({ name: 'C' }) });
    await whatWasDone.getByRole('combobox', { name: t.changes.parts.do }).selectOption({ label: hangs });
    await expect(whatWasDone.getByRole('listitem').nth(1)).toContainText(hangs);
    expect((await visit.sharedAddress()).searchParams.get('do')).toBe('5000~add,9000~hang~C');
    await expect(visit.clock).toHaveText(visit.f.clock(12_000));
    // Before there is such a server, nothing comes of it, and the list says so.
    const time = whatWasDone.getByRole('textbox', { name: t.changes.at({ what: hangs }) });
    await time.fill('2');
    await time.press('Enter');
    const first = whatWasDone.getByRole('listitem').first();
    await expect(first).toContainText(`${hangs} ${t.changes.inVain}`);
    await expect(time, 'its line has another place, and the focus goes along').toBeFocused();
    await expect(first.getByRole('button', { expanded: true }), 'as what is open does').toHaveCount(1);
    await expect(whatWasDone.getByRole('button', { expanded: true })).toHaveCount(1);
    for (let i = 0; i < 3; i++) await visit.playhead.press('ControlOrMeta+z');
    await expect(whatWasDone.getByRole('listitem').nth(1)).toContainText(killed);
  });
}

test('what was done can be taken back and done again, by keyboard', async ({ page }) => {
  await page.goto(`${start}&t=6000&lang=en`);
  const visit = new Visit(page);
  const t = timeWords.en;
  const [undo, redo] = [visit.button(t.undo), visit.button(t.redo)];
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await visit.addServer.press('Enter');
  await expect(visit.servers).toHaveCount(3);
  await undo.press('Enter');
  await expect(visit.servers).toHaveCount(2);
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await redo.press('Enter');
  await expect(visit.servers).toHaveCount(3);
  await expect(undo).toBeEnabled();
});

test('what was done can be given another time, and be left out, in a list', async ({ page }) => {
  await page.goto(`${start}&t=12000&do=4000~add,8000~kill~A&lang=en`);
  const visit = new Visit(page);
  const t = timeWords.en;
  const changes = visit.region(t.changes.title);
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/down/);
  const what = t.did['kill-server']({ server: visit.t.server.name({ name: 'A' }) });
  const time = changes.getByRole('textbox', { name: t.changes.at({ what }) });
  await time.fill('a little later');
  await time.press('Enter');
  await expect(changes.getByRole('alert')).toHaveText(t.changes.badTime({ mostS: 3600 }));
  await time.fill('13.5');
  await time.press('Enter');
  await expect(changes.getByRole('alert')).toHaveCount(0);
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/up/);
  await visit.button(t.changes.goThere({ what, at: 13_500 })).click();
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/down/);
  await visit.button(t.changes.remove({ what })).click();
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/up/);
  await visit.button(t.undo).click();
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/down/);
});

test('marks on the timeline are dragged, moved by keys and removed', async ({ page }) => {
  await page.goto(`${start}&t=12000&do=8000~kill~A&lang=en`);
  const visit = new Visit(page);
  const t = timeWords.en;
  const what = t.did['kill-server']({ server: visit.t.server.name({ name: 'A' }) });
  const mark = (at: number) => visit.button(t.changes.mark({ what, at }));
  await mark(8000).press('ArrowRight');
  await expect(mark(8100)).toBeFocused();
  await mark(8100).press('Shift+ArrowLeft');
  await expect(mark(7100)).toBeFocused();
  const box = await mark(7100).boundingBox();
  const chart = await visit.playhead.boundingBox();
  if (box === null || chart === null) throw new Error('nothing to drag');
  const x = box.x + box.width / 2;
  // The chart shows a minute.
  const pxPerSecond = (chart.width - 32) / 60;
  await page.mouse.move(x, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(x + 4 * pxPerSecond, box.y + 5, { steps: 4 });
  await page.mouse.up();
  const moved = page.getByRole('button', { name: new RegExp(`^${what} at 0:1[01]\\.`) });
  await expect(moved).toBeFocused();
  await expect(visit.clock).toHaveText(visit.f.clock(12_000));
  await moved.press('Delete');
  await expect(moved).toHaveCount(0);
  await expect(visit.playhead).toBeFocused();
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/up/);
});

test('a link’s interventions can be taken back, and made again', async ({ page }) => {
  await page.goto(`${start}&t=12000&do=4000~add,8000~kill~A&lang=en`);
  const visit = new Visit(page);
  const t = timeWords.en;
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/down/);
  await visit.button(t.undo).click();
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/up/);
  await expect(visit.servers).toHaveCount(3);
  await visit.button(t.undo).click();
  await expect(visit.servers).toHaveCount(2);
  await expect(visit.button(t.undo)).toHaveAttribute('aria-disabled', 'true');
  await visit.button(t.redo).click();
  await visit.button(t.redo).click();
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/down/);
});

test('that a new run has begun is to be seen and heard, and can be taken back there', async ({ page }) => {
  await page.goto(`${start}&t=12000&do=8000~kill~A&lang=en`);
  const visit = new Visit(page);
  const t = timeWords.en;
  const [first, second] = [1, 2].map((number) => t.runs.name({ number }));
  const timeline = visit.region(visit.t.timeline.title);
  await visit.seek(4000);
  await visit.addServer.click();
  const begun = t.runs.begun({ name: second, before: first });
  await expect(timeline.getByText(begun)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: begun })).toHaveCount(1);
  await visit.button(t.runs.takeBack).press('Enter');
  await expect(timeline.getByText(begun)).toBeHidden();
  await expect(visit.playhead).toBeFocused();
  await expect(visit.servers).toHaveCount(2);

  // Taking something out is another run, too, but one that begins nowhere near the playhead.
  const what = t.did['kill-server']({ server: visit.t.server.name({ name: 'A' }) });
  await visit.button(t.changes.mark({ what, at: 8000 })).press('Delete');
  const third = t.runs.name({ number: 2 });
  const without = t.runs.without({ name: third, before: first, what });
  await expect(timeline.getByText(without)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: without })).toHaveCount(1);
  await visit.button(t.runs.both).click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('what is moved by keys is told with its time, and zooming with what is shown', async ({ page }) => {
  await page.goto(`${start}&t=12000&do=8000~kill~A&lang=ko`);
  const visit = new Visit(page, 'ko');
  await visit.complete(); // what tells it is fetched after what can be pressed
  const t = timeWords.ko;
  const what = t.did['kill-server']({ server: visit.t.server.name({ name: 'A' }) });
  const isSaid = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1);
  await visit.button(t.changes.mark({ what, at: 8000 })).press('ArrowRight');
  await isSaid(t.changes.moved({ what, at: 8100 }));
  await visit.playhead.press('+');
  await isSaid(t.zoom.part({ from: 6000, to: 36_000 }));
  await visit.playhead.press('0');
  await isSaid(t.zoom.whole);
});

test('marks are large enough to be grabbed, and of two the nearer one is', async ({ page }) => {
  for (const size of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await page.goto(`${start}&t=20000&do=8000~kill~A,9000~add,40000~kill~B&lang=en`);
    const visit = new Visit(page);
    const t = timeWords.en;
    if (size.width < 700) await visit.button(t.unfold).click();
    const mark = (at: number) =>
      page.getByRole('button', { name: new RegExp(` at ${visit.f.clock(at)}\\. Drag`) });
    const boxes = [];
    for (const at of [8000, 9000, 40_000]) {
      await expect(mark(at)).toBeVisible();
      const box = await mark(at).boundingBox();
      if (box === null) throw new Error('A mark should have a box.');
      expect(box.height).toBeGreaterThanOrEqual(44);
      boxes.push(box);
    }
    const [a, b, alone] = boxes;
    expect(alone.width).toBeGreaterThanOrEqual(44);
    expect(a.x + a.width).toBeCloseTo(b.x, 0);
    // In the plot, below the flags: on the side of each.
    const grabbed = (x: number) =>
      page.evaluate(
        ([px, py]) => document.elementFromPoint(px, py)?.closest('button')?.id,
        [x, a.y + a.height - 2],
      );
    expect(await grabbed(b.x - 2)).toBe('mark-0');
    expect(await grabbed(b.x + 2)).toBe('mark-1');
  }
});

test('going to the next refusal and back, and playing backwards', async ({ page }) => {
  await page.goto(`${start}&t=0&lang=en`);
  const visit = new Visit(page);
  const t = timeWords.en;
  const go = async (name: string) => {
    await visit.button(t.go.label).click();
    await visit.menuItem(name).click();
  };
  await go(t.go.nextRefusal);
  await expect(visit.log).toContainText('401');
  const first = await visit.clock.textContent();
  await go(t.go.nextRefusal);
  await expect(visit.clock).not.toHaveText(String(first));
  await go(t.go.previousRefusal);
  await expect(visit.clock).toHaveText(String(first));
  await visit.speed.selectOption({ label: visit.t.transport.speedValue({ speed: 30 }) });
  await go(t.go.backwards);
  await expect(visit.clock).toHaveText(visit.f.clock(0));
  await expect(visit.play).toBeVisible();
  await go(t.go.previousRefusal);
  await expect(page.getByRole('status').filter({ hasText: t.go.notFoundBefore })).toHaveCount(1);
});

test('on a phone there are runs, a list, and tools for time', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${start}&t=9000&do=8000~kill~A&lang=ko`);
  const visit = new Visit(page, 'ko');
  const t = timeWords.ko;
  await visit.seek(4000);
  await visit.addServer.click();
  await expectAtHand(runButton(visit, t.runs.name({ number: 2 })), 'the other run');
  await visit.button(t.unfold).click();
  await visit.button(t.go.label).click();
  for (const item of await page.getByRole('menuitem').all()) {
    const box = await item.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  await visit.menuItem(t.go.end).click();
  await expect(visit.region(t.changes.title).getByRole('listitem')).toHaveCount(1);
});

for (const locale of ['en', 'ko'] satisfies Locale[]) {
  test(`the runs, and what one does with them, are all in sight, in ${locale}`, async ({ page }) => {
    await page.goto(`${start}&do=38265~add,43453~kill~B&t=42000&lang=${locale}`);
    const visit = new Visit(page, locale);
    const t = timeWords[locale];
    await visit.serverMenu('A').click();
    await visit.menuItem(visit.t.server.action.drain).click();
    const [first, second] = [1, 2].map((number) => runButton(visit, t.runs.name({ number })));
    // The news of another run gives way.
    await first.click();
    await second.click();
    await expect(visit.button(t.runs.both)).toBeHidden();
    for (const [width, height] of [
      [1440, 900],
      [1280, 720],
      [1024, 768],
      [820, 1180],
      [390, 844],
    ]) {
      await page.setViewportSize({ width, height });
      const what = `${locale}, ${width} × ${height}`;
      await expectWordsToFit(visit, what);
      const rename = visit.button(t.runs.rename({ name: t.runs.name({ number: 2 }) }));
      for (const part of [first, second, rename, visit.button(t.runs.compare)])
        await expectAtHand(part, what);
    }
  });
}

test('the mark of what is moved beyond the end of the timeline is still there', async ({ page }) => {
  await page.goto(`${start}&do=5000~kill~A&t=9000&lang=en`);
  const visit = new Visit(page);
  const t = timeWords.en;
  const what = t.did['kill-server']({ server: visit.t.server.name({ name: 'A' }) });
  const time = page.getByRole('textbox', { name: t.changes.at({ what }) });
  await time.fill('999');
  await time.press('Enter');
  const mark = visit.button(t.changes.mark({ what, at: 999_000 }));
  await expect(mark).toBeInViewport({ ratio: 1 });
  await mark.press('Delete');
  await expect(mark).toHaveCount(0);
});
