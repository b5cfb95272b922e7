import { describe, expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { en } from '../i18n/en.ts';
import { createFormat } from '../i18n/format.ts';
import { ko } from '../i18n/ko.ts';
import { timeWords } from '../i18n/time/index.ts';
import type { Messages } from '../i18n/types.ts';
import { describeAction } from './describeAction.ts';
import type { Language } from './names.ts';
import { shortAction } from './shortAction.ts';

const LANGUAGES: Record<'en' | 'ko', Language> = {
  en: { t: en as unknown as Messages, f: createFormat('en') },
  ko: { t: ko as unknown as Messages, f: createFormat('ko') },
};

describe('a restart', () => {
  it.each(['en', 'ko'] as const)('is told otherwise where it is a graceful one (%s)', (locale) => {
    const restart = (graceful: boolean): Intervention => ({
      atMs: 0,
      do: 'restart-server',
      server: 0,
      graceful,
    });
    const [plain, graceful] = [false, true].map((how) => ({
      short: shortAction(LANGUAGES[locale], restart(how)),
      whole: describeAction(LANGUAGES[locale], timeWords[locale], restart(how)),
    }));
    expect(graceful.short).toContain(plain.short);
    expect(graceful.short).not.toBe(plain.short);
    expect(graceful.whole).not.toBe(plain.whole);
    expect(graceful.whole).toContain('A');
  });
});
