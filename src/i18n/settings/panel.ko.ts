/** 설정 패널에서 쓰는 말이에요. */
import { createFormat } from '../format.ts';
import type { Widen } from '../types.ts';
import type { panelEn } from './panel.en.ts';

const format = createFormat('ko');

export const panelKo: Widen<typeof panelEn> = {
  title: '모든 설정',
  help: '바꾸면 바로 적용되고 타임라인에 표시가 남아요. 시작할 때만 정하는 설정은 처음부터 다시 시작해요.',
  find: '설정 찾기',
  foundNone: '찾는 말이 들어간 설정이 없어요.',
  found: (p) => `설정 ${format.number(p.count)}개`,
  atStart: '시작할 때 정함',
  changed: '바뀜',
  undo: (p) => `되돌리기: ${p.value}`,
  yes: '예',
  no: '아니요',
  startOver: '모든 설정 되돌리기',
  presets: {
    label: '기준 제품',
    none: '해당 없음',
    help: '밸런서가 이 제품처럼 동작하도록, 기본값이 있는 설정을 모두 맞춰요. 그 뒤에 하나씩 바꿀 수 있어요.',
    caption: (p) => `${p.product} 기본값`,
    source: '출처',
  },
  stores: {
    label: '저장소 구성',
    help: '처음부터 다시 시작해요. 얼마나 빨리 이어받고 무엇을 잃을 수 있는지가 달라져요.',
  },
  ways: {
    title: '시간은 어디에 쓰이나요?',
    help: '최근 5초 동안 받은 응답의 평균을 구간별로 나눴어요.',
    none: '최근 5초 동안 받은 응답이 없어요.',
    ms: (p) => `${format.number(p.ms, p.ms < 10 ? 2 : p.ms < 100 ? 1 : 0)}밀리초`,
    parts: {
      client: '밸런서까지 왕복',
      inside: '밸런서와 서버 사이 왕복',
      waiting: '대기',
      store: '세션 저장소에 묻기',
      copies: '다른 서버에 알리기',
      work: '계산',
    },
    memory: '메모리에서 세션 찾기',
    memoryTime: '0.0001밀리초',
    token: '토큰 확인',
    tokenTime: '몇 마이크로초',
    total: '합계',
    distance: {
      'hops.user': '사용자 위치',
      'hops.server': '서버 위치',
      'store.latency': '저장소 위치',
    },
    places: {
      near: '가까운 곳',
      far: '해외',
      zone: '같은 존',
      zones: '다른 존',
      region: '다른 리전',
      other: '그 밖의 곳',
    },
  },
  units: { us: '마이크로초', ms: '밀리초', s: '초', min: '분', h: '시간', d: '일' },
  kind: '분포',
  kinds: {
    constant: '늘 같음',
    exponential: '지수 분포',
    uniform: '균등 분포',
    lognormal: '로그 정규 분포(긴 꼬리)',
    hyperexponential: '초지수 분포(가끔 아주 긺)',
  },
  mean: '평균',
  shortest: '최솟값',
  longest: '최댓값',
  variation: '변동 계수(표준편차 ÷ 평균)',
  wrong: {
    duration: (p) => `500밀리초, 2초, 5분처럼 적어 주세요. ${p.least}에서 ${p.most}까지 쓸 수 있어요.`,
    number: (p) => `${format.number(p.least, 2)}에서 ${format.number(p.most, 2)}까지의 수를 적어 주세요.`,
    whole: (p) => `${format.number(p.least)}에서 ${format.number(p.most)}까지의 정수를 적어 주세요.`,
    limits: '최댓값이 최솟값보다 작아요.',
  },
  conflicts: {
    'no-rates': '재생할 방문 수 기록이 없어요. 시나리오 파일로 넣을 수 있어요.',
    'no-arrivals': '재생할 방문 시각 기록이 없어요. 시나리오 파일로 넣을 수 있어요.',
    'least-above-most':
      '오토스케일러의 ‘최소 서버 수’가 ‘최대 서버 수’보다 많아져요. 다른 쪽을 먼저 바꿔 주세요.',
    'nobody-takes-over': 'Sentinel에는 복제본이 1개 이상 있어야 해요. 없으면 대신 맡을 노드가 없어요.',
    'no-majority': '이 종류의 저장소는 복제본이 꼭 2개여야 해요. 노드 3개 중 2개가 과반이에요.',
    'no-peer': '이 종류의 저장소에는 복제본이 1개 이상 있어야 해요. 없으면 대신 응답할 노드가 없어요.',
    'too-many-followers': '있는 복제본보다 많은 수를 기다리게 돼서 로그인을 아예 저장할 수 없어요.',
  },
};
