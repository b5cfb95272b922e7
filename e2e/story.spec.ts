/**
 * The story of the project, lived on the page: one server becomes two and people are logged out, each
 * cure helps, and each has its price. The same story by mouse, by keyboard alone and by touch.
 */
import type { Page } from '@playwright/test';
import { createHands, type HandsName } from './support/hands.ts';
import { expect, test } from './support/test.ts';
import { type Locale, open, startingWith } from './support/visit.ts';

/** What each language says at the turns of the story, written out so that grammar is checked as well. */
const SAID = {
  en: {
    refused: (name: string) => `401: Server B does not know ${name}`,
    reason: 'The cookie is valid. The session is on Server A.',
    because: 'Server B was added at 0:06.000. You did that.',
    died: /^It was lost when Server A died at 0:2[12]\.\d+\. You did that\.$/,
    storeFails: /^500: the store did not answer Server [AB]$/,
    storeForgot: /^401: the store does not know (.+)$/,
    storeDied: /^It was lost when the store died at 0:4[34]\.\d+\. You did that\.$/,
    waiting: 'The store does not answer: requests wait for it, then fail.',
    nobody: 'No sessions in use.',
  },
  ko: {
    refused: (name: string) => `401: 서버 B는 ${name}${objectParticle[name]} 몰라요`,
    reason: '쿠키는 유효해요. 세션은 서버 A에 있어요.',
    because: '0:06.000에 서버 B가 추가됐어요. 직접 조작한 결과예요.',
    died: /^0:2[12]\.\d+에 서버 A가 죽으면서 세션도 사라졌어요\. 직접 조작한 결과예요\.$/,
    storeFails: /^500: 서버 [AB]가 저장소의 답을 받지 못했어요$/,
    storeForgot: /^401: 저장소는 (.+)[을를] 몰라요$/,
    storeDied: /^0:4[34]\.\d+에 저장소가 죽으면서 세션도 사라졌어요\. 직접 조작한 결과예요\.$/,
    waiting: '저장소가 응답하지 않아요. 요청은 저장소를 기다리다가 실패해요.',
    nobody: '사용 중인 세션 없음.',
  },
};
/** 을 after a consonant, 를 after a vowel. */
const objectParticle: Record<string, string> = {
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
  return () =>
    page.evaluate(() => (window as unknown as { seenHands: { pointers: string[]; keys: number } }).seenHands);
}

const sorted = (names: readonly string[]) => [...names].sort();

function story(name: HandsName, locale: Locale) {
  // One of them in every browser.
  const tag = name === 'mouse' && locale === 'en' ? ['@engines'] : [];
  test(`the story, by ${name}, in ${locale}`, { tag }, async ({ page }) => {
    const seen = await watchHands(page);
    const hands = createHands(name, page);
    const said = SAID[locale];
    const visit = await open(page, 'scenario=one-server&seed=7&t=6000&speed=10', locale);
    const { t } = visit;
    const everybody = sorted(t.names);
    /** Whose count of forced logins went up. */
    const forcedSince = async (before: Map<string, number>) => {
      const now = await visit.forcedLogins();
      return everybody.filter((person) => (now.get(person) ?? 0) > (before.get(person) ?? 0));
    };
    /** Opens the newest "Why?" under a headline of the log. */
    const openWhy = async (headline: string) => {
      const entry = visit.entry(headline).first();
      await hands.press(entry.getByText(t.why.chain));
      const chain = entry.getByRole('list').getByRole('listitem');
      await expect(chain.first()).toBeVisible();
      return chain.allInnerTexts();
    };

    await test.step('one server knows everybody', async () => {
      expect(sorted(await visit.peopleIn(visit.server('A')))).toEqual(everybody);
      expect(await visit.answersTold(401)).toEqual([]);
    });

    await test.step('a second server: somebody is refused, and the page says who and why', async () => {
      await hands.press(visit.addServer);
      await expect(visit.servers).toHaveCount(2);
      await hands.moveTo(visit, 9000);
      const text = await visit.callout.innerText();
      const who = everybody.filter((person) => text.includes(said.refused(person)));
      expect(who, `people named in "${text}"`).toHaveLength(1);
      expect(text).toContain(said.reason);
      await expect(visit.callout).toBeVisible();
      await expect(visit.person(who[0])).toHaveAccessibleName(startingWith(`${who[0]}: ${t.people.refused}`));
      const chain = await openWhy(said.refused(who[0]));
      expect(chain.length).toBeGreaterThan(3);
      expect(chain.at(-1)).toBe(said.because);
    });

    await test.step('logging in again only moves the problem', async () => {
      await hands.moveTo(visit, 15_000);
      expect((await visit.answersTold(401)).length).toBeGreaterThan(8);
    });

    await test.step('sticky routing: nobody is refused any more', async () => {
      await hands.choose(visit.strategy('sticky'));
      // Who was refused before is logged in again by now, and nobody else was.
      await hands.moveTo(visit, 18_000);
      expect(await visit.answersTold(401, 15_200)).toEqual([]);
      const before = await visit.forcedLogins();
      await hands.press(visit.play);
      await expect.poll(() => visit.nowMs()).toBeGreaterThan(29_000);
      await hands.press(visit.pause);
      expect(await visit.answersTold(401, 15_200)).toEqual([]);
      expect(await forcedSince(before)).toEqual([]);
      await expect(visit.number('refused')).toHaveText(t.numbers.rate({ perSecond: 0 }));
      await expect(visit.number('served')).toHaveText(t.numbers.percent({ share: 1 }));
    });

    await test.step('that server dies: exactly its people are refused', async () => {
      await hands.moveTo(visit, 22_000);
      const before = await visit.forcedLogins();
      const onA = await visit.peopleIn(visit.server('A'));
      const onB = await visit.peopleIn(visit.server('B'));
      expect(Math.min(onA.length, onB.length), 'people on either server').toBeGreaterThan(0);
      expect(sorted([...onA, ...onB])).toEqual(everybody);

      await hands.take(visit.serverMenu('A'), visit.menuItem(t.server.action.kill));
      await expect(visit.server('A').getByRole('paragraph')).toHaveText(said.nobody);
      await hands.moveTo(visit, 30_000);
      const refusals = (await visit.answersTold(401, 21_900)).map((entry) => entry.text);
      expect(sorted(refusals)).toEqual(sorted(onA.map(said.refused)));
      expect(await forcedSince(before)).toEqual(sorted(onA));
      expect((await openWhy(said.refused(onA[0]))).at(-1)).toMatch(said.died);
    });

    await test.step('a shared store: any server may die, and nobody is refused', async () => {
      await hands.take(visit.serverMenu('A'), visit.menuItem(t.server.action.start));
      await hands.moveTo(visit, 37_000);
      await expect(visit.serverHeading('A')).toHaveAccessibleName(
        startingWith(`${t.server.name({ name: 'A' })}: ${t.server.state.up},`),
      );
      await hands.choose(visit.strategy('shared'));
      await hands.moveTo(visit, 39_000);
      expect(sorted(await visit.peopleIn(visit.store))).toEqual(everybody);
      const before = await visit.forcedLogins();
      await hands.take(visit.serverMenu('B'), visit.menuItem(t.server.action.kill));
      await hands.moveTo(visit, 44_000);
      expect(await visit.answersTold(401, 37_200)).toEqual([]);
      expect(await forcedSince(before)).toEqual([]);
      expect(sorted(await visit.peopleIn(visit.store))).toEqual(everybody);
    });

    await test.step('the store dies: requests wait and fail, and nobody is told to log in', async () => {
      await hands.take(visit.storeMenu, visit.menuItem(t.store.kill));
      await expect(visit.summary).toContainText(said.waiting);
      // Pages that were computed when the store died come after five seconds; whoever asks then waits in vain.
      await hands.moveTo(visit, 56_000);
      const failures = await visit.answersTold(500);
      expect(failures.length).toBeGreaterThan(0);
      for (const { text } of failures) expect(text).toMatch(said.storeFails);
      // A server waits five seconds for its store.
      expect(Math.min(...failures.map((entry) => entry.atMs))).toBeGreaterThan(44_000 + 4800);
      expect(await visit.answersTold(401, 37_200)).toEqual([]);
      await expect(visit.number('refused')).toHaveText(t.numbers.rate({ perSecond: 0 }));
      await expect(visit.number('failed')).not.toHaveText(t.numbers.rate({ perSecond: 0 }));
    });

    await test.step('the store starts again, empty: everybody has to log in once more', async () => {
      const before = await visit.forcedLogins();
      await hands.take(visit.storeMenu, visit.menuItem(t.store.restart));
      await hands.moveTo(visit, 58_000);
      const [{ text }] = await visit.answersTold(401, 55_800);
      expect(everybody).toContain(said.storeForgot.exec(text)?.[1]);
      expect((await openWhy(text)).at(-1)).toMatch(said.storeDied);
      await hands.press(visit.play);
      await expect.poll(() => visit.nowMs()).toBeGreaterThan(70_000);
      await hands.press(visit.pause);
      expect(await forcedSince(before)).toEqual(everybody);
      expect(sorted(await visit.peopleIn(visit.store))).toEqual(everybody);
      expect(await visit.answersTold(401, 64_000)).toEqual([]);
    });

    const hand = await seen();
    if (name === 'keyboard') expect(hand.pointers).toEqual([]);
    else {
      expect(hand.keys).toBe(0);
      expect(new Set(hand.pointers)).toEqual(new Set([name]));
    }
  });
}

story('mouse', 'en');
story('mouse', 'ko');
story('keyboard', 'en');
test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  story('touch', 'ko');
});
