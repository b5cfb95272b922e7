/** 실패나 거절의 까닭을 한 단계씩 설명하는 문장이에요. 용어는 ../glossary.md를 따라요. */
import { createFormat } from '../format.ts';
import { withJosa } from '../josa.ts';
import type { CauseWords } from './types.ts';

const format = createFormat('ko');

/** 같은 일이 여러 번 이어졌을 때만: ‘ 4번 연달아’. */
const inARow = (times: number) => (times > 1 ? ` ${format.number(times)}번 연달아` : '');

export const causesKo: CauseWords = {
  'cookie-missing': '요청에 쿠키가 없었어요.',
  'cookie-valid': '쿠키는 위조되지 않았고, 세션 하나를 제대로 가리켜요.',
  lookedIn: (p) => `${p.place}의 메모리에서 세션을 찾아봤지만 없었어요.`,
  lookedInStore: (p) => `${p.store}에서 세션을 찾아봤지만 없었어요.`,
  foundIn: (p) => `${p.place}의 메모리에 세션이 있었어요.`,
  foundInStore: (p) => `${p.store}에 세션이 있었어요.`,
  made: (p) => `이 세션은 ${p.at}에 ${p.place}에서 로그인할 때 만들어졌어요.`,
  madeStore: (p) => `이 세션은 ${p.at}에 로그인할 때 ${p.store}에 만들어졌어요.`,
  elsewhere: (p) => `세션은 아직 ${p.place}의 메모리에 있지만, 다른 서버는 들여다볼 수 없어요.`,
  elsewhereStore: '세션은 아직 저장소에 있지만, 이제 저장소를 보는 서버가 없어요.',
  elsewhereNode: (p) => `세션은 ${p.store}에 있어요.`,
  overwritten: (p) =>
    `그 세션은 비어 있어요. ${p.at}에 ${withJosa(p.place, '이/가')} 로그인을 몰라서 새로 만들고 쿠키를 덮어썼어요.`,
  overwrittenStore: (p) =>
    `그 세션은 비어 있어요. ${p.at}에 ${p.store}에 로그인이 없어서 새로 만들고 쿠키를 덮어썼어요.`,
  unnamed: (p) => `로그인한 세션은 아직 ${p.place}의 메모리에 있지만, 이제 가리키는 쿠키가 없어요.`,
  unnamedStore: (p) => `로그인한 세션은 아직 ${p.store}에 있지만, 이제 가리키는 쿠키가 없어요.`,
  recordEmpty: (p) =>
    `${withJosa(p.place, '은/는')} ${p.at}에 이 번호를 몰라서 같은 번호로 빈 세션을 만들었어요.`,
  foundInToken: '세션이 쿠키에 담겨 왔어요.',
  lookedInToken: '쿠키 안에서 세션을 찾아봤지만, 이 쿠키는 세션을 가리키기만 해요.',
  madeToken: (p) => `이 세션은 ${p.at}에 로그인할 때 만들어져 사용자에게 건네졌어요.`,
  elsewhereToken: '세션은 사용자가 지닌 토큰에 있지만, 이제 토큰을 읽는 서버가 없어요.',
  tokenRead: (p) => `${p.at}에 발급한 토큰에 세션이 통째로 담겨 왔어요.`,
  tokenExpired: (p) => `토큰에 ${p.at}까지만 쓸 수 있다고 적혀 있어요.`,
  tokenRevoked: (p) => `${p.at}부터 저장소의 취소 목록에 올라 있어요.`,
  tooLarge: (p) =>
    `장바구니에 ${format.number(p.items)}개가 들면 쿠키가 ${format.number(p.bytes)}바이트가 돼요. 브라우저는 ${format.number(p.most)}바이트까지만 받아요.`,
  copied: (p) =>
    `요청한 사람은 ${withJosa(p.person, '이/가')} 아니에요. ${p.at}에 누군가 쿠키의 복사본을 보냈어요.`,
  loggedOut: (p) =>
    `주인은 ${p.at}에 로그아웃했어요. 브라우저 하나에서 쿠키를 지웠을 뿐, 서버는 아무것도 적어 두지 않아요.`,
  overwrittenToken: (p) => `그 세션은 비어 있어요. ${p.at}에 서버가 앞의 토큰을 받아들이지 않고 덮어썼어요.`,
  goneSealed: (p) => `${p.at}에 발급한 토큰에 담겨 사용자에게 건네졌어요.`,
  cartSeen: (p) =>
    `앞서 장바구니에 ${format.number(p.seen)}개가 있었는데, 이 세션에는 ${format.number(p.shown)}개뿐이에요.`,
  newer: (p) => `더 새로운 세션은 ${p.place}에 있어요. 장바구니에 ${format.number(p.items)}개가 들어 있어요.`,
  newerStore: (p) =>
    `더 새로운 세션은 ${p.store}에 있어요. 장바구니에 ${format.number(p.items)}개가 들어 있어요.`,
  cartOverwritten: '더 새로운 세션은 이제 없어요. 옛 세션이 덮어썼어요.',
  recordEmptyStore: (p) => `${p.at}에 ${p.store}에 이 번호가 없어서 같은 번호로 빈 세션을 만들었어요.`,
  goneKilled: (p) => `${p.at}에 ${withJosa(p.place, '이/가')} 죽으면서 세션도 사라졌어요.`,
  goneRestarted: (p) => `${p.at}에 ${withJosa(p.place, '이/가')} 재시작하면서 세션이 사라졌어요.`,
  goneResized: (p) => `${p.at}에 ${withJosa(p.place, '이/가')} 다른 머신으로 옮겨 가면서 세션이 사라졌어요.`,
  goneRemoved: (p) => `${p.at}에 ${withJosa(p.place, '이/가')} 제거되면서 세션도 사라졌어요.`,
  goneStore: (p) => `${p.at}에 ${withJosa(p.store, '이/가')} 죽으면서 세션도 사라졌어요.`,
  goneOverwritten: (p) =>
    `${p.at}에 ${withJosa(p.store, '이/가')} 다른 노드의 내용을 통째로 복사하면서, 거기 없던 이 세션이 사라졌어요.`,
  goneOut: (p) => `${p.at}에 로그아웃하면서 세션이 끝났어요.`,
  goneReplaced: (p) => `${p.at}에 다시 로그인하면서 새 세션으로 바뀌었어요.`,
  goneExpired: (p) => `쓰이지 않다가 ${p.at}에 만료됐어요.`,
  goneOutlived: (p) => `계속 쓰고 있었지만, 로그인한 뒤 정해진 수명이 ${p.at}에 끝났어요.`,
  gone: '세션은 이제 어디에도 없어요.',
  keyUnknown: (p) =>
    `쿠키가 ${withJosa(p.server, '이/가')} 받아들이지 않는 키로 서명돼 있어요. 그래서 세션을 찾아보지도 않아요.`,
  keyOf: (p) => `${withJosa(p.server, '이/가')} 혼자만 아는 키로 서명했어요.`,
  keyChanged: (p) => `${withJosa(p.server, '은/는')} ${p.at}부터 새 키를 쓰고, 예전 키는 받아들이지 않아요.`,
  routedPolicy: (p) =>
    `밸런서가 ${p.policy} 방식으로 ${withJosa(p.server, '을/를')} 골랐어요. 세션이 어디 있는지는 몰라요.`,
  routedAffinity: (p) => `밸런서의 쿠키가 ${withJosa(p.server, '을/를')} 가리켜요.`,
  tried: {
    refused: (p) => `${withJosa(p.server, '이/가')} 연결을${inARow(p.times)} 거부했어요.`,
    unanswered: (p) => `${withJosa(p.server, '이/가')} 연결 요청에${inARow(p.times)} 답하지 않았어요.`,
    died: (p) => `${withJosa(p.server, '이/가')} 요청을 처리하다가${inARow(p.times)} 죽었어요.`,
    tooSlow: (p) => `${withJosa(p.server, '이/가')} 제때${inARow(p.times)} 응답하지 못했어요.`,
  },
  routedAddress: (p) => `밸런서는 이 주소에서 온 사람을 모두 ${withJosa(p.server, '으로/로')} 보내요.`,
  addressOut: (p) =>
    `밸런서는 이 주소를 ${withJosa(p.server, '으로/로')} 보내 왔지만, 지금은 보낼 수 없어요.`,
  boundOut: (p) => `밸런서의 쿠키는 ${withJosa(p.server, '을/를')} 가리키지만, 지금은 보낼 수 없어요.`,
  state: (p) => `${p.at}부터 ${withJosa(p.server, '은/는')} ‘${p.state}’ 상태예요.`,
  added: (p) => `${p.at}에 ${withJosa(p.server, '이/가')} 추가됐어요.`,
  awaitingChecks: (p) =>
    `${withJosa(p.server, '은/는')} ${p.at}부터 켜져 있지만 헬스 체크를 아직 충분히 통과하지 못했어요.`,
  busy: (p) =>
    `${p.server}: 워커 ${format.number(p.workers)}개 중 ${format.number(p.busy)}개가 일하는 중이고, ${format.number(p.waiting)}건이 기다려요.`,
  traffic: (p) => `${p.at}에 트래픽이 바뀌었어요.`,
  rush: (p) => `그때 방문자가 초당 ${format.number(p.perSecond)}명까지 몰려왔어요.`,
  kept: {
    edge: (p) =>
      `CDN의 ${format.number(p.number)}번 노드가 ${p.at}부터 갖고 있어서 서버에 묻지 않고 내줬어요.`,
    balancer: (p) => `밸런서의 페이지 캐시가 ${p.at}부터 갖고 있어서 서버에 묻지 않고 내줬어요.`,
    server: (p) => `${withJosa(p.server, '이/가')} ${p.at}부터 페이지 캐시에 갖고 있던 것을 내줬어요.`,
  },
  waitsForAnother: {
    edge: '다른 요청이 가져오는 내용을 엣지 노드에서 기다리고 있어요.',
    balancer: '다른 요청이 가져오는 페이지를 밸런서에서 기다리고 있어요.',
    server: '다른 워커가 만드는 페이지를 기다리고 있어요.',
  },
  pageOf: (p) => `${p.person}의 세션으로 만든, ${p.person}에게 갈 페이지예요.`,
  keyWithoutCookie:
    'CDN이 로그인한 사용자의 페이지까지 보관하면서 주소만으로 구별해요. ‘Cache-Control: private’이 있었다면 보관하지 않았을 거예요.',
  cookieOfAnother: '그 쿠키는 다른 사용자에게 갈 페이지와 함께 CDN에서 나왔어요.',
  waited: (p) => `${format.duration(p.ms)} 동안 응답이 없었어요.`,
  repeat: (p) => `앞선 시도가 실패해서 ${format.number(p.nth)}번째로 다시 보낸 요청이에요.`,
  workForNobody: (p) =>
    `처리 중인 요청 ${format.number(p.count)}건은 받을 사람이 없는 헛일이에요. 보낸 사람이 기다리다 포기했어요.`,
  massLogout: (p) =>
    `${p.at}에 ${p.place}의 세션 ${format.number(p.count)}개가 사라져서 다들 다시 로그인하고 있어요.`,
  massLogoutStore: (p) =>
    `${p.at}에 ${p.store}의 세션 ${format.number(p.count)}개가 사라져서 다들 다시 로그인하고 있어요.`,
  storeDown: (p) => `${withJosa(p.store, '은/는')} ${p.at}부터 다운 상태예요.`,
  memoryFull: (p) =>
    `${p.server}의 메모리에는 세션이 ${format.number(p.most)}개까지 들어가요. 하나를 더 넣으려고 가장 오래 쓰이지 않은 세션을 버렸어요.`,
  storeFull: (p) => `${p.store}에는 세션이 ${format.number(p.most)}개까지 들어가는데, 지금 꽉 찼어요.`,
  lastSave: (p) =>
    `${withJosa(p.store, '이/가')} 디스크에 마지막으로 저장한 것은 ${p.at}였고, 이 세션은 거기 없었어요.`,
  goneEvicted: (p) => `${p.at}에 ${withJosa(p.store, '이/가')} 자리를 비우느라 이 세션을 버렸어요.`,
  storeBusy: (p) =>
    `${withJosa(p.store, '은/는')} 명령을 초당 ${format.number(p.perSecond)}건 처리하는데, ${format.number(p.waiting)}건이 차례를 기다려요.`,
  balancerDown: (p) => `${p.at}에 밸런서가 죽었어요. 모든 요청은 밸런서를 거쳐 가요.`,
  standbyWaits: (p) =>
    `두 번째 밸런서가 대기 중이에요. 첫 번째가 ${format.duration(p.ms)} 동안 보이지 않으면 이어받아요.`,
  networkCut: (p) => `${p.at}부터 두 존 사이의 네트워크가 끊겨 있어요.`,
  takeoverAwaited: (p) =>
    `${withJosa(p.store, '이/가')} ${format.duration(p.ms)} 동안 안 보이면 다른 노드가 리더를 이어받아요.`,
  refuses: {
    tooFewFollowers: (p) => `복제해 가는 노드가 부족해서 ${withJosa(p.store, '은/는')} 쓰기를 받지 않아요.`,
    noMajority: (p) => `서로 연결된 노드가 과반이 안 돼서 ${withJosa(p.store, '은/는')} 답하지 않아요.`,
    clusterDown: (p) =>
      `클러스터 일부가 비었거나 대부분과 연결이 끊겨서 ${withJosa(p.store, '은/는')} 아무것도 답하지 않아요.`,
  },
  tookOver: (p) => `${p.at}부터는 ${p.from} 대신 ${withJosa(p.store, '이/가')} 리더예요.`,
  neverCopied: (p) =>
    `${p.store}에는 한 번도 복제되지 않았어요. ${withJosa(p.from, '을/를')} 잃기 ${format.duration(p.ms)} 전에 쓴 세션이었어요.`,
  resharded: (p) =>
    `${p.at}에 샤드가 늘어난 뒤로, 이 세션은 ${withJosa(p.from, '이/가')} 아니라 ${p.store}에서 찾게 돼요.`,
  madeApart: (p) => `이 세션을 쓸 때 ${withJosa(p.store, '은/는')} ${p.at}부터 과반과 끊겨 있었어요.`,
  notCopiedYet: (p) =>
    `${format.duration(p.ms)} 전에 ${p.from}에 썼고, ${p.store}에는 아직 복제되지 않았어요.`,
  policy: (p) => `${p.at}부터 밸런서가 다른 방식으로 골라요: ${p.policy}.`,
  strategy: (p) => `${p.at}에 세션 보관 방식이 ${withJosa(`‘${p.strategy}’`, '으로/로')} 바뀌었어요.`,
  setting: (p) => `${p.at}에 설정을 바꿨어요. ${p.setting}: ${p.value}.`,
  byYou: (p) => `${p.text} 직접 조작한 결과예요.`,
  byAutoscaler: (p) => `${p.text} 오토스케일러가 한 일이에요.`,
};
