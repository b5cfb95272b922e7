/** Both languages come in one piece with the list of what happened, which is fetched after the first picture. */
import type { Locale } from '../locale.ts';

interface LogWords {
  empty: string;
  /** In place of the causes of an answer. */
  failed: string;
}

export const logWords: Readonly<Record<Locale, LogWords>> = {
  en: {
    empty: 'Nothing worth telling in the last seconds.',
    failed: 'The causes could not be fetched. Close this and open it again to try once more.',
  },
  ko: {
    empty: '최근 몇 초 동안은 별일 없었어요.',
    failed: '원인을 불러오지 못했어요. 닫았다가 다시 열어 보세요.',
  },
};
