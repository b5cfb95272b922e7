/** The words of the gallery, which nobody fetches but who opens it. */
import type { Locale } from '../i18n/locale.ts';

export const GALLERY_WORDS: Readonly<Record<Locale, { title: string; help: string }>> = {
  en: {
    title: 'Gallery of moments',
    help: 'Named moments of runs, as the browser tests use them. Each opens paused.',
  },
  ko: {
    title: '순간 모음',
    help: '브라우저 테스트가 쓰는, 이름 붙은 순간들이에요. 모두 멈춘 상태로 열려요.',
  },
};
