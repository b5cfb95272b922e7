/** Words that frames do without, in Korean. */
import { createFormat } from './format.ts';
import type { pageEn } from './page.en.ts';
import type { Widen } from './types.ts';

const format = createFormat('ko');

export const pageKo: Widen<typeof pageEn> = {
  app: {
    skip: '조작 패널 바로가기',
    explore: '직접 해보기',
    story: '이야기',
    compare: '비교',
    butWith: '이 실행에서 하나만 바꾸면…',
    scenario: '시나리오',
    theme: { light: '밝은 화면', dark: '어두운 화면' },
    share: '공유',
    embed: '퍼가기',
  },
  timeline: { charts: '지금까지의 차트' },
  why: {
    closer: '자세히 보기',
    closerAt: (p) => `자세히 보기: ${p.what}`,
    closerHelp: '어떤 일을 겪었는지 하나씩 보여줘요.',
    chain: '왜 그럴까요?',
    log: '무슨 일이 있었나요?',
  },
  controls: {
    title: '조작 패널',
    servers: '서버',
    cost: (p) =>
      `시간당 ${format.money(p.all)}: 서버 ${format.money(p.servers)}, 밸런서 ${format.money(p.balancer)}${
        p.store === 0 ? '' : `, 저장소 ${format.money(p.store)}`
      }`,
    costHelp: 'AWS us-east-1 온디맨드 정가 기준이에요(2026년).',
    deploy: '새 버전 배포',
    deployHelp: '서버가 하나씩, 처리 중인 요청을 끝내고 재시작해요.',
    deployed: (p) =>
      p.left === 0 ? `버전 ${p.version}` : `버전 ${p.version}, ${format.number(p.left)}대 남음`,
    removeServer: '마지막 서버 제거',
    traffic: '트래픽',
    think: '클릭 빈도',
    thinkValue: (p) => `응답 뒤 약 ${format.duration(p.everyMs)}`,
    visitors: '비로그인 방문자',
    visitorsValue: (p) => (p.perSecond === 0 ? '없음' : `초당 ${format.number(p.perSecond)}명`),
    seed: '시드',
    seedHelp: '시드가 같으면 결과도 같아요.',
    newSeed: '시드 바꾸기',
    moreSettings: '모든 설정',
    startOver: '처음부터 다시',
    startOverHelp: '지금까지 한 조작을 지우고 시나리오를 처음부터 시작해요.',
  },
  scenario: {
    'one-server': '서버 1대',
    'two-servers': '서버 2대, 메모리',
    'three-servers': '서버 3대, 메모리',
    'sticky-three': '서버 3대, 스티키',
    'shared-store': '서버 3대, 공유 저장소',
    'busy-crowd': '붐비는 사이트',
    'lone-user': '사용자 1명, 서버 2대',
    'lunch-rush': '점심시간 피크',
    'sudden-rush': '갑자기 몰린 방문자',
    autoscaler: '오토스케일러, 오르내리는 트래픽',
    metastable: '가라앉지 않는 과부하',
    'balancer-pair': '밸런서 한 쌍',
    'one-slow-server': '느린 서버 1대',
    failover: '복제본이 있는 저장소',
    'cut-consistent': '두 존, 일관성 우선 저장소',
    'cut-available': '두 존, 가용성 우선 저장소',
    'sharded-modulo': '샤드 3개, 나머지 연산',
    'sharded-ring': '샤드 3개, 해시 링',
    pictures: '이미지가 있는 페이지, CDN',
    'leaky-cdn': '개인 페이지까지 캐시하는 CDN',
  },
};
