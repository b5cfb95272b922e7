/**
 * The story of the project, lived on the page: one server becomes two and people are logged out, each
 * cure helps, and each has its price. The same story by mouse, by keyboard alone and by touch.
 */
import type { Page } from '@playwright/test';
import { createHands, HANDS, type HandsName } from './support/hands.ts';
import { expect, test } from './support/test.ts';
import { type Locale, locales, open } from './support/visit.ts';

/** What each language says at the turns of the story, written out so that grammar is checked as well. */
const SAID = {
  en: {
    refused: (name: string) => `401: Server B does not know ${name}`,
    reason: 'The cookie is valid. The session is on Server A.',
    because: 'Server B was added at 0:06.000. You did that.',
    died: 'It was lost when Server A died at 0:20.',
    storeDied: 'It was lost when the store died at 0:4',
    storeFails: /^500: the store did not answer Server [AB]/,
    storeForgot: /^401: the store does not know (\S+?)Why\?/,
    waiting: 'The store is down: requests wait for it, then fail.',
    nobody: 'No sessions in use.',
    byYou: 'You did that.',
  },
  ko: {
    refused: (name: string) => `401: 서버 B는 ${name}${withObjectParticle[name]} 몰라요`,
    reason: '쿠키는 유효해요. 세션은 서버 A에 있어요.',
    because: '0:06.000에 서버 B가 추가됐어요. 직접 조작한 결과예요.',
    died: '에 서버 A가 죽으면서 세션도 사라졌어요.',
    storeDied: '에 저장소가 죽으면서 세션도 사라졌어요.',
    storeFails: /^500: 저장소가 서버 [AB]에 답하지 않아요/,
    storeForgot: /^401: 저장소는 (\S+?)[을를] 몰라요/,
    waiting: '저장소가 다운됐어요. 요청은 저장소를 기다리다가 실패해요.',
    nobody: '사용 중인 세션 없음.',
    byYou: '직접 조작한 결과예요.',
  },
};
/** 을 after a consonant, 를 after a vowel. */
const withObjectParticle: Record<string, string> = {
  유나: '를',
  민호: '를',
  소라: '를',
  준: '을',
  한나: '를',
  테오: '를',
  이네스: '를',
  오마르: '를',
};

/** Counts what the browser was told by each kind of hand. */
async function watchHands(page: Page): Promise<() => Promise<{ pointers: string[]; keys: number }>> {
  await page.addInitScript(() => {
    const seen = { pointers: [] as string[], keys: 0 };
    Object.assign(window, { seenHands: seen });
    addEventListener('pointerdown', (e) => seen.pointers.push(e.pointerType), true);
    addEventListener('keydown', () => seen.keys++, true);
  });
  return () => page.evaluate(() => (window as unknown as { seenHands: { pointers: string[]; keys: number } }).seenHands);
}

function story(name: HandsName, locale: Locale) {
  test(`the story, by ${name}, in ${locale}`, async ({ page }) => {
    const seen = await watchHands(page);
    const hands = createHands(name, page);
    const said = SAID[locale];
    const visit = await open(page, 'scenario=one-server&seed=7&t=6000&speed=10', locale);
    const { t } = visit;
    const everybody = [...t.names];
    /** Whose count of forced logins went up. */
    const forcedSince = async (before: Map<string, number>) => {
      const now = await visit.forcedLogins();
      return everybody.filter((person) => (now.get(person) ?? 0) > (before.get(person) ?? 0));
    };

    await test.step('one server knows everybody', async () => {
      expect(await visit.peopleIn(visit.server('A'))).toEqual(expect.arrayContaining(everybody));
      expect(await visit.answersTold(401)).toEqual([]);
    });

    await test.step('a second server: somebody is refused, and the page says who and why', async () => {
      await hands.press(visit.addServer);
      await expect(visit.servers).toHaveCount(2);
      await hands.moveTo(visit, 9000);
      const refused = everybody.find((person) => said.refused(person));
      await expect(visit.callout).toBeVisible();
      const text = await visit.callout.innerText();
      const who = everybody.filter((person) => text.includes(said.refused(person)));
      expect(who, `exactly one name in "${text}"`).toHaveLength(1);
      expect(refused).toBeDefined();
      await expect(visit.callout).toContainText(said.reason);
      await expect(visit.person(who[0])).toHaveAccessibleName(new RegExp(t.people.refused));

      const entry = visit.entry(said.refused(who[0])).last();
      const why = entry.getByText(t.why.chain);
      await hands.press(why);
      const chain = entry.getByRole('list').getByRole('listitem');
      await expect(chain.first()).toBeVisible();
      await expect(chain.last()).toHaveText(said.because);
      expect(await chain.count()).toBeGreaterThan(3);
    });

    await test.step('sticky routing: nobody is refused any more', async () => {
      await hands.choose(visit.strategy('sticky'));
      // Who was on the way when it changed may still hear a refusal, and types the password once more.
      await hands.moveTo(visit, 13_000);
      const late = (await visit.answersTold(401)).filter((entry) => entry.atMs > 9500);
      expect(late).toEqual([]);
      const before = await visit.forcedLogins();
      await hands.press(visit.play);
      await expect.poll(() => visit.nowMs()).toBeGreaterThan(24_000);
      await hands.press(visit.pause);
      expect(await visit.answersTold(401)).toEqual([]);
      expect(await forcedSince(before)).toEqual([]);
      await expect(visit.number(t.numbers.refused)).toHaveText(t.numbers.rate({ perSecond: 0 }));
      await expect(visit.number(t.numbers.served)).toHaveText(t.numbers.percent({ share: 1 }));
    });

    await test.step('that server dies: exactly its people are refused', async () => {
      await hands.moveTo(visit, 20_000);
      const before = await visit.forcedLogins();
      const onA = await visit.peopleIn(visit.server('A'));
      const onB = await visit.peopleIn(visit.server('B'));
      expect(onA.length).toBeGreaterThan(0);
      expect(onB.length).toBeGreaterThan(0);
      expect([...onA, ...onB].sort()).toEqual([...everybody].sort());

      await hands.take(visit.serverMenu('A'), visit.menuItem(t.server.action.kill));
      await expect(visit.server('A').getByRole('paragraph')).toHaveText(said.nobody);
      await hands.moveTo(visit, 28_000);
      const refusals = await visit.answersTold(401);
      expect(everybody.filter((p) => refusals.some((r) => r.text.startsWith(said.refused(p)))).sort()).toEqual(
        [...onA].sort(),
      );
      expect((await forcedSince(before)).sort()).toEqual([...onA].sort());
      const entry = visit.entry(said.refused(onA[0])).first();
      await hands.press(entry.getByText(t.why.chain));
      const chain = entry.getByRole('list').getByRole('listitem');
      await expect(chain.last()).toContainText(said.died);
      await expect(chain.last()).toContainText(said.byYou);
    });

    await test.step('a shared store: any server may die, and nobody is refused', async () => {
      await hands.take(visit.serverMenu('A'), visit.menuItem(t.server.action.start));
      await hands.moveTo(visit, 36_000);
      await expect(visit.serverHeading('A')).toHaveAccessibleName(
        new RegExp(`${t.server.name({ name: 'A' })}: ${t.server.state.up},`),
      );
      await hands.choose(visit.strategy('shared'));
      await hands.moveTo(visit, 39_000);
      expect(await visit.peopleIn(visit.store)).toEqual(expect.arrayContaining(everybody));
      const before = await visit.forcedLogins();
      await hands.take(visit.serverMenu('B'), visit.menuItem(t.server.action.kill));
      await hands.moveTo(visit, 48_000);
      expect(await visit.answersTold(401)).toEqual([]);
      expect(await forcedSince(before)).toEqual([]);
      expect(await visit.peopleIn(visit.store)).toEqual(expect.arrayContaining(everybody));
    });

    await test.step('the store dies: requests wait and fail, and nobody is told to log in', async () => {
      await hands.take(visit.storeMenu, visit.menuItem(t.store.kill));
      await expect(visit.summary).toContainText(said.waiting);
      await hands.moveTo(visit, 55_000);
      const failures = await visit.answersTold(500);
      expect(failures.length).toBeGreaterThan(0);
      for (const { text } of failures) expect(text).toMatch(said.storeFails);
      // They have waited for as long as a server waits for its store.
      expect(Math.min(...failures.map((entry) => entry.atMs))).toBeGreaterThan(48_000 + 5000 - 500);
      expect(await visit.answersTold(401)).toEqual([]);
      await expect(visit.number(t.numbers.refused)).toHaveText(t.numbers.rate({ perSecond: 0 }));
      await expect(visit.number(t.numbers.failed)).not.toHaveText(t.numbers.rate({ perSecond: 0 }));
    });

    await test.step('the store starts again, empty: everybody logs in once more', async () => {
      await hands.take(visit.storeMenu, visit.menuItem(t.store.restart));
      await hands.moveTo(visit, 57_000);
      const [forgotten] = await visit.answersTold(401);
      expect(forgotten.text).toMatch(said.storeForgot);
      const entry = visit.entry(forgotten.text.slice(0, 20)).first();
      await hands.press(entry.getByText(t.why.chain));
      await expect(entry.getByRole('list').getByRole('listitem').last()).toContainText(said.storeDied);
      await hands.press(visit.play);
      await expect.poll(() => visit.nowMs()).toBeGreaterThan(75_000);
      await hands.press(visit.pause);
      expect(await visit.peopleIn(visit.store)).toEqual(expect.arrayContaining(everybody));
      expect(await visit.answersTold(401)).toEqual([]);
      await expect(visit.summary).toContainText(t.summary.serverOut({ server: t.server.name({ name: 'B' }) }));
    });

    const hand = await seen();
    if (name === 'keyboard') expect(hand.pointers).toEqual([]);
    else {
      expect(hand.keys).toBe(0);
      expect(new Set(hand.pointers)).toEqual(new Set([name]));
    }
  });
}

for (const locale of locales) {
  for (const name of HANDS.filter((hands) => hands !== 'touch')) story(name, locale);
  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
    story('touch', locale);
  });
}
