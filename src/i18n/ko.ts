/** Korean, in 해요체. A particle after a value comes from `withJosa`. */

import { createFormat } from './format.ts';
import { withJosa } from './josa.ts';
import type { Messages } from './types.ts';

const format = createFormat('ko');

export const ko: Messages = {
  app: {
    title: '밸런싱 액트',
    question: '내 로그인은 어디로 갔을까요?',
  },
  notice: {
    unknownLanguage: (p) =>
      `‘${p.value}’ 페이지는 없어요. ${withJosa(format.list(p.expected), '을/를')} 쓸 수 있어요.`,
  },
  server: {
    name: (p) => `${format.number(p.number)}번 서버`,
    stopped: (p) => `${withJosa(p.server, '이/가')} 멈춰서 세션 ${format.number(p.count)}개가 사라졌어요.`,
  },
};
