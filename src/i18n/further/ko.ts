import { createFormat } from '../format.ts';
import { withJosa } from '../josa.ts';
import type { FurtherMessages } from './types.ts';

const format = createFormat('ko');

export const furtherKo: FurtherMessages = {
  people: {
    seesOther: (p) => `${p.other}의 페이지가 보임!`,
    tokenHelp: (p) =>
      `서명된 세션이 이 쿠키 안에 통째로 들어 있어요. 요청마다 ${format.number(p.bytes)}바이트예요.`,
    sessionOnMany: (p) => `서버 ${format.number(p.count)}대에 세션 있음`,
    sessionInStore: '저장소에 세션 있음',
    sessionInToken: '세션을 직접 지님',
    short: {
      sessionOnMany: (p) => `${format.number(p.count)}대에 세션 있음`,
      sessionInStore: '저장소에 있음',
      sessionInToken: '토큰을 지님',
    },
  },
  policy: {
    'weighted-round-robin': {
      help: '돌아가며 보내되 가중치가 큰 서버에 더 자주 보내요. 여기서는 가중치가 모두 같아요.',
    },
    'weighted-round-robin-haproxy': {
      help: '가중치가 큰 서버에 더 자주, HAProxy의 순서대로 보내요. 돌아온 서버는 차례를 조금 더 기다려요.',
    },
    'least-connections-haproxy': {
      help: '처리 중인 요청이 가장 적은 서버로 보내요. 같으면 그 수가 가장 오래 그대로였던 서버예요.',
    },
    'least-connections-envoy': { help: '처리 중인 요청이 가장 적은 서버로 보내요. 같으면 무작위로 골라요.' },
    'least-time': {
      help: '그동안 걸린 응답 시간으로 따져 가장 빨리 끝낼 서버로 보내요. nginx의 방식이에요.',
    },
    'power-of-two-choices': {
      help: '무작위로 서로 다른 두 대를 뽑아 덜 바쁜 쪽으로 보내요. nginx의 방식이에요.',
    },
    'power-of-two-choices-haproxy': {
      help: '두 번 뽑아 덜 바쁜 쪽으로 보내요. 같은 서버가 또 뽑히기도 해요. 같으면 최근에 덜 쓰인 쪽이에요.',
    },
    'power-of-two-choices-envoy': {
      help: '두 번 뽑아 덜 바쁜 쪽으로 보내요. 같은 서버가 또 뽑히기도 해요. 같으면 먼저 뽑힌 쪽이에요.',
    },
    'peak-ewma': { help: '무작위로 두 대를 뽑아, 최근 응답 시간을 보고 더 빨리 답할 쪽으로 보내요.' },
    'ip-hash': { help: 'IP 주소로 서버를 정해요. 주소가 같으면 모두 같은 서버로 가요.' },
    'hash-modulo': { help: '키의 해시를 나눈 나머지로 정해요. 서버가 하나 늘면 거의 모두 자리를 옮겨요.' },
    'consistent-hashing': {
      help: '해시 링에서 키가 놓인 자리로 정해요. 서버가 늘어도 그 서버의 몫만 옮겨 가요.',
    },
    'bounded-load-hashing': { help: '같은 해시 링을 쓰되, 제 몫보다 많이 맡은 서버는 건너뛰어요.' },
    'rendezvous-hashing': { help: '키마다 서버들이 늘 같은 번호를 뽑아요. 가장 큰 번호가 맡아요.' },
    'maglev-hashing': { help: '65,537칸짜리 표를 한 번 찾아봐요. 칸은 서버마다 똑같이 나눠 가져요.' },
  },
  server: { slow: (p) => `제 몫의 ${format.percent(p.share, 0)}` },
  store: {
    role: { leads: '리더', 'leads-alone': '고립된 리더', follows: '복제본', peer: '정상' },
    menu: '저장소 조작',
    menuOf: (p) => `${p.name} 조작`,
    addShard: '샤드 추가',
    addShardHelp: {
      modulo: '거의 모든 세션을 다른 샤드에서 찾게 돼요.',
      consistent: '새 샤드의 몫만큼만 찾는 곳이 바뀌어요.',
      slots: '슬롯을 나눠 받고, 그 안의 세션도 함께 옮겨 와요.',
    },
    cut: '네트워크 끊기',
    cutHelp: '두 존 사이로 아무것도 오가지 못해요.',
    heal: '네트워크 복구',
    healHelp: '두 존이 다시 연결돼요.',
    kill: '저장소 강제 종료',
    killHelp: '모든 세션을 잊어버려요.',
    killHelpDisk: '아직 디스크에 저장하지 않은 내용을 잊어버려요.',
    restart: '저장소 다시 켜기',
    restartHelp: '텅 빈 채로 돌아와요.',
    restartHelpDisk: '디스크에 저장된 내용을 되찾아 돌아와요.',
    revoked: (p) => `취소된 토큰 ${format.number(p.count)}개`,
  },
  zones: {
    name: (p) => `${p.number}번 존`,
    told: (p) => `${p.zone}: ${p.all}.`,
    cut: '두 존 사이의 네트워크가 끊겨 있어요.',
    cutShort: '끊김',
  },
  cdn: {
    fromHere: '여기서 응답',
    keeps: {
      files: '파일만 보관해요.',
      'public-pages': '파일과, 누구에게나 똑같은 페이지를 보관해요.',
      'all-pages': '로그인한 사람의 페이지까지 모두 보관해요.',
    },
    told: (p) =>
      `요청 ${format.number(p.asked)}건 가운데 ${format.number(p.hits)}건을 여기서 응답했고, ${format.number(p.fetches)}건은 서버에서 받아 왔어요.`,
    menu: 'CDN 조작',
    purge: '캐시 비우기',
    purgeHelp: '모두 서버에서 새로 받아 와야 해요.',
  },
  controls: {
    keys: '토큰에 서명하는 키',
    rotateKeys: '새 키',
    rotateKeysHelp: '예전 키도 아직 받아들여요.',
    replaceKeys: '키 교체',
    replaceKeysHelp: '예전 키로 서명한 것은 더는 받아들이지 않아요.',
    autoscaler: (p) =>
      `오토스케일러가 부하를 ${format.percent(p.target, 0)} 가까이 맞추면서 ${format.number(p.least)}~${format.number(p.most)}대를 유지해요.`,
  },
  timeline: {
    mark: {
      'purge-cache': '캐시 비움',
      'kill-store': '✕ 저장소',
      'restart-store': '↻ 저장소',
      'add-shard': '+ 샤드',
      'rotate-keys': '새 키',
      'kill-balancer': '✕ 밸런서',
      'restart-balancer': '↻ 밸런서',
      partition: '네트워크 끊김',
      heal: '네트워크 복구',
    },
  },
  summary: {
    replicated: (p) =>
      `서버가 ${format.number(p.servers)}대예요. 모든 세션이 서버마다 복사돼서, 바뀔 때마다 ${format.number(Math.max(0, p.servers - 1))}번 알려야 해요.`,
    shared: (p) =>
      `서버가 ${format.number(p.servers)}대예요. 누가 로그인했는지는 모두 세션 저장소에 물어봐요.`,
    token: (p) =>
      `서버가 ${format.number(p.servers)}대예요. 서명된 세션이 사용자의 쿠키에 있어서 아무 데도 물어볼 필요가 없어요.`,
    storeDown: '저장소가 응답하지 않아요. 요청은 저장소를 기다리다가 실패해요.',
    storeFailsOver: (p) => `${format.duration(p.inMs)} 뒤 복제본이 이어받을 때까지 저장소가 응답하지 않아요.`,
    tryWaitForCopy: '복제본이 이어받는 순간으로 가기',
    othersPage: (p) => `${withJosa(p.person, '이/가')} ${p.other}의 페이지를 보고 있어요.`,
    tryKeepLess: 'CDN에 공개 페이지만 보관하기',
    tryToken: '모두에게 서명된 토큰 주기',
    tryLogOut: (p) => `${withJosa(p.person, '을/를')} 로그아웃시키기`,
    tryReplay: (p) => `${p.person}의 옛 쿠키 복사본 쓰기`,
    tryRevocation: '취소한 토큰 목록을 저장소에 두기',
    noBalancer: '밸런서 주소에서 응답하는 곳이 없어요. 서버와 세션이 어떻든 어떤 요청도 지나가지 못해요.',
    tryStartBalancer: '밸런서 다시 켜기',
    cut: '두 존 사이의 네트워크가 끊겨 있어요.',
    tryCut: '두 존 사이의 네트워크 끊기',
    tryShard: '저장소에 샤드 추가하기',
    tryHeal: '네트워크 복구하기',
    tryKillStore: (p) => `${p.store} 강제 종료하기`,
    tryRestartStore: (p) => `${p.store} 다시 켜기`,
  },
  why: {
    head: {
      storeNoRecord: (p) => `401: ${withJosa(p.store, '은/는')} ${withJosa(p.person, '을/를')} 몰라요`,
      tokenExpired: (p) => `401: ${p.person}의 토큰이 만료됐어요`,
      revoked: (p) => `401: ${p.person}의 토큰은 취소됐어요`,
      cookieTooLarge: (p) => `500: ${p.person}의 세션이 쿠키에 다 들어가지 않아요`,
      balancerDied: (p) => `${p.person}의 연결이 끊겼어요`,
      balancerDown: (p) => `${withJosa(p.person, '이/가')} 접속하지 못했어요`,
      othersPage: (p) => `200: ${withJosa(p.person, '이/가')} ${p.other}의 장바구니를 보고 있어요`,
      storeDown: (p) => `500: ${withJosa(p.server, '이/가')} ${p.store}의 답을 받지 못했어요`,
      storeSlow: (p) => `500: ${withJosa(p.store, '이/가')} ${p.server}에 너무 늦게 답했어요`,
      storeRefused: (p) => `500: ${withJosa(p.store, '이/가')} ${p.server}에 오류로 답했어요`,
    },
    body: {
      elsewhereStore: (p) => `쿠키는 유효해요. 세션은 ${p.store}에 있어요.`,
      elsewhereToken: '세션은 토큰 안에 있지만, 이제 토큰을 읽는 서버가 없어요.',
      notCopiedHere: (p) => `쿠키는 유효해요. 세션이 아직 ${p.place}에 복사되지 않았어요.`,
      resharded: (p) => `쿠키는 유효해요. 세션은 ${p.from}에 있는데, 이제 ${p.store}에서 찾고 있어요.`,
      neverCopied: (p) =>
        `쿠키는 유효해요. ${withJosa(p.store, '이/가')} 이어받을 때 이 세션은 아직 복제되지 않았어요.`,
      notCopiedYet: (p) => `쿠키는 유효해요. 세션이 아직 ${p.store}에 복제되지 않았어요.`,
      storeKilled: (p) => `쿠키는 유효해요. ${withJosa(p.store, '이/가')} 죽으면서 세션을 잊었어요.`,
      copiedOver: '쿠키는 유효해요. 지금의 리더에는 이 세션이 없었어요.',
      overwrittenStore: '저장소에 세션이 없어서 쿠키를 빈 세션으로 덮어썼어요.',
      overwrittenToken: '토큰을 받아들이지 않은 서버가 빈 토큰으로 덮어썼어요.',
      tokenExpired: '토큰은 정해진 시간이 지나면 아무리 자주 썼어도 쓸모가 없어져요.',
      revoked: '토큰은 진짜지만, 취소한 토큰 목록에 올라 있어요.',
      cookieTooLarge: '장바구니에 든 것이 너무 많아요. 장바구니는 그대로예요.',
      balancerDied: '요청이 지나가던 중에 밸런서가 죽었어요.',
      balancerDown: '밸런서 주소에서 응답하는 곳이 없어서 어느 서버에도 닿지 못했어요.',
      othersPage: 'CDN이 한 사람에게 갈 페이지를 보관했다가 다른 사람에게 내줬어요.',
      storeDown: '지금은 누가 로그인했는지 확인할 수 없어서 오류로 답했어요.',
      storeRefused: '바뀐 내용을 저장하지 못해서 요청이 실패했어요.',
      evicted: '쿠키는 유효해요. 저장소가 꽉 차서, 다른 세션을 넣느라 이 세션을 버렸어요.',
      evictedHere: (p) =>
        `쿠키는 유효해요. ${p.place}의 메모리가 꽉 차서, 다른 세션을 넣느라 이 세션을 버렸어요.`,
      storeSlow: '저장소에 할 일이 너무 많이 밀려서, 서버가 기다리다 포기했어요.',
    },
    happened: {
      lostStore: (p) => `${p.store}에 있던 세션 ${format.number(p.count)}개가 사라졌어요.`,
      storeDown: (p) => `${withJosa(p.store, '이/가')} 죽었어요.`,
      storeLeads: (p) => `이제 ${p.from} 대신 ${withJosa(p.store, '이/가')} 리더예요.`,
      storeCopied: (p) => `${withJosa(p.store, '이/가')} ${p.from}의 내용을 통째로 복사했어요.`,
      logoutsUndone: (p) =>
        `로그아웃 ${format.number(p.count)}건이 없던 일이 됐어요. 그 세션은 다시 유효해요.`,
      shardAdded: (p) =>
        p.astray > 0
          ? `${withJosa(p.store, '이/가')} 새 샤드로 들어왔어요. 이제 세션 ${format.number(p.astray)}개를 엉뚱한 곳에서 찾게 돼요.`
          : `${withJosa(p.store, '이/가')} 새 샤드로 들어왔고, 세션 ${format.number(p.moved)}개가 옮겨 갔어요.`,
      keysRotated: '이제 새 키로 쿠키에 서명해요. 예전 키로 서명한 쿠키도 아직 받아들여요.',
      keysReplaced: '이제 새 키로 쿠키에 서명해요. 예전 키로 서명한 쿠키는 쓸모가 없어졌어요.',
      balancerDied: '밸런서가 죽어서 모든 연결이 끊겼어요.',
      standbyDied: '대기하던 밸런서가 죽었어요.',
      balancerBack: '밸런서가 돌아왔어요.',
      balancerLeads: (p) => `이제 ${format.number(p.number)}번 밸런서가 주소를 맡아요.`,
      networkCut: '두 존 사이의 네트워크가 끊겼어요.',
      networkMended: '두 존이 다시 연결됐어요.',
      storeUp: (p) =>
        p.records === 0
          ? `${withJosa(p.store, '이/가')} 텅 빈 채로 돌아왔어요.`
          : `${withJosa(p.store, '이/가')} 디스크에서 세션 ${format.number(p.records)}개를 되찾아 돌아왔어요.`,
      scaledOut: (p) => `오토스케일러가 서버를 ${format.number(p.to)}대로 늘려요.`,
      scaledIn: (p) => `오토스케일러가 서버를 ${format.number(p.to)}대로 줄여요.`,
    },
  },
};
