/** Back and forward: another scenario, the story or a comparison is a step; what is only opened or closed is none. */
import { compareEn } from '../src/i18n/compare/en.ts';
import { inspectorEn } from '../src/i18n/inspector/en.ts';
import { expect, test } from './support/test.ts';
import { runButton, timeWords } from './support/time.ts';
import { open, startingWith, Visit } from './support/visit.ts';

test('opening and closing things leaves no steps behind', async ({ page }) => {
  await page.goto('?gallery&lang=en');
  await page.getByRole('link', { name: 'refusal-under-memory', exact: true }).click();
  const visit = new Visit(page);
  await visit.complete();
  const steps = await page.evaluate(() => history.length);
  for (let i = 0; i < 3; i++) {
    await visit.log
      .getByRole('button', { name: startingWith(visit.t.why.closer) })
      .first()
      .click();
    await expect(page).toHaveURL(/look=request/);
    await page.keyboard.press('Escape');
    await expect(page).not.toHaveURL(/look=/);
  }
  await visit.openCharts();
  await expect(page).toHaveURL(/show=charts/);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.goBack();
  await expect(page).toHaveURL(/gallery/);
  await page.goForward();
  await expect(visit.charts.getByRole('figure').first()).toBeVisible();
});

test('a comparison is a step, and so is the way out of it', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=4000&autoplay=0');
  await visit.addServer.click();
  await visit.log
    .getByRole('button', { name: startingWith(visit.t.why.closer) })
    .first()
    .click();
  await expect(page).toHaveURL(/look=/);
  await visit.button(visit.t.app.compare).click();
  // The run that one came from is there for whoever opens this address.
  await expect(page).toHaveURL(/do=4000~add.*compare=/);
  const first = page
    .getByRole('button', { name: startingWith(compareEn.start({ name: '' }).trim()) })
    .first();
  await first.click();
  await expect(page).toHaveURL(/compare=[a-z-]+/);
  await visit.pause.click();
  const one = page.getByRole('radio', { name: compareEn.scope.one });
  await one.check();
  await expect(page).toHaveURL(/scope=one/);
  const clock = await visit.clock.textContent();

  await page.goBack();
  await expect(first).toBeVisible();
  await page.goForward();
  await expect(one).toBeChecked();
  await expect(visit.clock).toHaveText(String(clock));

  await visit.button(compareEn.back).click();
  await expect(page).not.toHaveURL(/compare=/);
  await page.goBack();
  await expect(one).toBeChecked();
  await page.goBack();
  await expect(first).toBeVisible();
  await page.goBack();
  await expect(visit.servers).toHaveCount(3);
  await expect(visit.region(inspectorEn.title)).toBeVisible();
});

test('whoever turns the page while time runs comes back to the moment that was left', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=4000&autoplay=0');
  await visit.speed.selectOption('10');
  await visit.play.click();
  await expect.poll(() => visit.nowMs()).toBeGreaterThan(9000);
  await page.getByRole('combobox', { name: visit.t.app.scenario }).selectOption('one-server');
  await expect(visit.servers).toHaveCount(1);
  // The address is that of the new page, though it plays.
  await expect(page).toHaveURL(/scenario=one-server/);
  await page.goBack();
  await expect(visit.servers).toHaveCount(2);
  expect(await visit.nowMs()).toBeGreaterThan(9000);
});

test('runs that were called something keep their names in the link and side by side', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=6000&autoplay=0');
  const t = timeWords.en;
  await visit.addServer.click();
  await visit.seek(9000);
  await visit.seek(4000);
  await visit.serverMenu('A').click();
  await visit.menuItem(visit.t.server.action.kill).click();

  // By keyboard: F2, a name, Enter; the focus stays with the run.
  const second = runButton(visit, t.runs.name({ number: 2 }));
  await second.press('F2');
  const field = page.getByRole('textbox', { name: t.runs.nameOf({ name: t.runs.name({ number: 2 }) }) });
  await expect(field).toBeFocused();
  await field.fill('  <b>without</b>   A  ');
  await field.press('Enter');
  const named = runButton(visit, '<b>without</b> A');
  await expect(named).toBeFocused();
  await expect(
    page.getByRole('status').filter({ hasText: t.runs.renamed({ name: '<b>without</b> A' }) }),
  ).toHaveCount(1);

  // By mouse, and left as it was by Escape.
  await runButton(visit, t.runs.name({ number: 1 })).click();
  await visit.button(t.runs.rename({ name: t.runs.name({ number: 1 }) })).click();
  const other = page.getByRole('textbox', { name: t.runs.nameOf({ name: t.runs.name({ number: 1 }) }) });
  await other.fill('never kept');
  await other.press('Escape');
  await expect(runButton(visit, t.runs.name({ number: 1 }))).toBeFocused();
  await visit.button(t.runs.rename({ name: t.runs.name({ number: 1 }) })).click();
  await expect(page).toHaveURL(/#2\./);
  const before = page.url();
  await other.fill('한 대 더');
  await visit.clock.click();
  await expect(runButton(visit, '한 대 더')).toHaveAttribute('aria-pressed', 'true');

  await expect(page).not.toHaveURL(before);
  await page.reload();
  await expect(runButton(visit, '한 대 더')).toHaveAttribute('aria-pressed', 'true');
  await visit.button(t.runs.compare).click();
  const stage = (number: number, name: string) => visit.region(compareEn.run({ number, name }));
  await expect(stage(1, '한 대 더')).toBeVisible();
  await expect(stage(2, '<b>without</b> A')).toBeVisible();
  await expect(page).toHaveURL(/names=/);
  await page.reload();
  await expect(stage(1, '한 대 더')).toBeVisible();
  await expect(stage(2, '<b>without</b> A')).toBeVisible();
});

test('a link that is too long says so, and can be shorter or a file', async ({ page }) => {
  const done = Array.from({ length: 170 }, (_, i) => `${10 * i}~think~${500 + i}`).join(',');
  const visit = await open(page, `scenario=two-servers&seed=7&t=6000&autoplay=0&do=${done}`);
  await visit.seek(9000);
  for (const at of [2000, 3000, 4000, 5000]) {
    await visit.seek(at);
    await visit.addServer.click();
    await visit.seek(9000);
  }
  await visit.button(visit.t.app.share).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: visit.takeAlong.shareTitle });
  await expect(field).toHaveValue(/#2\./);
  const whole = await field.inputValue();
  expect(whole.length).toBeGreaterThan(2000);
  await expect(dialog.getByRole('note')).toContainText(visit.f.number(whole.length));
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: visit.takeAlong.saveFile }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('balancing-act.html');
  const kept = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(kept);
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(`file://${kept}`);
  await elsewhere.waitForURL(({ href }) => href === whole);
  const seen = new Visit(elsewhere);
  await expect(runButton(seen, timeWords.en.runs.name({ number: 1 }))).toBeVisible();

  await dialog.getByRole('checkbox', { name: visit.takeAlong.onlyThis }).check();
  await expect(field).not.toHaveValue(/#/);
});
