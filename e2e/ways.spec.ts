/** Between Explore, the story and a comparison: each is found as it was left. */
import type { Page } from '@playwright/test';
import { compareEn } from '../src/i18n/compare/en.ts';
import { inspectorEn } from '../src/i18n/inspector/en.ts';
import { whereDidMyLoginGo as lesson } from '../src/lessons/whereDidMyLoginGo/steps.ts';
import { expect, test } from './support/test.ts';
import { runButton, timeWords } from './support/time.ts';
import { open, startingWith, Visit } from './support/visit.ts';

const t = timeWords.en;

/** A run with another branch, a followed person, an open story and a speed of its own. */
async function exploreALittle(page: Page): Promise<Visit> {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=6000&autoplay=0');
  await visit.addServer.click();
  await visit.seek(9000);
  await visit.seek(5000);
  await visit.serverMenu('A').click();
  await visit.menuItem(visit.t.server.action.kill).click();
  await visit.person('Jun').click();
  await visit.speed.selectOption('0.1');
  await visit.log
    .getByRole('button', { name: startingWith(visit.t.why.closer) })
    .first()
    .click();
  await expect(visit.region(inspectorEn.title)).toBeVisible();
  return visit;
}

async function expectAllOfIt(visit: Visit, page: Page): Promise<void> {
  await visit.complete();
  await expect(visit.region(inspectorEn.title)).toBeVisible();
  await expect(visit.clock).toHaveText(visit.f.clock(5000));
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/down/);
  await expect(visit.speed).toHaveValue('0.1');
  await expect(runButton(visit, t.runs.name({ number: 2 }))).toHaveAttribute('aria-pressed', 'true');
  await runButton(visit, t.runs.name({ number: 1 })).click();
  // What came after in the first run is known as it was.
  await expect(visit.playhead).toHaveAttribute('aria-valuemax', '9000');
  await runButton(visit, t.runs.name({ number: 2 })).click();
  await expect(page).toHaveURL(/do=5000~kill~A&t=5000&speed=0\.1&follow=4.*look=request/);
}

test('whoever looks at the story finds their own run again as it was, with what can be taken back', async ({
  page,
}) => {
  const visit = await exploreALittle(page);
  await visit.button(visit.t.app.story).click();
  await expect(page).toHaveURL(/lesson=.*step=1/);
  await expect(visit.servers).toHaveCount(1);
  await visit.button(visit.t.lesson.next).click();
  await visit.button(visit.t.app.explore).click();
  await expectAllOfIt(visit, page);
  // From the story to a comparison, and from there to one's own run.
  await visit.button(visit.t.app.story).click();
  await visit.button(visit.t.app.compare).click();
  await visit.button(visit.t.app.explore).click();
  await expectAllOfIt(visit, page);
  await visit.button(t.undo).click();
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/up/);
  await visit.button(t.redo).click();
  await expect(visit.serverHeading('A')).toHaveAccessibleName(/down/);
});

test('the same by Back and Forward, and after the page was opened anew', async ({ page }) => {
  const visit = await exploreALittle(page);
  await expect(page).toHaveURL(/look=request/);
  await visit.button(visit.t.app.story).click();
  await expect(page).toHaveURL(/lesson=.*step=1/);
  await page.goBack();
  await expectAllOfIt(visit, page);
  await page.goForward();
  await expect(visit.button(visit.t.lesson.next)).toBeVisible();
  await page.reload();
  await visit.button(visit.t.lesson.next).click();
  await visit.button(visit.t.app.explore).click();
  await expectAllOfIt(visit, page);
  await page.goBack();
  await expect(visit.button(visit.t.lesson.next)).toBeVisible();
});

test('a run is compared at the moment at which one was, and found again after Back and Forward', async ({
  page,
}) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=9000&autoplay=0');
  await visit.seek(5000);
  await visit.addServer.click();
  await visit.button(t.runs.compare).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(visit.playhead).toHaveValue('5000');
  await page.goBack();
  await visit.complete();
  await visit.button(visit.t.app.compare).click();
  const sessions = page.getByRole('button', {
    name: compareEn.start({ name: compareEn.ready['where-sessions-live'].name }),
  });
  await sessions.click();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page).toHaveURL(/compare=where-sessions-live/);
  await page.goBack();
  await expect(sessions).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: compareEn.back }).click();
  await visit.complete();
  await expect(page).toHaveURL(/scenario=two-servers.*do=5000~add&t=5000/);
});

test('times in addresses are short, wherever the run was left', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=4000&autoplay=0');
  const expectShort = async () => {
    await expect(page).toHaveURL(/[?&](t|lesson)=/);
    expect(page.url()).not.toMatch(/\d\.\d{4,}/);
  };
  for (let i = 0; i < 3; i++) await visit.button(visit.t.transport.stepForward).click();
  await expect(page).not.toHaveURL(/t=4000&/);
  await expectShort();
  expect((await visit.sharedAddress()).search).toMatch(/&t=\d+(\.\d{1,3})?&/);
  await visit.play.click();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(4500);
  await visit.button(visit.t.app.story).click();
  await page.goBack();
  await visit.complete();
  await expectShort();
  // In the middle of a step of the story that is opened by a link: one goes on from there.
  await page.goto(`?lesson=${lesson.id}&step=2&lang=en`);
  await visit.button(visit.t.lesson.next).click();
  await expect(visit.pause).toBeVisible();
  await visit.button(visit.t.app.explore).click();
  await expect(visit.controls).toBeVisible();
  await expect(page).toHaveURL(/t=\d+(&|$)/);
  await expectShort();
  await visit.button(visit.t.app.compare).click();
  await expect(page).toHaveURL(/compare=/);
  await page
    .getByRole('button', { name: startingWith(compareEn.start({ name: '' }).trim()) })
    .first()
    .click();
  await expect(page).toHaveURL(/compare=[a-z]/);
  await visit.pause.click();
  await expectShort();
});

test('the focus stays at hand when another page takes the place of what was pressed', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=4000&do=2000~add');
  const tab = (name: string) => page.getByRole('button', { name, pressed: true, exact: true });
  await visit.button(visit.t.app.compare).click();
  await page
    .getByRole('button', { name: startingWith(compareEn.start({ name: '' }).trim()) })
    .first()
    .press('Enter');
  await visit.button(compareEn.back).press('Enter');
  await expect(tab(visit.t.app.explore)).toBeFocused();
  await page.goto(`?lesson=${lesson.id}&step=2&lang=en`);
  await new Visit(page).button(visit.t.lesson.leave).press('Enter');
  await expect(tab(visit.t.app.explore)).toBeFocused();
});
