/** The story, step by step, as in a classroom: by buttons, arrows and the Page keys of a clicker. */
import type { Page } from '@playwright/test';
import { en } from '../src/lessons/whereDidMyLoginGo/en.ts';
import { ko } from '../src/lessons/whereDidMyLoginGo/ko.ts';
import { whereDidMyLoginGo as lesson } from '../src/lessons/whereDidMyLoginGo/steps.ts';
import { expect, test } from './support/test.ts';
import { type Locale, locales, Visit } from './support/visit.ts';

const WORDS = { en, ko };
const last = lesson.steps.length - 1;

class Story extends Visit {
  readonly words: typeof en;

  constructor(page: Page, locale: Locale) {
    super(page, locale);
    this.words = WORDS[locale];
  }

  titleOf(step: number): string {
    return this.words.steps[lesson.steps[step].id].title;
  }
  heading(step: number) {
    return this.region(this.words.title).getByRole('heading', { name: this.titleOf(step), exact: true });
  }

  /** The step is shown, its words are said, and the playhead has come to its moment. */
  async atEndOf(step: number): Promise<void> {
    await expect(this.heading(step)).toBeVisible();
    await expect(this.region(this.words.title)).toContainText(
      this.t.lesson.step({ number: step + 1, of: lesson.steps.length }),
    );
    await expect(this.clock).toHaveText(this.f.clock(lesson.steps[step].toMs));
    await expect(this.play).toBeVisible();
  }
}

async function openStory(page: Page, step: number, locale: Locale): Promise<Story> {
  await page.goto(`?lesson=${lesson.id}&step=${step + 1}&lang=${locale}`);
  const story = new Story(page, locale);
  await story.atEndOf(step);
  return story;
}

/** Ways forward and back. */
const WAYS: Record<
  string,
  { next(story: Story, page: Page): Promise<void>; back(story: Story, page: Page): Promise<void> }
> = {
  buttons: {
    next: (story) => story.button(story.t.lesson.next).click(),
    // Forced, because before the first step the button is there but says that it is off.
    back: (story) => story.button(story.t.lesson.previous).click({ force: true }),
  },
  'arrow keys': {
    next: (_, page) => page.keyboard.press('ArrowRight'),
    back: (_, page) => page.keyboard.press('ArrowLeft'),
  },
  'Page keys': {
    next: (_, page) => page.keyboard.press('PageDown'),
    back: (_, page) => page.keyboard.press('PageUp'),
  },
};

test.describe('with little motion every step is there at once', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const [way, { next, back }] of Object.entries(WAYS)) {
    const locale: Locale = way === 'arrow keys' ? 'ko' : 'en';
    test(`through the story and back by ${way}, in ${locale}`, async ({ page }) => {
      const story = await openStory(page, 0, locale);
      const seen = [await story.world()];
      for (let step = 1; step <= last; step++) {
        await next(story, page);
        await story.atEndOf(step);
        await expect(story.heading(step)).toBeVisible();
        seen.push(await story.world());
      }
      expect(new Set(seen.map((world) => JSON.stringify(world))).size).toBe(lesson.steps.length);
      for (let step = last - 1; step >= 0; step--) {
        await back(story, page);
        await story.atEndOf(step);
        await expect(story.heading(step)).toBeVisible();
        expect(await story.world(), `step ${step + 1} as before`).toEqual(seen[step]);
      }
      // Before the first step there is nothing.
      await back(story, page);
      await story.atEndOf(0);
      expect(await story.world()).toEqual(seen[0]);
    });
  }
});

test('a step plays how it comes about, and ends where the link to it leads', async ({ page }) => {
  const story = await openStory(page, 1, 'en');
  await story.button(story.t.lesson.next).click();
  await expect(story.heading(2)).toBeVisible();
  await expect(story.button(story.t.lesson.next), 'the button keeps the focus').toBeFocused();
  await expect(story.pause).toBeVisible();
  expect(await story.nowMs()).toBeLessThan(lesson.steps[2].toMs);
  await story.speed.selectOption('10');
  await story.atEndOf(2);
  const played = await story.world();

  await story.button(story.t.lesson.again).click();
  await expect.poll(() => story.nowMs()).toBeLessThan(lesson.steps[2].toMs);
  await story.button(story.t.lesson.previous).click();
  await story.atEndOf(1);
  await openStory(page, 2, 'en');
  expect(await story.world()).toEqual(played);
});

for (const locale of locales) {
  test(`a link leads to each step, in ${locale}`, async ({ page }) => {
    for (let step = 0; step <= last; step++) {
      const story = await openStory(page, step, locale);
      for (const paragraph of WORDS[locale].steps[lesson.steps[step].id].text) {
        await expect(story.region(story.words.title).getByText(paragraph)).toBeVisible();
      }
      // The list of steps names where one is.
      await expect(
        story.region(story.words.title).getByRole('button', { name: story.titleOf(step), exact: true }),
      ).toHaveAttribute('aria-current', 'step');
    }
    expect((await new Story(page, locale).sharedAddress()).search).toBe(
      `?lesson=${lesson.id}&step=${last + 1}&lang=${locale}`,
    );
  });
}

test('any step can be chosen from the list, and the language changes in the middle', async ({ page }) => {
  const story = await openStory(page, 5, 'en');
  const world = await story.world();
  await story
    .region(story.words.title)
    .getByRole('button', { name: story.titleOf(1), exact: true })
    .click();
  await story.atEndOf(1);
  await story
    .region(story.words.title)
    .getByRole('button', { name: story.titleOf(5), exact: true })
    .click();
  await story.speed.selectOption('30');
  await story.atEndOf(5);
  expect(await story.world()).toEqual(world);

  await story.button('한국어').click();
  const korean = new Story(page, 'ko');
  await korean.atEndOf(5);
  await expect(korean.region(korean.words.title)).toContainText('서버 A를 강제로 종료했어요.');
});

test('after the last step one goes on alone, from the same moment', async ({ page }) => {
  const story = await openStory(page, last, 'en');
  const world = await story.world();
  // The keys of a clicker lead no further.
  await page.keyboard.press('PageDown');
  await story.atEndOf(last);
  await story.button(story.t.lesson.leave).click();
  await expect(story.controls).toBeVisible();
  await expect(story.clock).toHaveText(world.clock);
  for (const part of [story.t.people.title, story.t.server.title, story.t.store.title]) {
    expect((await story.world())[part]).toBe(world[part]);
  }
  await story.storeMenu.click();
  await story.menuItem(story.t.store.kill).click();
  await expect(story.summary).toContainText(story.t.summary.storeDown);
  // Back to the beginning; the clicker works although the button has the focus.
  await story.button(story.t.app.story).click();
  await expect(story.heading(0)).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(story.heading(1)).toBeVisible();
});
