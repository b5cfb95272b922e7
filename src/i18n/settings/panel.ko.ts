/** 설정 패널에서 쓰는 말이에요. */
import { createFormat } from '../format.ts';
import type { Widen } from '../types.ts';
import type { panelEn } from './panel.en.ts';

const format = createFormat('ko');

export const panelKo: Widen<typeof panelEn> = {
  title: '모든 설정',
  help: '바꾸면 바로 적용되고 타임라인에 표시가 남아요. 시작할 때만 정하는 설정은 처음부터 다시 시작해요.',
  find: '설정 찾기',
  foundNone: '그런 이름의 설정이 없어요.',
  found: (p) => `설정 ${format.number(p.count)}개`,
  atStart: '시작할 때 정해요',
  changed: '바꿈',
  undo: (p) => `되돌리기: ${p.value}`,
  yes: '예',
  no: '아니요',
  startOver: '모든 설정을 시나리오대로',
  presets: {
    label: '밸런서를 이 제품처럼',
    none: '해당 없음',
    help: '그 제품에 기본값이 있는 설정을 모두 맞춰요. 그 뒤에 하나씩 바꿀 수 있어요.',
    caption: (p) => `${p.product} 기본값`,
    source: '출처',
  },
  kind: '분포',
  kinds: {
    constant: '항상 같음',
    exponential: '지수 분포',
    uniform: '두 값 사이에서 고르게',
    lognormal: '꼬리가 긴 봉우리(로그 정규)',
    hyperexponential: '대부분 짧고 가끔 아주 긺',
  },
  mean: '평균',
  shortest: '가장 짧게',
  longest: '가장 길게',
  variation: '변동(표준편차 ÷ 평균)',
  wrong: {
    duration: (p) => `500ms, 2s, 5min처럼 적어 주세요. ${p.least}에서 ${p.most}까지 쓸 수 있어요.`,
    number: (p) => `${format.number(p.least, 2)}에서 ${format.number(p.most, 2)}까지의 수를 적어 주세요.`,
    whole: (p) => `${format.number(p.least)}에서 ${format.number(p.most)}까지의 정수를 적어 주세요.`,
    limits: '가장 긴 값이 가장 짧은 값보다 작아요.',
  },
};
