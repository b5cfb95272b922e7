/** 자세히 보기의 말이에요. 요청, 사용자, 세션, 서버가 겪은 일을 이야기해요. 용어는 ../glossary.md를 따라요. */
import { createFormat } from '../format.ts';
import { withJosa } from '../josa.ts';
import type { InspectorWords } from './types.ts';

const format = createFormat('ko');

export const inspectorKo: InspectorWords = {
  title: '자세히 보기',
  close: '닫기',
  back: '뒤로',
  telling: '처음부터 다시 살펴보고 있어요.',
  following: '요청을 따라가 보고 있어요.',
  stop: '멈추기',
  stopped: '멈췄어요.',
  goOn: '계속하기',
  failed: '설명을 불러오지 못했어요. 닫았다가 다시 열어 보세요.',
  gone: '이제 이 요청은 없어요. 그보다 앞선 시간에 직접 조작해서 그 뒤가 달라졌어요.',
  seek: (p) => `${withJosa(p.at, '으로/로')} 이동`,
  backTo: (p) => `${withJosa(p.at, '으로/로')} 돌아가기`,
  goThere: (p) => `${p.at}의 장면 보기`,
  shown: (p) => `지금 ${p.at}의 장면이에요`,
  walk: {
    label: '이야기 속 장면',
    previous: '목록의 이전 장면',
    next: '목록의 다음 장면',
    back: '이야기로',
  },
  yours: {
    takeBack: '이 조작 빼기',
    show: '타임라인에서 보기',
    takenBack: '조작을 뺐어요. 지금 보이는 건 새 갈래이고, 이전 갈래도 그대로 남아 있어요.',
  },
  replay: '다시 재생',
  here: '지금',
  earlier: (p) => `그 전의 ${format.number(p.count)}건은 생략했어요.`,
  more: (p) => `외 ${format.number(p.count)}개`,

  request: {
    title: {
      visit: (p) => `${p.status}: ${withJosa(p.person, '이/가')} 페이지를 열어요`,
      login: (p) => `${p.status}: ${withJosa(p.person, '이/가')} 로그인해요`,
      page: (p) => `${p.status}: ${withJosa(p.person, '이/가')} 페이지를 열어요`,
      cart: (p) => `${p.status}: ${withJosa(p.person, '이/가')} 장바구니에 담아요`,
      logout: (p) => `${p.status}: ${withJosa(p.person, '이/가')} 로그아웃해요`,
      file: (p) => `${p.status}: 페이지에 들어갈 파일`,
      refresh: (p) => `${p.status}: 캐시가 내용을 새로 받아요`,
    },
    kind: {
      visit: '로그인이 필요 없는 페이지',
      login: '로그인',
      page: '페이지',
      cart: '장바구니에 하나 담기',
      logout: '로그아웃',
      file: '파일',
      refresh: '캐시에 둘 새 내용',
    },
    asked: (p) =>
      `${format.number(p.number)}번째 요청이에요. 내용은 ‘${p.what}’, 걸린 시간은 ${withJosa(format.duration(p.ms), '이에요/예요')}.`,
    askedAgain: (p) =>
      `${format.number(p.number)}번째 요청이에요. 로그인이 풀려서 다시 로그인했고, ${format.duration(p.ms)} 걸렸어요.`,
    gaveUp: (p) =>
      `${format.number(p.number)}번째 요청이에요. 내용은 ‘${p.what}’인데, ${format.duration(p.ms)} 동안 기다리다 포기했어요.`,
    unanswered: (p) =>
      `${format.number(p.number)}번째 요청이에요. 내용은 ‘${p.what}’인데, 몇 분이 지나도 응답이 없어요.`,
    waterfall: '어디서 시간이 걸렸나요?',
    atOnce: '시간이 걸리지 않은 단계는 생략했어요.',
    afterwards: '서버는 계속 헛일을 해요',
    choices: '밸런서는 어떻게 골랐나요?',
    why: '왜 그럴까요?',
    owner: (p) => `${p.person}의 이야기`,
    session: '세션의 이야기',
  },

  phase: {
    toEdge: 'CDN으로 가는 중',
    waitingAtEdge: '다른 요청이 가져오는 내용을 CDN에서 기다림',
    toBalancer: '밸런서로 가는 중',
    waitingAtBalancer: '다른 요청이 가져오는 내용을 밸런서에서 기다림',
    toServer: (p) => `밸런서에서 ${withJosa(p.server, '으로/로')} 가는 중`,
    connecting: (p) => `${p.server}에 연결하려 하지만 답이 없음`,
    queued: (p) => `${p.server}의 대기열에서 기다림`,
    readingStore: (p) => `${withJosa(p.server, '이/가')} ${p.store}에 세션을 물어봄`,
    waitingForPage: (p) => `${withJosa(p.server, '이/가')} 다른 워커가 만드는 페이지를 기다림`,
    serving: (p) => `${withJosa(p.server, '이/가')} 처리하는 중`,
    writingStore: (p) => `${withJosa(p.server, '이/가')} ${p.store}에 세션을 저장함`,
    spreading: (p) => `${withJosa(p.server, '이/가')} 다른 서버에 세션을 알림`,
    fromServer: (p) => `${p.server}에서 밸런서로 돌아오는 중`,
    backToEdge: 'CDN으로 돌아오는 중',
    toUser: '사용자에게 돌아오는 중',
    retrying: (p) => `밸런서가 잠시 쉬었다가 ${p.server}에 다시 보내려 함`,
  },
  group: {
    way: '이동',
    wait: '대기',
    work: '처리',
    store: '저장소',
    vain: '헛수고',
  },
  span: (p) => `${p.at}부터 ${format.duration(p.ms)}`,

  choice: {
    attempt: (p) =>
      p.of === 1
        ? `${withJosa(p.server, '을/를')} 골랐어요`
        : `${format.number(p.of)}번 중 ${format.number(p.number)}번째 시도: ${p.server}`,
    nobody: '고를 수 있는 서버가 없었어요',
    how: {
      policy: (p) => `${p.policy}: ${p.help}`,
      affinity: (p) => `밸런서의 쿠키가 ${withJosa(p.server, '을/를')} 가리켜서 다른 서버는 보지 않았어요.`,
      address: (p) =>
        `이 IP 주소는 ${withJosa(p.server, '으로/로')} 고정돼 있어서 다른 서버는 보지 않았어요.`,
      again: (p) => `다른 서버로 넘기기 전에 ${p.server}에 한 번 더 보내요.`,
    },
    fate: {
      chosen: (p) => `선택됨, 처리 중 ${format.number(p.inFlight)}건`,
      possible: (p) => `고를 수 있었음, 처리 중 ${format.number(p.inFlight)}건`,
      bound: (p) => `보지 않음, 처리 중 ${format.number(p.inFlight)}건`,
      stayed: (p) => `아직 차례가 아님, 처리 중 ${format.number(p.inFlight)}건`,
      tried: '이미 시도함',
      unlisted: '밸런서의 목록에 없음',
      drained: '드레인 중이라 새 사용자를 받지 않음',
      weightless: '가중치가 0',
      unproven: '첫 헬스 체크를 아직 통과하지 못함',
      unhealthy: '헬스 체크 실패로 분배 제외',
      shutOut: '요청이 실패해서 잠시 분배 제외',
    },
    really: (p) => `실제로는 ‘${p.state}’`,
  },

  otherwise: {
    telling: '다른 방식으로 돌려 보고 있어요.',
    title: '세션을 다른 곳에 두었다면?',
    help: '방식마다 처음부터 직접 돌려 본 결과예요. 사용자도, 클릭도, 고장도 모두 똑같아요. 다시 로그인하느라 시간을 쓰면 같은 클릭도 다른 때에 와요.',
    asItWas: '이번 방식',
    ok: (p) => `200: ${p.at}에 ${withJosa(p.server, '이/가')} 응답했어요(${p.what}).`,
    okCached: (p) => `200: ${p.at}에 응답을 받았어요(${p.what}).`,
    left: '그 전에 포기하고 떠났어요.',
    never: '이 요청이 오지 않아요.',
    others: (p) =>
      `그때까지 모두 합쳐 로그인 풀림 ${format.number(p.refused)}번, 실패 ${format.number(p.failed)}건`,
  },

  person: {
    title: (p) => `${p.person}의 이야기`,
    sums: (p) =>
      `지금까지 응답 ${format.number(p.answered)}건을 받았어요. 로그인 풀림 ${format.number(p.refused)}번, 실패 ${format.number(p.failed)}건, 다시 로그인 ${format.number(p.forced)}번이에요.`,
    left: '포기하고 떠나서 돌아오지 않아요.',
    underWay: '처리 중인 요청',
    session: '쿠키가 가리키는 세션',
    visits: '방문',
    noVisits: '아직 로그인하지 않았어요.',
    visit: (p) =>
      `페이지 ${format.number(p.pages)}개를 보고 장바구니에 ${format.number(p.added)}개를 담았어요. 마지막 장바구니에는 ${format.number(p.cart)}개가 있었어요.${p.failures > 0 ? ` 실패 ${format.number(p.failures)}건.` : ''}`,
    begins: {
      again: '다시 로그인해야 했어요',
      login: '로그인했어요',
    },
    end: {
      loggedOut: (p) => `${format.duration(p.ms)} 뒤인 ${p.at}에 로그아웃했어요.`,
      refused: (p) => `${format.duration(p.ms)} 뒤인 ${p.at}에 로그인이 풀렸어요.`,
      left: (p) => `${format.duration(p.ms)} 뒤인 ${p.at}에 포기하고 떠났어요.`,
      goesOn: '아직 이어지고 있어요.',
    },
    deeds: '최근에 받은 응답',
    noDeeds: '아직 받은 응답이 없어요.',
    deed: {
      login: (p) => `${p.status}: 로그인`,
      again: (p) => `${p.status}: 다시 로그인`,
      page: (p) => `${p.status}: 페이지`,
      cart: (p) => `${p.status}: 장바구니 ${format.number(p.cart)}개`,
      cartFailed: (p) => `${p.status}: 장바구니`,
      logout: (p) => `${p.status}: 로그아웃`,
    },
    by: (p) => p.server,
  },

  session: {
    title: (p) => `${p.person}의 ${format.number(p.number)}번 세션`,
    none: '이야기할 세션이 없어요.',
    places: (p) => `${p.at}에 있는 곳`,
    place: (p) => `${p.place}: 장바구니 ${format.number(p.cart)}개`,
    nowhere: '어디에도 없어요.',
    notYet: '아직 만들어지지 않았어요.',
    inToken: '토큰에 담겨 사용자에게 있어요.',
    reads: '찾은 곳',
    read: (p) => `${p.place}: ${format.number(p.count)}번`,
    events: '세션이 겪은 일',
    made: (p) => `${p.place}에서 로그인할 때 만들어졌어요.`,
    madeStore: (p) => `로그인할 때 만들어져 ${p.store}에 저장됐어요.`,
    madeToken: '로그인할 때 만들어져 토큰에 담겨 사용자에게 건네졌어요.',
    madeEmpty: (p) => `${withJosa(p.place, '이/가')} 로그인을 몰라서 빈 세션으로 만들었어요.`,
    copied: (p) => `${p.place}에 복사본이 생겼어요. 장바구니에는 ${format.number(p.cart)}개가 있어요.`,
    moved: (p) => `${p.from}에서 ${withJosa(p.place, '으로/로')} 옮겨졌어요.`,
    cart: (p) => `${p.place}에 있는 장바구니가 ${format.number(p.cart)}개로 바뀌었어요.`,
    sealed: (p) => `장바구니 ${format.number(p.cart)}개와 함께 새 토큰에 담겼어요.`,
    stale: (p) =>
      `${p.place}에서 옛 세션을 읽었어요. 장바구니에 ${format.number(p.seen)}개가 있었는데 ${format.number(p.shown)}개만 보여요.`,
    missed: (p) => `${p.place}에서 찾았지만 없었어요.`,
    refused: (p) => `${withJosa(p.server, '이/가')} 받아들이지 않았어요.`,
    gone: (p) => `${p.place}에서 사라졌어요. 아직 ${format.number(p.left)}곳에 남아 있어요.`,
    goneLast: (p) => `${p.place}에서 사라졌어요.`,
    ended: {
      serverKilled: (p) => `${withJosa(p.place, '이/가')} 죽으면서 메모리와 함께 사라졌어요.`,
      serverRestarted: (p) => `${withJosa(p.place, '이/가')} 재시작하면서 사라졌어요.`,
      serverRemoved: (p) => `${withJosa(p.place, '이/가')} 제거되면서 사라졌어요.`,
      storeKilled: (p) => `${withJosa(p.place, '이/가')} 죽으면서 사라졌어요.`,
      loggedOut: '로그아웃해서 끝났어요.',
      replaced: '주인이 다시 로그인해서 새 세션으로 바뀌었어요.',
      expired: (p) => `오래 쓰이지 않아서 ${p.place}에서 만료됐어요.`,
      evicted: (p) => `${withJosa(p.place, '이/가')} 자리를 비우느라 버렸어요.`,
      serverResized: (p) => `${withJosa(p.place, '이/가')} 다른 머신으로 옮겨 가면서 사라졌어요.`,
      sealed: '토큰에 담겨 사용자에게 건네졌어요.',
      overwritten: (p) => `${withJosa(p.place, '이/가')} 다른 노드를 통째로 복사하면서 사라졌어요.`,
      outlived: '로그인한 뒤 정해진 수명이 끝났어요.',
      none: (p) => `${p.place}에서 사라졌어요.`,
    },
    unnamed: '이제 이 세션을 가리키는 쿠키가 없어요.',
    yours: (p) => `${p.text} 직접 조작한 결과예요.`,
    owner: (p) => `${p.person}의 이야기`,
    request: '그 요청',
  },

  stretch: {
    telling: '이 구간을 살펴보고 있어요.',
    title: (p) => `${p.from}부터 ${p.to}까지`,
    before: (p) => `이전 ${format.duration(p.ms)}`,
    after: (p) => `다음 ${format.duration(p.ms)}`,
    sums: (p) =>
      p.answers === 0
        ? '받은 응답이 없어요.'
        : `응답 ${format.number(p.answers)}건 중 정상 처리 ${format.number(p.ok)}건, 로그인 풀림 ${format.number(p.refused)}건, 실패 ${withJosa(`${format.number(p.failed)}건`, '이에요/예요')}.`,
    statuses: (p) => `상태 코드별: ${format.list(p.list)}.`,
    status: (p) => `${p.status} ${format.number(p.count)}건`,
    until: (p) => `아직 ${p.at}까지만 시뮬레이션했어요.`,
    unknown: '이 구간은 아직 시뮬레이션하지 않았어요.',
    told: '로그인 풀림과 실패',
    toldNone: '없어요.',
    reasons: '그렇게 된 까닭',
    reason: (p) =>
      p.of === 1
        ? p.text
        : p.count === p.of
          ? `${format.number(p.of)}건 모두: ${p.text}`
          : `${format.number(p.of)}건 중 ${format.number(p.count)}건: ${p.text}`,
    reasonsOf: (p) => `처음 ${format.number(p.count)}건만 따졌어요.`,
    addedSince: (p) =>
      `${p.at}에 ${withJosa(p.server, '이/가')} 추가됐어요. ${withJosa(p.server, '과/와')} 다른 서버들은 서로의 로그인을 몰라요.`,
    lostWith: (p) => `${p.at}에 ${p.place} 메모리에 있던 세션이 사라졌어요.`,
    lostInStore: (p) => `${p.at}에 ${p.store}에 있던 세션이 사라졌어요.`,
    elsewhere: '밸런서는 요청을 아무 서버로나 보내는데, 서버는 자기가 처리한 로그인만 알아요.',
    changes: '달라진 것',
    changesNone: '없어요. 요청이 오고 응답이 갔을 뿐이에요.',
    changesEarlier: '이 시간에는 없어요. 로그인 풀림과 실패는 그 전에 일어난 일 때문이에요.',
    slowest: '가장 오래 걸린 요청',
    slowestNone: '받은 응답이 없어요.',
    slow: (p) => `${format.duration(p.ms)}: ${p.person}, ${p.what}, ${p.status}`,
    servers: '서버가 일한 시간의 비율',
    serversNone: '일한 서버가 없어요.',
    server: (p) => `응답 ${format.number(p.answers)}건`,
  },

  server: {
    title: (p) => `${p.server}의 이야기`,
    sums: (p) =>
      `지금까지 요청 ${format.number(p.answered)}건을 맡았어요. 로그인 풀림 ${format.number(p.refused)}번, 실패 ${format.number(p.failed)}건이에요. 여기서 로그인해 생긴 세션은 ${format.number(p.made)}개예요.`,
    unnoticed: (p) =>
      `응답하지 않는데 밸런서는 아직 몰라요. 헬스 체크가 ${p.of === 1 ? '' : '연달아 '}${format.number(p.of)}번 실패해야 아는데, 지금까지 ${format.number(p.failed)}번 실패했어요. 그때까지는 요청을 이 서버에도 보내요.`,
    uncheckedStill: '응답하지 않는데 밸런서가 헬스 체크를 하지 않아요. 요청을 이 서버에도 계속 보내요.',
    retriedElsewhere: '연결에 실패한 요청은 다시 보내기 때문에 실패로 보이지 않을 수 있어요.',
    events: '서버가 겪은 일',
    noEvents: '아무 일도 없었어요. 처음부터 정상이에요.',
    state: (p) => `이제 ‘${p.state}’ 상태예요.`,
    healthy: '밸런서가 분배 대상에 넣었어요.',
    unhealthy: '밸런서가 분배 대상에서 뺐어요.',
    lost: (p) => `쓰고 있던 세션 ${format.number(p.count)}개가 메모리와 함께 사라졌어요.`,
    kept: (p) => `${p.at}에 메모리에 있는 세션`,
    keptNone: '없어요.',
    session: (p) => `${p.person}, ${format.number(p.number)}번 세션`,
    yours: (p) => `${p.text} 직접 조작한 결과예요.`,
    autoscaler: (p) => `${p.text} 오토스케일러가 한 일이에요.`,
  },
};
