/** Korean, in 해요체. A particle after a value comes from `withJosa`; the words are in glossary.md. */
import { createFormat } from './format.ts';
import { withJosa } from './josa.ts';
import { mergeMessages } from './mergeMessages.ts';
import { pageKo } from './page.ko.ts';
import type { BaseMessages, BasicMessages } from './types.ts';

const format = createFormat('ko');

/** 유나, 민호 외 3명. */
const peopleAndMore = (people: readonly string[], more: number) =>
  people.length === 0
    ? `사용자 ${format.number(more)}명`
    : `${format.list(people)}${more > 0 ? ` 외 ${format.number(more)}명` : ''}`;

/** What frames need, too. */
const base: BaseMessages = {
  app: {
    title: '밸런싱 액트',
    question: '내 로그인은 어디로 갔을까요?',
    close: '닫기',
    openFull: '전체 페이지로 열기',
  },

  notice: {
    title: '링크에 쓸 수 없는 부분이 있어요',
    dismiss: '알림 닫기',
    unknownLanguage: (p) =>
      `‘${p.value}’ 언어로 된 페이지는 없어요. 고를 수 있는 언어: ${format.list(p.expected)}.`,
    badValue: (p) =>
      `‘${p.name}’에 ‘${p.value}’ 값이 들어 있어서 기본값을 대신 썼어요. 올바른 값: ${p.expected}.`,
    badActions: (p) =>
      `‘do’에 모르는 동작이 있어서 빼고 열었어요: ${p.values.map((value) => `‘${value}’`).join(', ')}. 동작은 ‘8000~kill~A’처럼 밀리초로 쓴 시각과 다음 중 하나로 적어요: ${p.words.join(', ')}.`,
    unfetched: '필요한 파일을 받지 못해서 바뀐 것이 없어요.',
    unfetchedHelp: '인터넷 연결을 확인하고 같은 동작을 다시 해 보세요.',
    crashed: '페이지에 문제가 생겼어요.',
    crashedHelp: '지금까지 한 조작은 이 링크에 담겨 있어요. 열면 이어서 할 수 있어요:',
  },

  names: ['유나', '민호', '소라', '준', '한나', '테오', '이네스', '오마르'],

  people: {
    title: '사용자',
    crowd: (p) => `그 외 ${format.number(p.count)}명`,
    visitors: '비로그인 방문자',
    visitorsRate: (p) => `초당 ${format.number(p.perSecond)}명`,
    loggedIn: (p) => `${format.number(p.of)}명 중 ${format.number(p.count)}명 로그인`,
    number: (p) => `${format.number(p.number)}번 사용자`,
    someone: '방문자',
    notYet: '아직 로그인 전',
    hasLoggedOut: '로그아웃함',
    sessionOn: (p) => `${p.place}에 세션 있음`,
    menu: (p) => `${p.name}에게 할 일`,
    action: {
      logOut: '로그아웃',
      logOutHelp: '하던 일이 끝나면 바로 로그아웃해요.',
      replay: '복사한 쿠키 쓰기',
      replayHelp: '다른 사람이 마지막 로그아웃 전의 쿠키를 보내요.',
      replayNowHelp: '다른 사람이 지금 쓰는 쿠키를 보내요.',
    },
    lost: '세션 사라짐',
    refused: '로그인 풀림',
    left: '포기하고 떠남',
    cart: (p) => (p.count === 0 ? '장바구니 비어 있음' : `장바구니 ${format.number(p.count)}개`),
    cartHelp: (p) => `장바구니에 ${format.number(p.count)}개`,
    waiting: (p) => `${format.duration(p.ms)}째 대기 중`,
    forced: (p) => `다시 로그인 ${format.number(p.count)}번`,
    describe: (p) => `${p.name}: ${p.status}, ${p.cart}, ${p.forced}`,
    record: (p) =>
      `${p.place}에 있는 ${p.name}의 세션${p.cart > 0 ? `, 장바구니 ${format.number(p.cart)}개` : ''}`,
    emptyRecord: (p) => `${p.place}에 있는 ${p.name}의 빈 세션, 로그인 안 됨`,
    emptyRecordHelp: '모르는 쿠키를 받은 서버가 만든 빈 세션이에요. 이 세션으로 로그인한 사람은 없어요.',
    recordsIn: (p) => `${p.place}에 있는 세션`,
  },

  balancer: {
    title: '밸런서',
    sends: (p) =>
      p.servers.length === 0 ? '요청을 보낼 서버가 없어요.' : `${format.list(p.servers)}에 요청을 보내요.`,
    boundHelp: (p) => `${p.server}에 고정된 사용자 ${format.number(p.count)}명`,
    menu: '밸런서 조작',
    kill: '밸런서 강제 종료',
    killHelp: '모든 연결이 끊겨요.',
    restart: '밸런서 다시 켜기',
    restartHelp: '기억하던 것은 모두 사라졌어요.',
    pair: '밸런서 한 대 더 두기',
    pairHelp: '대기하다가, 첫 번째가 죽으면 주소를 이어받아요.',
    single: '한 대만 남기기',
    singleHelp: '대신 이어받을 밸런서가 없어져요.',
    state: { down: '다운', takesOver: '이어받는 중', standby: '한 대 대기 중', alone: '한 대 다운' },
  },

  policy: {
    label: '서버를 고르는 방식',
    family: { turns: '차례대로', load: '부하를 보고', chance: '무작위로', hash: '해시로' },
    'round-robin': { name: '라운드 로빈', help: '목록 순서대로 한 번씩 돌아가며 보내요.' },
    'weighted-round-robin': {
      name: '가중 라운드 로빈',
    },
    'weighted-round-robin-haproxy': {
      name: '가중 라운드 로빈(HAProxy)',
      short: '가중 RR(HAProxy)',
    },
    'least-connections': {
      name: '최소 연결',
      help: '처리 중인 요청이 가장 적은 서버로 보내요. nginx처럼 같으면 돌아가며 보내요.',
    },
    'least-connections-haproxy': {
      name: '최소 연결(HAProxy)',
      short: '최소 연결(HAProxy)',
    },
    'least-connections-envoy': {
      name: '최소 요청(Envoy)',
    },
    'least-time': {
      name: '최소 시간',
    },
    random: { name: '무작위', help: '아무 서버나 골라서 보내요.' },
    'power-of-two-choices': {
      name: '둘 중 선택(P2C)',
    },
    'power-of-two-choices-haproxy': {
      name: '둘 중 선택(HAProxy)',
    },
    'power-of-two-choices-envoy': {
      name: '둘 중 선택(Envoy)',
    },
    'peak-ewma': {
      name: '피크 EWMA',
    },
    'ip-hash': {
      name: 'IP 해시',
    },
    'hash-modulo': {
      name: '나머지 해싱',
    },
    'consistent-hashing': {
      name: '일관된 해싱',
    },
    'bounded-load-hashing': {
      name: '부하 제한 해싱',
    },
    'rendezvous-hashing': {
      name: '랑데부 해싱',
    },
    'maglev-hashing': {
      name: '매글레브 해싱',
    },
  },

  strategy: {
    label: '세션 보관 방식',
    token: {
      name: '서명된 토큰',
      short: '토큰',
      help: '세션을 쿠키에 담아 둬요. 물어볼 필요가 없는 대신 취소하기 어려워요.',
    },
    memory: { name: '각 서버의 메모리', short: '메모리', help: '빠르고 단순해요. 다른 서버는 몰라요.' },
    sticky: { name: '메모리 + 스티키 라우팅', short: '스티키', help: '같은 사용자를 같은 서버로 보내요.' },
    replicated: {
      name: '모든 서버에 복제',
      short: '복제',
      help: '어느 서버로 가도 로그인이 유지돼요. 대신 바뀔 때마다 다른 서버 모두에 알려야 해요.',
    },
    shared: {
      name: '공유 저장소',
      short: '공유 저장소',
      help: '어느 서버로 가도 로그인이 유지돼요. 대신 매번 저장소를 거치고, 저장소도 고장 날 수 있어요.',
    },
  },

  server: {
    title: '서버',
    name: (p) => `서버 ${p.name}`,
    state: {
      starting: '시작 중',
      up: '정상',
      draining: '드레인 중',
      restarting: '마무리 후 재시작',
      removing: '마무리 후 제거',
      down: '다운',
      hung: '응답 없음',
      removed: '제거됨',
      resizing: '사양 변경 중',
    },
    brief: {
      up: '제외',
      draining: '드레인',
      restarting: '마무리',
      removing: '제거 중',
      hung: '무응답',
      resizing: '변경 중',
    },
    unnoticed: '밸런서는 아직 모름',
    unnoticedShort: '아직 모름',
    outOfRotation: '분배 제외',
    checks: (p) => `헬스 체크 ${format.number(p.count)}/${format.number(p.of)}`,
    ready: (p) => `${format.duration(p.inMs)} 뒤 준비 완료`,
    load: (p) => `부하 ${format.percent(p.share, 0)}`,
    queue: (p) => `대기 ${format.number(p.count)}건`,
    shelf: '세션 메모리',
    shelfLost: '세션 메모리, 사라짐',
    leftovers: (p) => `안 쓰는 세션 ${format.number(p.count)}개`,
    leftoversHelp: '주인이 다른 곳에서 다시 로그인해 아무도 쓸 수 없는 세션이에요. 메모리만 차지해요.',
    loadHelp: '최근 2초 동안 워커가 일한 시간의 비율이에요.',
    more: (p) => `+${format.number(p.count)}`,
    sessionsOf: (p) =>
      `${p.people.length === 0 && !(p.more > 0) ? '사용 중인 세션 없음' : `${peopleAndMore(p.people, p.more)}의 세션`}${
        p.leftovers > 0 ? `, 주인이 없어 아무도 못 쓰는 세션 ${format.number(p.leftovers)}개` : ''
      }.`,
    size: (p) => `${p.size} · vCPU ${format.number(p.vcpus)}개`,
    describe: (p) => `${p.name}: ${p.state}, ${p.load}, ${p.queue}. ${p.sessions}`,
    menu: (p) => `${p.name} 조작`,
    hidden: (p) => `그리지 않은 서버 ${format.number(p.count)}대 더 있음`,
    action: {
      kill: '강제 종료',
      killHelp: '프로세스가 바로 죽어요.',
      hang: '응답 멈춤',
      hangHelp: '처리도 거절도 하지 않고 가만히 있어요.',
      restart: '재시작',
      restartHelp: '바로 멈췄다가 다시 시작해요.',
      start: '다시 켜기',
      startHelp: '메모리가 빈 채로 켜져요.',
      graceful: '마무리 후 재시작',
      gracefulHelp: '처리 중인 요청을 끝내고 재시작해요.',
      drain: '드레인',
      drainHelp: '새 사용자는 받지 않아요. 스티키 라우팅이면 고정된 사용자만 계속 와요.',
      resume: '드레인 해제',
      resumeHelp: '새 사용자를 다시 받아요.',
      remove: '제거',
      removeHelp: '처리 중인 요청을 끝내고 빠져요.',
      resize: '사양 변경…',
      resizeHelp: '바로 멈추고 다른 머신으로 옮겨요.',
      size: (p) =>
        `vCPU ${format.number(p.vcpus)}개 · 메모리 ${format.number(p.memoryGiB)}GiB · 시간당 ${format.money(p.usdPerHour)}`,
      ceiling: '가장 큰 머신이에요. 이보다 큰 건 빌릴 수 없어요.',
    },
  },

  store: {
    title: '세션 저장소',
    the: '저장소',
    name: (p) => `저장소 ${format.number(p.number)}`,
    unused: '사용 안 함',
    up: '정상',
    down: '다운',
  },

  controls: {
    addServer: '서버 추가',
    serversMany: (p) => `서버 ${format.number(p.count)}대`,
  },

  transport: {
    title: '시간',
    play: '재생',
    pause: '일시 정지',
    toStart: '맨 앞으로',
    stepBack: '이전 이벤트',
    stepForward: '다음 이벤트',
    speed: '재생 속도',
    speedValue: (p) =>
      p.speed === 1
        ? '실제 속도'
        : p.speed < 1
          ? `1/${format.number(Math.round(1 / p.speed))}배속`
          : p.speed < Number.POSITIVE_INFINITY
            ? `${format.number(p.speed)}배속`
            : '최대한 빠르게',
    behind: '따라잡는 중…',
    shortcuts: '스페이스바로 재생하거나 멈추고, ←와 → 키로 이벤트를 하나씩 넘겨요.',
  },

  timeline: {
    title: '타임라인',
    label: '재생 위치',
    value: (p) => `시뮬레이션 시간 ${format.clock(p.of)} 중 ${format.clock(p.at)}`,
    ok: '정상 처리',
    refused: '로그인 풀림',
    failed: '실패',
    perSecond: '초당 응답 수',
    mark: {
      'add-server': '+ 서버',
      'kill-server': (p) => `✕ ${p.server}`,
      'hang-server': (p) => `${p.server} 무응답`,
      'restart-server': (p) => `↻ ${p.server}`,
      'restart-gracefully': (p) => `↻ ${p.server} 마무리 후`,
      'drain-server': (p) => `${p.server} 드레인`,
      'resume-server': (p) => `${p.server} 복귀`,
      'resize-server': (p) => `${p.server} 사양 변경`,
      deploy: '배포',
      'remove-server': (p) => `− ${p.server}`,
      'set-strategy': (p) => p.strategy,
      'set-policy': (p) => p.policy,
      'set-think-time': '클릭 빈도',
      'set-visitors': '방문자',
      set: (p) => `${p.setting} 변경`,
      'log-out': (p) => `${p.person} 로그아웃`,
      'replay-cookie': (p) => `${p.person} 복사본`,
    },
  },

  numbers: {
    title: '숫자',
    window: (p) => `최근 ${format.duration(p.ms)} 동안`,
    none: '–',
    served: '로그인한 사용자의 요청 성공률',
    refused: '로그인 풀림(401)',
    failed: '실패(5xx, 응답 없음)',
    p95: '정상 응답 시간(p95)',
    rate: (p) => `초당 ${format.number(p.perSecond, 1)}건`,
    percent: (p) => format.percent(p.share, 0),
    duration: (p) => format.duration(p.ms),
  },

  summary: {
    title: '지금 상황',
    memoryOne: (p) =>
      p.sessions === 0
        ? `${withJosa(p.server, '이/가')} 세션을 모두 자기 메모리에 보관해요.`
        : `${withJosa(p.server, '이/가')} 세션 ${format.number(p.sessions)}개를 메모리에 갖고 있어요.`,
    memoryMany: (p) => `서버가 ${format.number(p.servers)}대예요. 서버마다 자기가 처리한 로그인만 알아요.`,
    memoryHashed: (p) =>
      `서버가 ${format.number(p.servers)}대예요. 로그인은 서버마다 따로 있고, 누가 어느 서버로 갈지는 해시가 정해요.`,
    sticky: (p) =>
      `서버가 ${format.number(p.servers)}대예요. 밸런서는 사용자를 늘 자기 세션이 있는 서버로 보내요.`,
    deploying: (p) =>
      `버전 ${p.version} 배포 중이에요. 서버 ${format.number(p.of)}대 중 ${format.number(p.done)}대를 마쳤어요.`,
    noServer: '켜져 있는 서버가 없어요.',
    noRotation: '요청을 보낼 수 있는 서버가 없어서 모두 실패해요.',
    failing: (p) => `방금 요청 ${format.number(p.count)}건이 실패했어요.`,
    fine: '로그인이 풀린 사람은 없어요.',
    waiting: (p) => `${format.number(p.count)}명이 응답을 오래 기다리고 있어요.`,
    refusing: (p) => `쿠키는 모두 유효한데 방금 로그인이 ${format.number(p.count)}번 풀렸어요.`,
    stale: (p) => `방금 ${withJosa(p.person, '이/가')} 옛 장바구니를 봤어요.`,
    impostor: (p) => `다른 사람이 ${withJosa(p.person, '으로/로')} 로그인돼 있어요.`,
    unnoticed: (p) => `${withJosa(p.server, '이/가')} 응답하지 않는데, 밸런서는 아직 몰라요.`,
    serverOut: (p) => `${withJosa(p.server, '은/는')} 분배 대상에서 빠졌어요.`,
    try: '이렇게 해보세요:',
    tryPlay: '재생하기',
    tryAdd: '서버 추가하기',
    trySticky: '스티키 라우팅 켜기',
    tryKill: (p) => `${p.server} 강제 종료하기`,
    tryShared: '세션을 공유 저장소로 옮기기',
    tryResume: (p) => `${p.server} 드레인 해제하기`,
    tryStart: (p) => `${p.server} 다시 켜기`,
  },

  why: {
    head: {
      noRecord: (p) => `401: ${withJosa(p.server, '은/는')} ${withJosa(p.person, '을/를')} 몰라요`,
      expired: (p) => `401: ${p.person}의 세션이 만료됐어요`,
      emptySession: (p) => `401: ${p.person}의 세션이 비어 있어요`,
      unknownKey: (p) => `401: ${withJosa(p.server, '은/는')} ${p.person}의 쿠키를 믿지 못해요`,
      impostor: (p) => `200: 다른 사람이 ${withJosa(p.person, '으로/로')} 로그인돼 있어요`,
      staleCart: (p) => `200: ${withJosa(p.person, '이/가')} 옛 장바구니를 봤어요`,
      copyRefused: (p) => `401: 복사한 ${p.person}의 쿠키는 쓸모가 없어요`,
      noCookie: (p) => `401: ${withJosa(p.person, '이/가')} 쿠키 없이 왔어요`,
      noServer: (p) => `${p.status}: 보낼 서버가 없어요`,
      unreachable: (p) => `${p.status}: 응답하는 서버가 없어요`,
      queueFull: (p) => `503: ${p.server}의 대기열이 꽉 찼어요`,
      queuedTooLong: (p) => `${p.status}: ${p.server}의 대기열에서 너무 오래 기다렸어요`,
      serverDied: (p) => `502: ${p.person}의 요청을 처리하다가 ${withJosa(p.server, '이/가')} 죽었어요`,
      tooSlow: (p) => `504: ${p.server}의 응답이 너무 늦어요`,
      gaveUp: (p) => `${withJosa(p.person, '이/가')} 기다리다 포기했어요`,
    },
    body: {
      elsewhere: (p) => `쿠키는 유효해요. 세션은 ${p.place}에 있어요.`,
      killed: (p) => `쿠키는 유효해요. ${withJosa(p.place, '이/가')} 죽으면서 세션도 사라졌어요.`,
      restarted: (p) => `쿠키는 유효해요. ${withJosa(p.place, '이/가')} 재시작하면서 세션을 잊었어요.`,
      resized: (p) =>
        `쿠키는 유효해요. ${withJosa(p.place, '이/가')} 다른 머신으로 옮겨 가면서 세션을 잊었어요.`,
      removed: (p) => `쿠키는 유효해요. ${withJosa(p.place, '이/가')} 제거되면서 세션도 사라졌어요.`,
      gone: '쿠키는 유효해요. 세션은 이제 없어요.',
      expired: '유효 시간이 지났어요.',
      emptySession: '쿠키는 유효해요. 그런데 쿠키가 가리키는 세션에는 로그인한 사람이 없어요.',
      overwritten: (p) => `${withJosa(p.place, '이/가')} 세션을 몰라서 쿠키를 빈 세션으로 덮어썼어요.`,
      unknownKey: '이 서버가 받아들이지 않는 키로 서명돼 있어요.',
      staleCart: (p) => `${format.number(p.seen)}개 중에 ${format.number(p.shown)}개만 남아 있어요.`,
      impostor: '복사한 쿠키는 쿠키와 똑같이 쓰여요.',
      noCookie: '쿠키가 없으면 누구인지 알 수 없어요.',
      noServer: '모든 서버가 분배 대상에서 빠졌어요.',
      unreachable: (p) => `모두 연결에 실패했어요: ${format.list(p.tried)}`,
      queueFull: '이미 너무 많은 요청이 기다리고 있어요.',
      queuedTooLong: '대기열에서 기다릴 수 있는 시간을 넘겨서 밸런서가 포기했어요.',
      serverDied: '처리가 끝나기 전에 죽어서 응답을 보내지 못했어요.',
      tooSlow: '밸런서가 기다리다 포기했어요.',
      gaveUp: '서버는 이 사실을 모르고, 받을 사람 없는 일을 계속해요.',
    },
    happened: {
      added: (p) => `${withJosa(p.server, '을/를')} 켜는 중이에요.`,
      up: (p) => `${withJosa(p.server, '이/가')} 켜졌어요.`,
      draining: (p) => `${withJosa(p.server, '은/는')} 이제 새 사용자를 받지 않아요.`,
      restarting: (p) => `${withJosa(p.server, '은/는')} 처리 중인 요청을 끝내고 재시작해요.`,
      removing: (p) => `${withJosa(p.server, '은/는')} 처리 중인 요청을 끝내고 빠져요.`,
      down: (p) => `${withJosa(p.server, '이/가')} 죽었어요.`,
      hung: (p) => `${withJosa(p.server, '이/가')} 응답을 멈췄어요.`,
      removed: (p) => `${withJosa(p.server, '이/가')} 제거됐어요.`,
      resizing: (p) => `${withJosa(p.server, '을/를')} 멈추고 다른 머신으로 옮겨요.`,
      deploying: (p) => `버전 ${p.version} 배포를 시작해요. 서버를 차례로 재시작해요.`,
      deployed: (p) => `모든 서버에 버전 ${p.version} 배포를 마쳤어요.`,
      out: (p) => `이제 밸런서가 ${p.server} 쪽으로는 요청을 보내지 않아요.`,
      in: (p) => `이제 밸런서가 ${p.server}에도 요청을 보내요.`,
      lost: (p) => `${p.server}의 메모리에 있던 세션 ${format.number(p.count)}개가 사라졌어요.`,
      left: (p) => `${withJosa(p.person, '이/가')} 포기하고 떠났어요.`,
      strategy: (p) => `세션 보관 방식이 ${withJosa(`‘${p.strategy}’`, '으로/로')} 바뀌었어요.`,
      policy: (p) => `이제 밸런서가 ${p.policy} 방식으로 서버를 골라요.`,
      think: (p) => `이제 사용자는 응답을 받고 약 ${format.duration(p.ms)} 뒤에 클릭해요.`,
      visitors: (p) =>
        p.perSecond === 0
          ? '이제 비로그인 방문자가 오지 않아요.'
          : `이제 비로그인 방문자가 초당 ${format.number(p.perSecond)}명 와요.`,
      loggingOut: (p) => `${withJosa(p.person, '이/가')} 곧 로그아웃해요.`,
      replayed: (p) => `누군가 ${p.person}의 쿠키 복사본을 보내요.`,
      setting: (p) => `설정을 바꿨어요. ${p.setting}: ${p.value}.`,
      ignored: '지금은 눌러도 달라지는 것이 없어요.',
    },
  },

  status: {
    playing: (p) => `${withJosa(p.speed, '으로/로')} 재생 중이에요.`,
    paused: (p) => `${p.at}에서 멈췄어요.`,
  },

  lesson: {
    step: (p) => `${format.number(p.of)}단계 중 ${format.number(p.number)}단계`,
    next: '다음 단계',
    previous: '이전 단계',
    again: '다시 보기',
    leave: '여기서부터 직접 해보기',
    keys: '화살표 키나 Page Up, Page Down 키로도 넘길 수 있어요.',
    done: '이야기는 여기까지예요. 이제 직접 해보세요.',
  },
};

export const ko: BasicMessages = mergeMessages(base, pageKo);
