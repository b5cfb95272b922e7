import { createFormat } from '../format.ts';
import { withJosa } from '../josa.ts';
import type { Widen } from '../types.ts';
import type { timeEn } from './en.ts';

const format = createFormat('ko');

export const timeKo: Widen<typeof timeEn> = {
  go: {
    label: '이동…',
    nextRefusal: '다음 로그인 풀림·실패로',
    previousRefusal: '이전 로그인 풀림·실패로',
    nextRequest: (p) => `${p.person}의 다음 요청으로`,
    previousRequest: (p) => `${p.person}의 이전 요청으로`,
    nextChange: '다음 조작으로',
    previousChange: '이전 조작으로',
    end: '시뮬레이션한 끝으로',
    backwards: '거꾸로 재생',
    looking: '찾는 중…',
    notFound: (p) => `앞으로 ${format.duration(p.ms)} 동안은 그런 일이 없어요.`,
    notFoundBefore: '이 순간 전에는 그런 일이 없었어요.',
    stop: '멈추기',
    on: (p) => `${format.percent(p.share, 0)} 진행`,
  },
  undo: '실행 취소',
  redo: '다시 실행',
  undone: '되돌렸어요.',
  redone: '다시 실행했어요.',
  runs: {
    label: '갈래',
    help: '과거로 가서 조작하면 새 갈래가 시작돼요. 원래 갈래도 그대로 남아요.',
    compare: '나란히 비교',
    name: (p) => `갈래 ${format.number(p.number)}`,
    left: (p) =>
      `갈래 ${format.number(p.number)}: ${format.clock(p.at)}에 갈래 ${format.number(p.from)}에서 갈라짐`,
    begun: (p) =>
      `여기서 갈래 ${withJosa(format.number(p.number), '이/가')} 시작돼요. 그 뒤에 있던 일은 갈래 ${format.number(p.before)}에 남아 있어요.`,
  },
  changes: {
    title: '내가 한 조작',
    none: '이 갈래에서는 아무것도 하지 않았어요.',
    help: '시각을 바꾸거나 빼면 그때부터 다시 계산해요. 실행 취소로 되돌릴 수 있어요.',
    at: (p) => `‘${p.what}’ 시각(초)`,
    remove: (p) => `‘${p.what}’ 빼기`,
    removeShort: '빼기',
    goThere: (p) => `${format.clock(p.at)} 시각으로 이동: ${p.what}`,
    mark: (p) => `${format.clock(p.at)}, ${p.what}. 끌거나 화살표 키로 시각을 옮기고 Delete 키로 빼요.`,
    badTime: (p) => `0초부터 ${format.number(p.mostS)}초까지, 8.5처럼 적어 주세요.`,
  },
  did: {
    'add-server': '서버 추가',
    'kill-server': (p) => `${p.server} 강제 종료`,
    'hang-server': (p) => `${p.server} 응답 멈춤`,
    'restart-server': (p) => `${p.server} 재시작`,
    'resize-server': (p) => `${p.server} 사양 변경`,
    deploy: '새 버전 배포',
    'drain-server': (p) => `${p.server} 드레인`,
    'resume-server': (p) => `${p.server} 드레인 해제`,
    'remove-server': (p) => `${p.server} 제거`,
    'set-strategy': (p) => `세션 보관: ${p.value}`,
    'set-policy': (p) => `서버를 고르는 방식: ${p.value}`,
    'set-think-time': (p) => `클릭 간격 약 ${p.value}`,
    'set-visitors': (p) => `비로그인 방문자: ${p.value}`,
    set: (p) => `${p.setting}: ${p.value}`,
    'log-out': (p) => `${p.person} 로그아웃`,
    'replay-cookie': (p) => `${p.person}의 쿠키 사본 사용`,
    'rotate-keys': '서명 키 교체',
    'purge-cache': '캐시 비우기',
    'kill-store': (p) => `${p.store} 강제 종료`,
    'restart-store': (p) => `${p.store} 다시 켜기`,
    'add-shard': '샤드 추가',
    'kill-balancer': '밸런서 강제 종료',
    'restart-balancer': '밸런서 다시 켜기',
    partition: '네트워크 단절',
    heal: '네트워크 복구',
  },
};
