/** Whatever happens in a run, the page can show it and has words for it, in both languages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsFurther } from '../engine/furtherNeeds.ts';
import { arbitraryRun } from '../engine/testing/arbitraries.ts';
import { causesEn } from '../i18n/causes/en.ts';
import { causesKo } from '../i18n/causes/ko.ts';
import type { CauseWords } from '../i18n/causes/types.ts';
import { en } from '../i18n/en.ts';
import { createFormat } from '../i18n/format.ts';
import { furtherEn } from '../i18n/further/en.ts';
import { furtherKo } from '../i18n/further/ko.ts';
import { ko } from '../i18n/ko.ts';
import { mergeMessages } from '../i18n/mergeMessages.ts';
import type { Messages } from '../i18n/types.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { describePerson, describeServer, headline, type Language, shortReason } from './describe.ts';
import { describeCauses } from './describeCauses.ts';
import { describeHappening } from './describeHappening.ts';
import { shortAction } from './shortAction.ts';
import { situationOf } from './situation.ts';
import { suggestionFor } from './suggest.ts';
import { viewMoment } from './view.ts';

const basic: (Language & { causes: CauseWords })[] = [
  { t: en as unknown as Messages, f: createFormat('en'), causes: causesEn },
  { t: ko as unknown as Messages, f: createFormat('ko'), causes: causesKo },
];
const all = basic.map((language, i) => ({
  ...language,
  t: mergeMessages(language.t, [furtherEn, furtherKo][i]),
}));

/** A sentence has words, and no hole where a value was missing. */
const expectWords = (text: string) => {
  expect(text.trim()).not.toBe('');
  expect(text).not.toMatch(/undefined|NaN|\[object/);
};

describe('any moment of any run', () => {
  it('can be shown, summed up and told', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), fc.integer({ min: 0, max: 20_000 }), (run, atMs) => {
        const timeline = createTimeline(run);
        timeline.goTo(atMs);
        const view = viewMoment(timeline);
        expect(situationOf(view).is).toBeTypeOf('string');
        expect(suggestionFor(view).id).toBeTypeOf('string');
        // A run of basic rules must do with the words that are there from the start.
        for (const language of needsFurther(run) ? all : basic) {
          for (const person of view.people) expectWords(describePerson(language, person));
          for (const server of view.servers) expectWords(describeServer(language, server, 3));
          for (const intervention of run.interventions) expectWords(shortAction(language, intervention));
          for (const notice of view.notices.slice(-60)) {
            const text = describeHappening(language, notice, run.interventions);
            if (text !== null) expectWords(text);
            if (notice.what !== 'answer') continue;
            expectWords(headline(language, notice));
            expectWords(shortReason(language, notice));
            for (const cause of describeCauses(language, language.causes, notice.causes)) expectWords(cause);
          }
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  }, 30_000);

  it('can be acted on as the page suggests', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), fc.integer({ min: 0, max: 20_000 }), (run, atMs) => {
        const timeline = createTimeline(run);
        timeline.goTo(Math.ceil(atMs));
        const suggestion = suggestionFor(viewMoment(timeline));
        if (!('action' in suggestion)) {
          timeline.goTo(suggestion.untilMs);
          expect(viewMoment(timeline).store.up).toBe(true);
          return;
        }
        timeline.act(suggestion.action);
        const told = timeline.recent.notices.findLast((n) => n.what === 'intervention');
        expect(told).toMatchObject({ ignored: false });
      }),
      { seed: 12, numRuns: 100 },
    );
  }, 30_000);
});
