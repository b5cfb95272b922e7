import { createFormat } from '../format.ts';
import type { CompareWords } from './types.ts';

const format = createFormat('ko');

export const compareKo: CompareWords = {
  title: '비교',
  intro:
    '같은 트래픽을 두세 가지, 많게는 네 가지 구성으로 나란히 돌려요. 같은 사용자가 같은 때에 클릭하고, 고른 것만 달라요.',
  readyTitle: '준비된 비교',
  own: '직접 만들 수도 있어요. ‘직접 해보기’에서 ‘이 실행에서 하나만 바꾸면’을 여세요.',
  start: (p) => `비교하기: ${p.name}`,
  runsCount: (p) => `실행 ${format.number(p.count)}개`,
  loading: '비교를 준비하는 중…',
  ownTitle: '이 실행에서 하나만 바꾸면',
  waysTitle: '나란히 비교',
  ownClaim: '사용자도, 찾아오는 때도, 우연도 모든 실행에서 똑같아요. 지금까지 한 조작도 똑같이 되풀이돼요.',
  all: '모든 비교',
  back: '내 실행으로 돌아가기',
  add: '설정을 바꿔 하나 더…',
  asItIs: '지금 그대로',
  run: (p) => `실행 ${format.number(p.number)}: ${p.name}`,
  part: (p) => `실행 ${format.number(p.number)}: ${p.part}`,
  sign: (p) => `실행 ${format.number(p.number)}: ${p.name}. 타임라인에서 이 모양의 선이에요.`,
  closer: (p) => `실행 ${format.number(p.number)} 자세히 보기: ${p.name}`,
  remove: (p) => `실행 ${format.number(p.number)} 빼기`,
  ownActions: '다른 조작',
  without: (p) => `‘${p.what}’ 없이`,
  besides: (p) => `‘${p.what}’ 추가`,
  waysClaim: '사용자도, 찾아오는 때도, 우연도 모든 실행에서 똑같아요. 내가 한 조작만 달라요.',
  scope: { label: '조작을 적용할 곳', all: '모든 실행', one: '조작한 실행만' },
  addServer: '서버 추가',
  addServerTo: (p) => `실행 ${format.number(p.number)}에 서버 추가`,

  menu: {
    help: '처음부터 하나만 다르게 돌린 실행을 지금 것과 나란히 보여 줘요.',
    moreServers: '서버 1대 더',
    fewerServers: '서버 1대 덜',
    biggerServers: '두 배 큰 서버',
    machines: '서버 구성',
    any: '그 밖의 모든 설정',
    anyHelp: '값을 바꾸면 바로 비교를 시작해요.',
    choose: '설정 고르기…',
  },

  table: {
    title: '모든 실행의 숫자',
    caption: (p) => `처음부터 ${format.clock(p.at)}까지`,
    number: '실행과 타임라인의 선',
    best: '가장 좋음',
    same: '같음',
    near: '거의 같음',
    servesOnly: (p) => `${p.share}만 처리`,
    servesOnlyHelp: (p) =>
      `조금만 처리해서 빨라요. 로그인한 사용자의 요청을 ${p.share}만 처리했으니 가장 좋다고 할 수 없어요.`,
    more: {
      count: (p) => `${p.difference}건 많음`,
      time: (p) => `${p.difference} 김`,
      share: (p) => `${p.difference} 높음`,
      money: (p) => `${p.difference} 비쌈`,
    },
    less: {
      count: (p) => `${p.difference}건 적음`,
      time: (p) => `${p.difference} 짧음`,
      share: (p) => `${p.difference} 낮음`,
      money: (p) => `${p.difference} 쌈`,
    },
    than: (p) => `실행 ${format.number(p.number)}보다`,
    rows: {
      servedShare: '로그인한 사용자의 요청 중 처리된 비율',
      refused: '로그인 풀림(401)',
      forcedLogins: '다시 로그인한 횟수',
      sessionsLost: '사라진 세션',
      failed: '실패(5xx, 무응답)',
      filesFailed: '실패한 페이지 파일',
      staleReads: '옛 장바구니를 본 횟수',
      replaysServed: '복사한 쿠키로 통과',
      cartItemsLost: '장바구니에서 사라진 물건',
      meanMs: '처리된 요청의 평균 응답 시간',
      p95Ms: '응답의 95%가 이 시간 안에 옴(p95)',
      usdPerHour: '지금 구성의 시간당 비용',
    },
    short: {
      servedShare: '처리율, %',
      refused: '풀림(401)',
      forcedLogins: '다시 로그인',
      sessionsLost: '사라진 세션',
      failed: '실패',
      filesFailed: '파일 실패',
      staleReads: '옛 장바구니',
      replaysServed: '복사한 쿠키',
      cartItemsLost: '사라진 물건',
      meanMs: '평균 응답, ms',
      p95Ms: 'p95 응답, ms',
      usdPerHour: '비용, $/시간',
    },
    points: (p) => `${p.points}%포인트`,
    status: (p) => `${format.clock(p.at)} 현재. ${p.all.join(' ')}`,
    statusRun: (p) =>
      `실행 ${format.number(p.number)}, ${p.name}: ${p.share} 처리, 로그인 풀림 ${format.number(p.refused)}건, 실패 ${format.number(p.failed)}건.`,
  },

  chart: {
    title: '모든 실행의 타임라인',
    served: ['초당 처리'],
    away: ['초당 로그인 풀림과', '실패'],
    apart: '칠한 곳: 실행 간 차이',
  },

  ready: {
    'where-sessions-live': {
      name: '세션을 어디에 둘까',
      claim:
        '0:15에 서버 B가 죽어요. 메모리에만 두면 그 전부터 요청이 대부분 거부돼요. 스티키 라우팅은 B에 있던 사용자만 로그인이 풀리고, 복제나 공유 저장소라면 아무도 눈치채지 못해요. 대신 저장소 비용이 더 들어요.',
      runs: ['각 서버의 메모리', '스티키 라우팅', '모든 서버에 복제', '공유 저장소'],
    },
    'up-or-out': {
      name: '서버를 키울까 늘릴까',
      claim:
        '서버 1대로는 느려요. 큰 서버로 바꾸면 결국 빨라지지만, 바꾸는 동안 아무것도 안 되고 모두 로그인이 풀려요. 2대를 더하면 멈추지 않고 값도 덜 들지만, 로그인을 지켜 주는 것은 스티키 라우팅뿐이에요.',
      runs: ['서버 1대', '큰 서버로 교체', '2대 추가, 메모리', '2대 추가, 스티키'],
    },
    'slow-server': {
      name: '느린 서버 1대',
      claim:
        '3대 중 1대가 네 배 느려요. 차례대로 보내면 느린 서버도 똑같이 받아 대기열이 길어져요. 처리 중인 요청을 세거나, 둘을 뽑아 고르거나, 응답 시간을 보면 그 서버에 덜 보내요.',
      runs: ['라운드 로빈', '최소 연결', '둘 중 선택(P2C)', '피크 EWMA'],
    },
    'one-address': {
      name: 'IP 주소가 하나인 사무실',
      claim:
        '모두 한 사무실에서 들어와요. 쿠키로 고정하면 서버 3대에 나뉘지만, IP 주소로 고정하면 한 서버에 모두 몰려 기다려요.',
      runs: ['쿠키로 고정', 'IP 주소로 고정'],
    },
    'cdn-on-or-off': {
      name: 'CDN이 있을 때와 없을 때',
      claim:
        '페이지마다 이미지가 8개 있어요. CDN이 없으면 이미지도 서버가 보내느라 페이지가 기다려요. CDN이 있으면 같은 서버로도 더 빨리 응답해요.',
      runs: ['CDN 없음', 'CDN 있음'],
    },
    'sudden-rush': {
      name: '갑자기 몰릴 때',
      claim:
        '10초 동안 방문자가 몰려요. 4대면 충분하고, 오토스케일러는 도움이 되지만 늦어요. 사용자가 자꾸 다시 시도하면 같은 트래픽에서 실패가 훨씬 많아져요.',
      runs: ['서버 2대', '서버 4대', '오토\u200b스케일러', '자꾸 다시 시도'],
    },
    deploy: {
      name: '새 버전 배포',
      claim:
        '서버를 한 대씩 재시작해요. 드레인을 먼저 하면 처리 중인 요청은 지켜도 메모리의 세션은 못 지켜요. 공유 저장소라면 아무도 눈치채지 못해요.',
      runs: ['스티키, 바로 중단', '스티키, 드레인 먼저', '공유 저장소, 드레인 먼저'],
    },
    'store-or-token': {
      name: '공유 저장소와 서명된 토큰',
      claim:
        '유나가 로그아웃한 뒤 누군가 옛 쿠키의 복사본을 써요. 그다음 저장소가 죽어요. 토큰은 복사본을 들여보내는 대신 저장소 없이도 돌아가요. 저장소는 복사본을 막지만 죽으면 모두 멈춰요. 취소 목록을 두면 두 경우 모두 저장소와 같아져요.',
      runs: ['공유 저장소', '서명된 토큰', '토큰과 취소 목록'],
    },
    'store-copies': {
      name: '저장소 복제본이 있을 때와 없을 때',
      claim:
        '0:10에 저장소가 죽어요. 하나뿐이면 세션이 모두 사라지고 그 뒤로 어떤 페이지도 열리지 않아요. 복제본이 있으면 30초쯤 뒤에 이어받고, 로그인은 그대로예요.',
      runs: ['저장소 하나', '복제본 2개'],
    },
    'consistent-or-available': {
      name: '일관성과 가용성(CAP)',
      claim:
        '12초 동안 두 존이 서로 닿지 못해요. 일관성을 지키는 저장소는 요청을 실패시키는 대신 옛 장바구니를 보여 주지 않아요. 가용성을 지키는 저장소는 하나도 실패하지 않는 대신 옛 장바구니를 보여 줘요.',
      runs: ['일관성: 오류로 응답', '가용성: 옛 값이라도 응답'],
    },
    'modulo-or-ring-servers': {
      name: '서버 1대 추가: 나머지와 해시 링',
      claim:
        '네 번째 서버가 추가돼요. 나머지로 정하면 대부분 다른 서버로 가서 로그인이 풀려요. 해시 링이나 랑데부로 정하면 새 서버의 몫인 4분의 1 정도만 풀려요.',
      runs: ['나머지 해싱', '일관된 해싱', '랑데부 해싱'],
    },
    'modulo-or-ring-shards': {
      name: '샤드 1개 추가: 나머지, 링, 슬롯',
      claim:
        '저장소에 네 번째 샤드가 생겨요. 나머지로 정하면 세션 대부분을 엉뚱한 샤드에서 찾아요. 해시 링이면 조금만 그래요. 클러스터는 슬롯에 든 세션까지 함께 옮겨서 아무도 로그인이 풀리지 않아요.',
      runs: ['나머지 해싱', '해시 링', '클러스터의 슬롯'],
    },
    'balancer-pair': {
      name: '밸런서 하나와 둘',
      claim:
        '0:10에 밸런서가 죽어요. 서버와 저장소가 멀쩡해도 더는 아무것도 통과하지 못해요. 둘이라면 다른 하나가 4초 안에 이어받아요. 로그인이 풀리는 사람은 없어요.',
      runs: ['밸런서 하나', '밸런서 한 쌍'],
    },
  },
};
