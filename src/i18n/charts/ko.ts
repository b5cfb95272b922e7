/** 차트에서 쓰는 말이에요. */
import { createFormat } from '../format.ts';
import type { ChartWords } from './types.ts';

const format = createFormat('ko');

export const chartsKo: ChartWords = {
  whole: '지금까지 시뮬레이션한 구간 전체예요.',
  part: '타임라인에 보이는 구간이에요.',
  help: '차트를 끌거나 화살표 키를 쓰면 그 순간으로 가요. 한 점을 누르거나 Enter를 누르면 그 1초 동안 있던 일을 알려 줘요. 지금 보는 순간보다 뒤는 흐리게 보여요. 차트는 1초(긴 실행에서는 더 긴 구간) 단위라서 마지막으로 꽉 찬 구간의 값을 보여 줘요. 화면의 다른 숫자는 지금 이 순간의 값이에요.',
  asOf: (p) => `${p.at} 기준(마지막으로 꽉 찬 ${format.duration(p.ms)})`,
  early: '시작하고 1초가 지나면 차트가 나타나요.',
  playhead: (p) => `${p.chart}, 재생 위치`,
  table: '표로 보기',
  caption: (p) => `${p.chart}, ${format.duration(p.ms)} 간격`,
  time: '시간',
  height: '줄 높이:',
  more: (p) => `나머지 ${format.number(p.count)}개는 표에 있어요.`,
  outcomes: {
    title: '요청의 결과',
    help: '초당 응답 수를 결과별로 쌓았어요.',
    ok: '정상 처리',
    refused: '로그인 풀림',
    failed: '실패',
  },
  latency: {
    title: '응답을 기다린 시간',
    help: '최근 5초 동안 정상 응답의 몇 %가 이 시간 안에 왔는지 보여 줘요. 오차는 1.6% 이내예요.',
    p50: '절반(p50)',
    p95: '95%(p95)',
    p99: '99%(p99)',
    short: { p50: 'p50', p95: 'p95', p99: 'p99' },
  },
  distribution: {
    title: '응답 시간의 분포',
    help: '지금까지 온 정상 응답을 응답 시간으로 나눴어요. 가로축은 로그 눈금이에요.',
    none: '정상 응답이 아직 없어요.',
    answers: (p) => `응답 ${format.number(p.count)}건`,
    caption: '지금까지의 응답 시간 분포',
    within: '응답 시간',
    range: (p) => `${p.from}~${p.to}`,
    count: '응답 수',
    share: '비율',
    upTo: '누적 비율',
  },
  load: { title: '서버별 부하', help: '워커가 일한 시간의 비율이에요.' },
  queue: { title: '서버별 대기열', help: '워커가 나기를 기다리는 요청 수예요.' },
  places: {
    title: '세션이 있는 곳',
    help: '곳마다 보관된 세션 수예요. 안 쓰는 세션도 세요.',
    cookies: '쿠키',
    cookiesLong: '쿠키 속 토큰',
    store: '저장소',
  },
  people: {
    title: '로그인한 사용자 수',
    help: '세션이 어딘가에 남아 있는 사용자예요.',
    loggedIn: '로그인 상태',
    left: '포기하고 떠남',
    short: { loggedIn: '로그인', left: '떠남' },
  },
  lost: {
    title: '사라진 세션과 다시 한 로그인',
    help: '처음부터 센 수예요.',
    sessions: '사라진 세션',
    logins: '어쩔 수 없이 다시 한 로그인',
    short: { sessions: '사라짐', logins: '재로그인' },
  },
  cost: {
    title: '시간당 비용',
    help: '한 시간에 드는 미국 달러를 항목별로 쌓았어요.',
    servers: '서버',
    store: '세션 저장소',
    balancers: '밸런서',
    total: '합계',
    soFar: '지금까지 쓴 돈',
  },
};
