/** An address is a moment: what is shared opens as it was, and what is broken says so and stops nothing. */
import { GALLERY_WORDS } from '../src/gallery/words.ts';
import { takeAlongWords } from '../src/i18n/takeAlong/index.ts';
import { expect, test } from './support/test.ts';
import { runButton, timeWords } from './support/time.ts';
import { open, Visit } from './support/visit.ts';

const RUNS: Record<string, string> = {
  'refusals under memory': 'scenario=one-server&seed=7&do=6000~add&t=9000',
  'a story with every kind of change':
    'scenario=three-servers&seed=11&do=2000~strategy~sticky,4000~policy~random,6000~kill~B,7000~think~500,9000~visitors~20,11000~drain~A,13000~restart~B,15000~strategy~shared,17000~kill-store,19000~restart-store&t=21500',
  'a crowd': 'scenario=busy-crowd&seed=3&t=4000',
};

for (const [what, query] of Object.entries(RUNS)) {
  test(`a shared link shows the same moment to somebody else: ${what}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const visit = await open(page, query);
    // Somewhere between two events and two milliseconds, as a pause by hand is.
    await visit.speed.selectOption('0.1');
    await visit.play.click();
    await visit.frames(12);
    await visit.pause.click();
    const address = await visit.sharedAddress();
    const world = await visit.world();

    const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', locale: 'ko-KR' });
    const other = await elsewhere.newPage();
    await other.goto(address.href);
    const seen = new Visit(other);
    await expect(seen.play).toBeVisible();
    await seen.arrived();
    // The moment stands still; what is drawn of it may still be fetched, such as the nodes of the store.
    await expect.poll(() => seen.world()).toEqual(world);
    await expect(seen.speed).toHaveValue('0.1');
    // It goes on as the first one does.
    await seen.seek(25_000);
    await visit.seek(25_000);
    const later = await visit.world();
    await expect.poll(() => seen.world()).toEqual(later);
    await elsewhere.close();
  });
}

test('the share dialog gives the link, copies it, and gives the focus back', async ({ page }) => {
  const visit = await open(page, 'scenario=sticky-three&seed=9&t=5000');
  const share = visit.button(visit.t.app.share);
  await share.click();
  const dialog = page.getByRole('dialog', { name: takeAlongWords.en.shareTitle });
  const field = dialog.getByRole('textbox', { name: takeAlongWords.en.shareTitle });
  await expect(field).toHaveValue(/\?scenario=sticky-three&seed=9&t=5000&lang=en$/);
  await dialog.getByRole('button', { name: takeAlongWords.en.copy }).click();
  await expect(dialog.getByRole('status')).not.toBeEmpty();
  expect(await field.evaluate((e: HTMLTextAreaElement) => e.selectionEnd - e.selectionStart)).toBe(
    (await field.inputValue()).length,
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(share).toBeFocused();
});

test('the code for a page leads to a frame that shows the moment', async ({ page }) => {
  const visit = await open(page, 'scenario=sticky-three&seed=9&do=4000~kill~B&t=5000');
  await visit.button(visit.t.app.embed).click();
  const code = await page.getByRole('textbox', { name: takeAlongWords.en.embedTitle }).inputValue();
  await visit.button(visit.t.app.close).click();
  const before = await visit.world();
  const [, address] = /^<iframe src="([^"]+)" title="[^"]+"/.exec(code) ?? [];
  await page.goto(address);
  const frame = new Visit(page);
  await expect(frame.play).toBeVisible();
  const { people, server, store, balancer } = visit.t;
  const seen = await frame.world();
  for (const part of ['clock', people.title, server.title, store.title, balancer.title]) {
    expect(seen[part]).toBe(before[part]);
  }
});

/** What is wrong, and what the notice has to name: the parameter or action, and something of what was expected. */
const BROKEN: [query: string, named: string[]][] = [
  ['scenario=no-such-place', ['scenario', 'no-such-place', 'one-server']],
  ['scenario=__proto__', ['scenario', '__proto__', 'sticky-three']],
  ['scenario=constructor&seed=toString', ['scenario', 'constructor', 'seed', 'toString']],
  ['seed=-1', ['seed', '-1', '4294967295']],
  ['seed=', ['seed']],
  ['t=99999999999', ['t', '99999999999', '3600000']],
  ['speed=-Infinity', ['speed', '-Infinity']],
  ['do=explode', ['do', 'explode', 'graceful']],
  ['do=1000~kill', ['do', '1000~kill', 'kill']],
  ['do=1000~kill~../../etc', ['do', '1000~kill~../../etc']],
  ['do=1000~add,soon~add,2000~kill~A', ['do', 'soon~add']],
  ['moment=yesterday', ['moment', 'yesterday', 'store-down']],
  ['moment=hasOwnProperty', ['moment', 'hasOwnProperty']],
  ['lesson=nonsense', ['lesson', 'nonsense', 'where-did-my-login-go']],
  ['lesson=where-did-my-login-go&step=99', ['step', '99', '1 … 7']],
  [
    `scenario=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    ['scenario', '<img src=x onerror=alert(1)>'],
  ],
  [`do=${encodeURIComponent('1~kill~<script>document.title="ran"</script>')}`, ['do', '<script>']],
  [`seed=${'9'.repeat(6000)}`, ['seed', '999999', '4294967295']],
  [`do=${'1~add~'.repeat(1500)}`, ['do', '1~add~']],
  [`do=${Array.from({ length: 700 }, (_, i) => `${i}~think~1`).join(',')}`, ['do', '500~think~1']],
];

for (const half of [0, 1]) {
  test(`a broken link says what is wrong with it, and the page works, ${half + 1} of 2`, async ({ page }) => {
    page.on('dialog', () => {
      throw new Error('Nothing in a link may open a dialog.');
    });
    for (const [query, named] of BROKEN.filter((_, i) => i % 2 === half)) {
      await test.step(query.slice(0, 60), async () => {
        await page.goto(`?${query}&lang=en&autoplay=0`);
        const visit = new Visit(page);
        const notice = page.getByRole('alert');
        await expect(notice).toContainText(visit.t.notice.title);
        const said = await notice.innerText();
        for (const name of named) expect(said).toContain(name);
        expect(said.length, 'the notice stays short').toBeLessThan(2500);
        await expect(visit.people).toHaveCount(8);
        const before = await visit.nowMs();
        await visit.playhead.press('ArrowRight');
        await expect.poll(() => visit.nowMs()).toBe(before + 1000);
        await expect(page).toHaveTitle('Balancing Act: Where did my login go?');
        // What could be used was used.
        if (query.includes('1000~add,')) await expect(visit.servers).toHaveCount(2);
      });
    }
  });
}

test('the notice speaks Korean, names an unknown language, and goes away', async ({ page }) => {
  await page.goto('?scenario=nowhere&lang=ko&t=1000');
  const korean = new Visit(page, 'ko');
  await expect(page.getByRole('alert')).toContainText('링크에 쓸 수 없는 부분이 있어요');
  await expect(page.getByRole('alert')).toContainText('nowhere');
  await korean.button(korean.t.notice.dismiss).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(korean.people).toHaveCount(8);

  await page.evaluate(() => localStorage.clear());
  await page.goto(`?lang=${encodeURIComponent('tlhIngan"><b>')}&t=1000`);
  const visit = new Visit(page);
  await expect(page.getByRole('alert')).toContainText('tlhIngan"><b>');
  await expect(page.getByRole('alert')).toContainText('한국어');
  await expect(visit.people).toHaveCount(8);
});

test('an address with old, unknown and repeated parameters opens', async ({ page }) => {
  const visit = await open(page, 'utm_source=x&t=2000&t=9000&fbclid=1&do=&empty&seed=7&%E0%A4%A=1');
  await expect(visit.clock).toHaveText('0:02.000');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('back and forward lead to the pages one came from', async ({ page }) => {
  await page.goto('?gallery&lang=en');
  await page.getByRole('link', { name: 'kill-noticed', exact: true }).click();
  const visit = new Visit(page);
  await expect(visit.clock).toHaveText('0:14.500');
  // What to try comes after the first picture.
  await expect(visit.summary.getByRole('button').filter({ hasNotText: visit.t.why.chain })).toBeVisible();
  const world = await visit.world();
  // Neither the language nor the skip link may leave a step behind that leads nowhere.
  await visit.button('한국어').click();
  await new Visit(page, 'ko').button('English').click();
  await expect(visit.clock).toHaveText('0:14.500');
  await page.goBack();
  await expect(page.getByRole('heading', { name: GALLERY_WORDS.en.title })).toBeVisible();
  await page.goForward();
  await expect(visit.clock).toHaveText('0:14.500');
  await expect.poll(() => visit.world()).toEqual(world);

  await visit.playhead.press('ArrowRight');
  await page.evaluate(() => {
    location.hash = '#controls';
  });
  await page.goBack();
  await expect(visit.clock).toHaveText('0:15.500');
});

test('the address is that of the moment on the screen, and opens it again', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=4000&autoplay=0&theme=dark');
  await visit.addServer.click();
  await visit.person('Yuna').click();
  await visit.seek(9000);
  await expect(page).toHaveURL(/theme=dark/);
  await expect(page).toHaveURL(/do=4000~add/);
  await expect(page).toHaveURL(/t=9000&follow=1/);
  const world = await visit.world();
  await page.reload();
  await expect.poll(() => visit.world()).toEqual(world);
  await expect(visit.person('Yuna')).toHaveAttribute('aria-pressed', 'true');
});

test('Back leads to the scenario one came from, as it was left', async ({ page }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=4000&autoplay=0');
  await visit.addServer.click();
  await expect(page).toHaveURL(/do=4000/);
  await page.getByRole('combobox', { name: visit.t.app.scenario }).selectOption('one-server');
  await expect(visit.servers).toHaveCount(1);
  await expect(page).toHaveURL(/scenario=one-server/);
  await page.goBack();
  await expect(visit.servers).toHaveCount(3);
  await expect(visit.clock).toHaveText('0:04.000');
  await page.goForward();
  await expect(visit.servers).toHaveCount(1);
});

test('a link brings along all ways the run went', async ({ page, context }) => {
  const visit = await open(page, 'scenario=two-servers&seed=7&t=6000&autoplay=0');
  const t = timeWords.en;
  await visit.addServer.click();
  await visit.seek(9000);
  await visit.seek(4000);
  await visit.serverMenu('A').click();
  await visit.menuItem(visit.t.server.action.kill).click();
  await visit.button(visit.t.app.share).click();
  const field = page.getByRole('textbox', { name: takeAlongWords.en.shareTitle });
  await expect(field).toHaveValue(/#2\./);
  const address = await field.inputValue();
  expect(address.length).toBeLessThan(2000);

  const elsewhere = await context.newPage();
  await elsewhere.goto(address);
  const seen = new Visit(elsewhere);
  await expect(seen.serverHeading('A')).toHaveAccessibleName(/down/);
  await runButton(seen, t.runs.name({ number: 1 })).click();
  await expect(seen.serverHeading('A')).toHaveAccessibleName(/up/);
  await expect(seen.servers).toHaveCount(2);
  await seen.seek(9000);
  await expect(seen.servers).toHaveCount(3);
});

test('a packed part that nobody can read is told, and the page works', async ({ page }) => {
  await open(page, 'scenario=two-servers&seed=7&t=4000&autoplay=0#1.nonsense');
  await expect(page.getByRole('alert')).toContainText('#1.nonsense');
  await expect(page.getByRole('alert')).toContainText('cut off');
  // The same address with another hash is the same page.
  await page.goto('about:blank');
  const visit = await open(page, 'scenario=two-servers&seed=7&t=4000&autoplay=0#7.nonsense');
  await expect(page.getByRole('alert')).toContainText('newer version');
  await expect(page.getByRole('alert')).toContainText('#7.nonsense');
  await visit.addServer.click();
  await expect(visit.servers).toHaveCount(3);
});
