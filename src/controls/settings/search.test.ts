import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en.ts';
import { furtherEn } from '../../i18n/further/en.ts';
import { furtherKo } from '../../i18n/further/ko.ts';
import { ko } from '../../i18n/ko.ts';
import type { Locale } from '../../i18n/locale.ts';
import { mergeMessages } from '../../i18n/mergeMessages.ts';
import { loadSettingsWords } from '../../i18n/settings/index.ts';
import { SETTINGS } from '../../scenarios/settings.ts';
import { search } from './search.ts';

const MESSAGES = { en: mergeMessages(en, furtherEn), ko: mergeMessages(ko, furtherKo) };

async function found(locale: Locale, wanted: string) {
  const { sections, settings } = search(MESSAGES[locale], await loadSettingsWords(locale), wanted);
  return { sections, paths: settings.map(({ path }) => path) };
}

describe('what is wanted', () => {
  it.each([
    ['en', 'where the time goes', 'ways'],
    ['en', 'Ways', 'ways'],
    ['en', 'overseas', 'ways'],
    ['en', 'behaves like', 'presets'],
    ['en', 'haproxy defaults', 'presets'],
    ['en', 'built like', 'stores'],
    ['en', 'cassandra', 'stores'],
    ['ko', '시간은 어디에', 'ways'],
    ['ko', '다른 리전', 'ways'],
    ['ko', '기준 제품', 'presets'],
    ['ko', 'nginx 기본값', 'presets'],
    ['ko', '저장소 구성', 'stores'],
  ] as const)('in %s, %j is in the section of %s', async (locale, wanted, section) => {
    expect((await found(locale, wanted)).sections).toContain(section);
  });

  it.each([
    ['en', 'retries', 'balancer.retries'],
    ['en', 'rendezvous', 'balancer.policy'],
    ['en', 'Health checks interval', 'balancer.health.interval'],
    ['en', 'distances server', 'hops.server'],
    ['ko', '헬스 체크 간격', 'balancer.health.interval'],
    ['ko', '세션 저장소', 'store.lag'],
    ['ko', '가용성', 'store.kind'],
  ] as const)('in %s, %j is in the setting %s', async (locale, wanted, path) => {
    expect((await found(locale, wanted)).paths).toContain(path);
  });

  it('is everything when it is nothing, and nothing when it is nowhere', async () => {
    const { sections, paths } = await found('en', ' ');
    expect(sections).toEqual(['presets', 'stores', 'ways']);
    expect(paths).toHaveLength(SETTINGS.length);
    expect(await found('ko', '기린')).toEqual({ sections: [], paths: [] });
  });
});
