/** 설정의 이름과 한 문장 도움말. 용어는 ../glossary.md를 따라요. */
import type { SettingWords } from './types.ts';

export const ko: SettingWords = {
  people: {
    name: '사용자',
    help: '이름과 쿠키가 있는 사용자예요. 요청하고, 답을 기다리고, 잠시 생각한 뒤 다시 요청해요.',
  },
  'people.count': { name: '인원', help: '사용자가 몇 명인지 정해요.' },
  'people.think': {
    name: '생각하는 시간',
    help: '답을 받은 뒤 같은 사람이 다음 요청을 하기까지 걸리는 시간이에요.',
  },
  'people.retype': {
    name: '다시 로그인하는 시간',
    help: '로그인이 풀린 뒤 아이디와 비밀번호를 다시 입력하는 데 걸리는 시간이에요.',
  },
  'people.cartShare': {
    name: '장바구니 요청 비율',
    help: '로그인한 사용자의 요청 가운데 장바구니에 물건을 담는 요청의 비율이에요.',
  },
  'people.pagesPerVisit': {
    name: '로그아웃까지 보는 페이지',
    help: '로그인하고 로그아웃할 때까지 보는 페이지 수예요. 정하지 않으면 아무도 스스로 로그아웃하지 않아요.',
    none: '로그아웃하지 않음',
  },
  'people.sharedAddress': {
    name: '한 주소를 쓰는 비율',
    help: '한 사무실이나 한 통신사처럼 같은 IP 주소로 들어오는 사용자의 비율이에요.',
  },
  'people.leaveChance': {
    name: '포기할 확률',
    help: '로그인이 풀린 사용자가 아예 떠날 확률이에요. 실제로 잰 값이 없어서 가정이에요.',
  },

  'people.leaveAfter': {
    name: '떠나기까지 재로그인 수',
    help: '로그인이 풀려 다시 로그인한 횟수가 이만큼 쌓이면, 다음에 또 풀릴 때 떠나요. 실제로 잰 값이 없어서 가정이에요.',
    none: '떠나지 않음',
  },

  'people.script': {
    name: '대본',
    help: '쉬는 시간이나 선택 대신 미리 정해 둔 요청이에요. 순서는 상관없어요.',
    none: '대본 없음',
  },
  'people.script.at': {
    name: '시각',
    help: '요청을 보내는 시각이에요. 그때까지 앞선 답을 기다리고 있으면 답을 받은 뒤에 보내요.',
  },
  'people.script.user': { name: '누가', help: '요청하는 사용자예요. 0이 첫 번째 사용자예요.' },
  'people.script.ask': {
    name: '무엇을',
    help: '무엇을 요청할지 정해요. 정하지 않으면 그때 그 사용자가 하려던 일을 해요.',
    none: '사용자 마음대로',
  },

  visitors: {
    name: '비로그인 방문자',
    help: '로그인 없이 지나가는 방문자예요. 다른 사람이 답을 받든 말든 계속 와요.',
  },
  'visitors.perSecond': {
    name: '초당 방문',
    help: '1초에 평균 몇 번 요청하는지예요. 0이면 아무도 오지 않아요.',
  },
  'visitors.shape': {
    name: '몰려오는 모양',
    help: '‘서서히 늘어남’은 가장 많을 때까지 조금씩 늘고, ‘한꺼번에 몰림’은 단번에 몰려왔다 빠져요. ‘오르내림’은 하루처럼 오르내려요. 기록한 대로 재현할 수도 있어요.',
    choices: {
      constant: '늘 같은 만큼',
      ramp: '서서히 늘어남',
      spike: '한꺼번에 몰림',
      wave: '오르내림',
      rates: '기록한 방문 수대로',
      arrivals: '기록한 시각대로',
    },
  },
  'visitors.peakPerSecond': {
    name: '가장 많을 때 초당 방문',
    help: '방문자가 늘어날 때 초당 몇 명까지 늘어나는지예요.',
  },
  'visitors.begin': {
    name: '바뀌기 시작하는 때',
    help: '모양을 고른 뒤 방문자 수가 바뀌기 시작할 때까지 걸리는 시간이에요.',
  },
  'visitors.length': {
    name: '이어지는 시간',
    help: '서서히 늘어나는 시간, 몰려와 있는 시간, 또는 한 번 오르내리는 주기예요.',
  },
  'visitors.rates': {
    name: '기록한 방문 수',
    help: '언제부터 초당 몇 명이 왔는지 적은 기록이에요. 다음 기록이 나올 때까지 이어져요.',
    none: '기록 없음',
  },
  'visitors.rates.at': { name: '언제부터', help: '이 방문 수가 시작되는 시각이에요.' },
  'visitors.rates.perSecond': { name: '초당 방문', help: '그때부터 1초에 평균 몇 번 요청하는지예요.' },
  'visitors.arrivals': {
    name: '기록한 방문 시각',
    help: '방문자 한 명 한 명이 언제 왔는지 적은 기록이에요.',
    none: '기록 없음',
  },
  'visitors.arrivals.at': { name: '시각', help: '방문자가 페이지를 요청하는 시각이에요.' },

  patience: {
    name: '참을성',
    help: '응답이 늦거나 실패했을 때 사용자와 방문자가 어떻게 하는지 정해요.',
  },
  'patience.wait': {
    name: '기다리는 시간',
    help: '응답을 얼마나 기다리는지 정해요. 포기해도 서버는 받을 사람 없는 일을 계속해요.',
    none: '끝까지 기다림',
  },
  'patience.retries': {
    name: '다시 시도하는 횟수',
    help: '실패하거나 기다리다 포기한 뒤 같은 요청을 몇 번 더 보낼지 정해요.',
  },
  'patience.delay': { name: '다시 시도하기 전 간격', help: '처음 다시 시도하기 전에 쉬는 시간이에요.' },
  'patience.backoff': {
    name: '갈수록 길게 쉬기',
    help: '또 실패할 때마다 쉬는 시간을 두 배로 늘려요(지수 백오프).',
  },
  'patience.longestDelay': { name: '가장 긴 간격', help: '쉬는 시간은 이보다 길어지지 않아요.' },
  'patience.jitter': {
    name: '간격을 무작위로',
    help: '0부터 정해진 시간 사이에서 무작위로 쉬어서(지터) 한꺼번에 돌아오지 않게 해요.',
  },
  'patience.leaves': {
    name: '결국 떠나기',
    help: '마지막 시도까지 실패한 사용자는 아예 떠나요. 실제로 잰 값이 없어서 가정이에요.',
  },

  servers: {
    name: '서버',
    help: '처음에 있는 서버들이에요. 따로 정하지 않으면 모두 똑같아요.',
  },
  'servers.count': { name: '처음 서버 수', help: '시작할 때 서버가 몇 대인지 정해요.' },
  'servers.workers': { name: '워커', help: '서버 한 대가 동시에 처리하는 요청 수예요.' },
  'servers.queueLimit': {
    name: '대기열 크기',
    help: '서버 한 대에서 기다릴 수 있는 요청 수예요. 넘치면 503으로 돌려보내요.',
    none: '제한 없음',
  },
  'servers.speed': { name: '속도', help: '2로 하면 정해진 처리 시간보다 두 배 빨라요.' },
  'servers.weight': {
    name: '가중치',
    help: '가중치를 따지는 방식에서 요청을 나눠 받는 몫이에요. 0이면 그 서버에 고정된 사용자만 보내요.',
  },
  'servers.zone': {
    name: '존',
    help: '존이 둘일 때 서버가 있는 곳이에요.',
    none: '두 존에 번갈아 배치',
  },
  'servers.start': {
    name: '새로 켜지는 시간',
    help: '서버를 추가하라고 한 뒤 요청을 받기 시작할 때까지 걸리는 시간이에요.',
  },
  'servers.restart': {
    name: '재시작 시간',
    help: '프로세스가 끝난 뒤 다시 요청을 받기까지 걸리는 시간이에요.',
  },
  'servers.resize': {
    name: '사양 변경 시간',
    help: '사양을 바꾸려고 머신을 멈춘 뒤 다시 요청을 받기까지 걸리는 시간이에요.',
  },
  'servers.size': {
    name: '서버 사양',
    help: '서버로 쓰는 머신이에요. vCPU 수와 가격이 정해져요. 비워 두면 워커 수만큼 vCPU가 있는 머신이에요.',
    none: '워커마다 vCPU 하나',
  },
  'servers.vcpus': {
    name: 'vCPU 수',
    help: '머신의 프로세서 수예요. 동시에 계산하는 워커들이 나눠 써요.',
    none: '사양대로',
  },
  'servers.usdPerHour': {
    name: '서버 가격',
    help: '서버 한 대의 시간당 가격이에요. 단위는 미국 달러예요.',
    none: '사양대로',
  },
  'servers.warmUp': {
    name: '예열 시간',
    help: '프로그램이 막 켜진 뒤 평소보다 느린 시간이에요.',
  },
  'servers.coldSpeed': {
    name: '예열 전 속도',
    help: '막 켜졌을 때 평소 속도의 몇 배인지예요. 예열하는 동안 점점 빨라져요.',
  },
  'servers.each': {
    name: '서버마다 다르게',
    help: '서버마다 다른 점이에요. 서버 A부터 차례대로 적어요.',
  },

  autoscaler: {
    name: '오토스케일러',
    help: '바쁘면 서버를 늘리고 한가하면 줄여요. 쿠버네티스의 규칙을 따라요.',
  },
  'autoscaler.on': { name: '오토스케일러', help: '서버가 저절로 늘고 줄어요.' },
  'autoscaler.least': { name: '최소 서버 수', help: '서버를 이보다 적게 줄이지 않아요.' },
  'autoscaler.most': { name: '최대 서버 수', help: '서버를 이보다 많이 늘리지 않아요.' },
  'autoscaler.targetPercent': {
    name: '목표 부하',
    help: '일하는 워커의 비율을 몇 퍼센트로 맞출지 정해요.',
  },
  'autoscaler.tolerancePercent': {
    name: '허용 오차',
    help: '부하가 목표에서 이 퍼센트 안쪽이면 그대로 둬요.',
  },
  'autoscaler.period': { name: '확인 간격', help: '부하를 얼마나 자주 확인할지 정해요.' },
  'autoscaler.coolDown': {
    name: '축소 대기 시간',
    help: '이 시간 동안 서버를 늘릴 필요가 없었을 때만 서버를 줄여요.',
  },

  balancer: { name: '밸런서', help: '요청마다 어느 서버로 보낼지 고르는 곳이에요.' },
  'balancer.policy': { name: '고르는 방식', help: '서버를 어떻게 고를지 정해요.' },
  'balancer.hashKey': {
    name: '해시할 값',
    help: '무엇을 해시해서 서버를 정할지 골라요. 쿠키는 브라우저마다 다르고, 비로그인 방문자에게는 없어요.',
    choices: { user: '쿠키', address: 'IP 주소' },
  },
  'balancer.loadFactor': {
    name: '부하 상한(%)',
    help: '부하 제한 해싱에서 서버 한 대가 처리 중인 요청을 공평한 몫의 몇 %까지 맡을지 정해요.',
  },
  'balancer.serverNames': {
    name: '서버 이름',
    help: '밸런서 설정에 적힌 서버 이름을 순서대로 적어요. "10.0.0.1:8080"처럼요. 해시 링은 이 이름으로 만들어요.',
    none: '기본 이름',
  },
  'balancer.choices': {
    name: '뽑는 서버 수',
    help: '‘둘 중 선택’ 방식에서 요청마다 서버를 몇 번 뽑을지 정해요. HAProxy와 Envoy에서만 쓰이고, nginx는 늘 두 대를 뽑아요.',
  },
  'balancer.ewmaDecay': {
    name: '피크 EWMA의 기억',
    help: '피크 EWMA가 얼마나 천천히 잊을지 정해요. 이 시간이 지나면 옛 응답의 비중이 3분의 1쯤으로 줄어요.',
  },
  'balancer.ewmaStart': {
    name: '피크 EWMA의 초깃값',
    help: '아직 모르는 서버가 응답하는 데 얼마나 걸린다고 볼지 정해요.',
  },
  'balancer.health': { name: '헬스 체크', help: '서버가 죽거나 돌아온 것을 밸런서가 알아내는 방법이에요.' },
  'balancer.health.interval': { name: '간격', help: '검사 하나가 끝나고 다음 검사까지의 시간이에요.' },
  'balancer.health.timeout': { name: '제한 시간', help: '검사의 답을 얼마나 기다릴지 정해요.' },
  'balancer.health.fall': {
    name: '빼기까지 실패 수',
    help: '검사에 몇 번 연달아 실패하면 서버를 뺄지 정해요.',
  },
  'balancer.health.rise': {
    name: '넣기까지 성공 수',
    help: '검사에 몇 번 연달아 성공하면 서버를 다시 넣을지 정해요.',
  },
  'balancer.detection': {
    name: '서버 상태 파악',
    help: '밸런서가 서버 상태를 알아내는 다른 방법과, 모두 죽은 것 같을 때 하는 일이에요.',
  },
  'balancer.detection.checks': {
    name: '헬스 체크 시점',
    help: '앞선 검사가 끝난 뒤에 하거나(HAProxy), 앞선 결과와 상관없이 정해진 시각에 하거나(AWS, 쿠버네티스), 아예 하지 않아요(nginx).',
    choices: { 'after-each': '앞선 검사가 끝난 뒤', grid: '정해진 시각마다', off: '하지 않음' },
  },
  'balancer.detection.newcomers': {
    name: '새 서버',
    help: '새 서버가 뜨자마자 요청을 보내거나(HAProxy), 첫 검사를 통과한 뒤에 보내요(AWS, 쿠버네티스).',
    choices: { 'at-once': '바로 사용', checked: '검사한 뒤 사용' },
  },
  'balancer.detection.allDown': {
    name: '모두 죽은 것 같을 때',
    help: '아무 데도 보내지 않거나(HAProxy), 그래도 모두에게 보내 봐요(AWS).',
    choices: { none: '보내지 않음', all: '모두에게 보냄' },
  },
  'balancer.detection.maxFails': {
    name: '제외까지 실패한 요청 수',
    help: '요청이 이만큼 실패하면 한동안 그 서버로 보내지 않아요. nginx의 max_fails와 같고, 0이면 쓰지 않아요.',
  },
  'balancer.detection.failTimeout': {
    name: '제외하는 시간',
    help: '이 시간이 지나면 요청 하나를 보내서 돌아왔는지 알아봐요. nginx의 fail_timeout이고 초 단위로 세요.',
  },
  'balancer.retries': {
    name: '재시도',
    help: '연결이 거부되거나 답이 없을 때 몇 번 더 시도할지 정해요.',
    none: '서버 수만큼',
  },
  'balancer.retryTo': {
    name: '재시도할 서버',
    help: '‘다음 서버’는 아직 시도하지 않은 서버로 바로 보내요(nginx). ‘같은 서버’는 잠시 쉬었다가 같은 서버에 다시 보내요(HAProxy). ‘마지막만 다른 서버’는 다른 서버로 바로 보내되, 쿠키나 해시로 정해진 서버라면 마지막 시도만 다른 서버로 보내요(HAProxy의 option redispatch).',
    choices: { next: '다음 서버', same: '같은 서버', redispatch: '마지막만 다른 서버' },
  },
  'balancer.retryDelay': {
    name: '재시도 전 쉬는 시간',
    help: '연결을 거부한 서버에 다시 시도하기 전에 쉬는 시간이에요. 연결 제한 시간보다 길어지지는 않아요.',
  },
  'balancer.replay': {
    name: '다시 보내는 요청',
    help: '요청을 받은 서버가 죽거나 너무 늦을 때 다른 서버로 다시 보낼 요청이에요. nginx는 두 번 해도 괜찮은 페이지 요청만 다시 보내고, HAProxy는 다시 보내지 않아요.',
    choices: { none: '없음', idempotent: '페이지만' },
  },
  'balancer.connectTimeout': { name: '연결 제한 시간', help: '연결에 답이 없을 때 얼마나 기다릴지 정해요.' },
  'balancer.queueTimeout': {
    name: '대기열 제한 시간',
    help: '서버의 대기열에서 요청이 얼마나 기다리면 밸런서가 포기할지 정해요.',
    none: '응답을 기다리는 만큼',
  },
  'balancer.answerTimeout': {
    name: '응답 제한 시간',
    help: '밸런서가 서버의 응답을 얼마나 기다린 뒤 504로 답할지 정해요.',
    none: '끝까지 기다림',
  },
  'balancer.affinity': {
    name: '사용자를 묶는 방법',
    help: '스티키 라우팅에서 사용자를 서버에 묶는 방법이에요. 밸런서가 넣은 쿠키로 묶거나, 접속한 주소로 묶어요. 주소가 같으면 모두 한 서버로 가요.',
    choices: { cookie: '쿠키', address: '접속 주소' },
  },
  'balancer.affinityTimeout': {
    name: '주소를 기억하는 시간',
    help: '새 요청이 없을 때 그 주소를 어느 서버로 보냈는지 얼마나 기억할지 정해요.',
    none: '계속 기억',
  },
  'balancer.drain': {
    name: '드레인 시간',
    help: '나가거나 재시작하는 서버가 하던 일을 마무리할 수 있는 시간이에요.',
  },
  'balancer.slowStart': {
    name: '느린 시작',
    help: '분배 대상에 새로 들어온 서버는 가중치의 16분의 1만 받다가, 이 시간에 걸쳐 조금씩 늘어 다 받게 돼요. 가중치를 따지는 방식에서만 쓰여요.',
  },
  'balancer.count': {
    name: '밸런서 수',
    help: '두 대면 주소 하나를 나눠 써요. 한 대가 일하고 다른 한 대는 대기해요.',
  },
  'balancer.takeOver': {
    name: '이어받는 시간',
    help: '대기하던 밸런서가 다른 쪽이 죽은 것을 알아채고 주소를 넘겨받기까지 걸리는 시간이에요.',
  },

  'balancer.status': {
    name: '오류 코드',
    help: '서버의 응답을 받지 못했을 때 밸런서가 대신 답하는 코드예요.',
  },
  'balancer.status.refused': {
    name: '연결 거부',
    help: '마지막 시도가 거부됐을 때의 코드예요. HAProxy는 503, nginx와 AWS는 502로 답해요.',
  },
  'balancer.status.unanswered': {
    name: '연결 무응답',
    help: '마지막 시도에 아무도 답하지 않았을 때의 코드예요. HAProxy는 503, nginx와 AWS는 504로 답해요.',
  },
  'balancer.status.noServer': {
    name: '보낼 서버 없음',
    help: '요청을 보낼 서버가 하나도 없을 때의 코드예요. HAProxy와 AWS는 503, nginx는 502로 답해요.',
  },
  'balancer.status.queueTimeout': {
    name: '대기열 시간 초과',
    help: '대기열에서 너무 오래 기다렸을 때의 코드예요. HAProxy는 503으로 답해요.',
  },

  sessions: { name: '세션', help: '세션을 어디에 둘지 정해요.' },
  'sessions.strategy': {
    name: '보관 방식',
    help: '각 서버의 메모리에 두면 로그인을 처리한 서버만 알아요. 스티키 라우팅은 거기에 더해 늘 같은 서버로 보내요. 모든 서버에 복제하거나, 공유 저장소에 함께 물어보거나, 서명된 토큰에 담아 사용자의 쿠키에 둘 수도 있어요.',
  },
  'sessions.idle': {
    name: '유휴 만료',
    help: '이만큼 아무도 쓰지 않은 세션은 사라져요.',
    none: '만료 없음',
  },
  'sessions.lifetime': {
    name: '수명',
    help: '아무리 계속 써도, 로그인한 뒤 이만큼 지나면 세션이 끝나요.',
    none: '쓰는 동안 계속',
  },
  'sessions.copies': {
    name: '모든 서버에 복제',
    help: '서버마다 모든 세션의 복사본을 둘 때, 서버끼리 어떻게 알리는지 정해요.',
  },
  'sessions.copies.lag': {
    name: '복사본이 가는 시간',
    help: '바뀐 내용이 다른 서버에 닿기까지 걸리는 시간이에요.',
  },
  'sessions.copies.perCopy': {
    name: '복사본 하나의 비용',
    help: '복사본을 하나 보낼 때마다 워커가 쓰는 시간이에요.',
  },
  'sessions.copies.waits': {
    name: '다른 서버 기다리기',
    help: '다른 서버가 모두 복사본을 받은 뒤에 응답해요. 멈춘 서버가 있으면 3초 동안 모두 기다려요.',
  },
  'sessions.maxPerServer': {
    name: '서버 메모리에 들어가는 세션 수',
    help: '서버 한 대의 메모리에 들어가는 세션 수예요. 넘치면 가장 오래 쓰이지 않은 세션부터 버려요.',
    none: '제한 없음',
  },
  'sessions.secret': {
    name: '비밀 키',
    help: '서버가 쿠키에 서명할 때 쓰는 키예요. 서버가 모르는 키로 서명된 쿠키는 그 서버에서 쓸모가 없어요.',
    choices: { same: '모두 같은 키', own: '서버마다 다른 키' },
  },
  'sessions.size': { name: '세션 크기', help: '쿠키에 담을 때 세션이 차지하는 크기예요.' },
  'sessions.size.base': { name: '기본 크기', help: '장바구니가 빈 세션의 바이트 수예요.' },
  'sessions.size.item': {
    name: '물건 하나의 크기',
    help: '장바구니 물건 하나마다 늘어나는 바이트 수예요. 쿠키에는 4096바이트까지 들어가요.',
  },
  'sessions.token': { name: '토큰', help: '사용자의 쿠키에 담아 두는 세션이에요.' },
  'sessions.token.ttl': {
    name: '유효 시간',
    help: '토큰을 발급한 뒤 쓸 수 있는 시간이에요. 페이지를 볼 때마다 새 토큰을 받아요.',
    none: '제한 없음',
  },
  'sessions.token.revocation': {
    name: '토큰 취소',
    help: '로그아웃한 토큰을 저장소의 목록에 올릴지 정해요. 그러면 서버는 매번 목록을 확인해야 해요.',
    choices: { none: '하지 않음', list: '저장소에 목록 두기' },
  },
  'sessions.onMiss': {
    name: '모르는 쿠키가 오면',
    help: '쿠키가 가리키는 세션을 찾지 못했을 때, 거절하는 것 말고 무엇을 할지 정해요.',
    choices: {
      keep: '쿠키를 그대로 두기',
      replace: '빈 세션으로 덮어쓰기',
      adopt: '같은 번호로 빈 세션 만들기',
    },
  },

  store: { name: '세션 저장소', help: '공유 저장소를 쓸 때 모든 서버가 물어보는 곳이에요.' },
  'store.kind': {
    name: '저장소 종류',
    help: '장애가 났을 때 노드들이 하는 일이 달라요. Redis만 있으면 아무것도 안 하고, 센티널이 있으면 복제본이 리더를 이어받아요. Redis 클러스터에서는 여러 조각의 리더가 서로 지켜봐요. 일관성을 우선하면 과반이 모이지 않을 때 답하지 않고, 가용성을 우선하면 노드마다 가진 대로 답해요.',
    choices: {
      redis: 'Redis',
      'redis-sentinel': 'Redis와 센티널',
      'redis-cluster': 'Redis 클러스터',
      cp: '일관성 우선(etcd, Consul)',
      ap: '가용성 우선(Cassandra)',
    },
  },
  'store.shards': { name: '샤드 수', help: '세션을 몇 조각으로 나눠 둘지 정해요.' },
  'store.sharding': {
    name: '샤드를 찾는 방법',
    help: '해시의 나머지나 해시 링으로 찾아요. 클러스터는 대신 슬롯을 쓰고, 슬롯에 든 것도 함께 옮겨요.',
    choices: { modulo: '나머지 연산', consistent: '해시 링(일관된 해싱)' },
  },
  'store.replicas': {
    name: '복제본 수',
    help: '리더와 같은 세션을 가진 노드의 수예요. 리더는 빼고 세요.',
  },
  'store.lag': {
    name: '복제 지연',
    help: '답을 보낸 뒤, 바뀐 내용이 다른 노드에 닿기까지 걸리는 시간이에요.',
  },
  'store.minReplicas': {
    name: '쓰기에 필요한 복제본',
    help: '연결된 복제본이 이보다 적은 리더는 쓰기를 받지 않아요. 0이면 늘 받아요.',
  },
  'store.maxLag': {
    name: '연결이 끊긴 것으로 보기까지',
    help: '복제본이 이만큼 조용하면 연결된 복제본으로 치지 않아요.',
  },
  'store.sentinel': { name: '센티널', help: 'Redis와 센티널로 구성하면 저장소를 밖에서 지켜봐요.' },
  'store.sentinel.downAfter': {
    name: '다운으로 보기까지',
    help: '리더가 이만큼 조용하면 죽은 것으로 봐요.',
  },
  'store.sentinel.failover': {
    name: '이어받는 시간',
    help: '그 뒤 복제본이 리더가 되기까지 걸리는 시간이에요.',
  },
  'store.cluster': { name: '클러스터', help: 'Redis 클러스터에서는 리더들이 서로 지켜봐요.' },
  'store.cluster.nodeTimeout': {
    name: '노드 제한 시간',
    help: '노드가 이만큼 조용하면 죽은 것으로 봐요. 리더 대부분과 이만큼 끊긴 노드는 아무것도 답하지 않아요.',
  },
  'store.cluster.failover': {
    name: '이어받는 시간',
    help: '그 뒤 복제본이 리더가 되기까지 걸리는 시간이에요.',
  },
  'store.cluster.fullCoverage': {
    name: '전부 아니면 전무',
    help: '리더가 없는 조각이 하나라도 있으면 클러스터 전체가 멈춰요.',
  },
  'store.consensus': { name: '합의', help: '일관성을 우선하는 저장소에서는 노드들이 합의한 뒤에 답해요.' },
  'store.consensus.election': {
    name: '선출 시간',
    help: '리더가 없는 것을 알아채고 새로 뽑기까지 걸리는 시간이에요.',
  },
  'store.consensus.staleReads': {
    name: '오래된 읽기 허용',
    help: '아무 노드나 가진 대로 읽기에 답해도 돼요.',
  },
  'store.latency': {
    name: '지연 시간',
    help: '저장소에 명령을 보내고 답을 받는 데 걸리는 시간이에요. 차례를 기다리는 시간은 빼요.',
  },
  'store.perSecond': {
    name: '초당 명령 수',
    help: '저장소 노드 하나가 1초에 차례로 처리하는 명령의 수예요.',
    none: '제한 없음',
  },
  'store.timeout': {
    name: '기다리는 한도',
    help: '저장소가 답하지 않을 때 서버가 얼마나 기다린 뒤 500으로 답할지 정해요.',
  },
  'store.whenDown': {
    name: '다운됐을 때',
    help: '다운된 저장소에 보낸 명령이 답을 기다릴 때만큼 기다릴지, 바로 실패할지 정해요.',
    choices: { wait: '기다림', fail: '바로 실패' },
  },
  'store.maxSessions': {
    name: '담을 수 있는 세션 수',
    help: '저장소 노드 하나에 들어가는 세션의 수예요.',
    none: '제한 없음',
  },
  'store.whenFull': {
    name: '꽉 찼을 때',
    help: '더 받지 않고 로그인 요청에 오류로 답하거나(Redis의 noeviction), 가장 오래 쓰이지 않은 세션을 버려요(allkeys-lru).',
    choices: { refuse: '더 받지 않음', evict: '오래된 것부터 버림' },
  },
  'store.persistence': {
    name: '디스크 저장',
    help: '저장소가 죽었을 때 무엇이 남는지 정해요. 아무것도 안 남거나, 마지막 1초를 뺀 전부가 남거나(AOF), 마지막 스냅숏만 남아요(RDB).',
    choices: { none: '안 함', aof: '모든 변경(AOF)', rdb: '스냅숏(RDB)' },
  },

  files: {
    name: '페이지에 딸린 파일',
    help: '이미지처럼 페이지에 함께 필요한 파일이에요. 누구에게나 같고 로그인이 필요 없어요.',
  },
  'files.perPage': {
    name: '페이지당 파일 수',
    help: '페이지가 도착하면 한꺼번에 요청하는 파일 수예요.',
  },
  'files.count': { name: '파일 종류', help: '서로 다른 파일이 몇 개인지 정해요.' },
  'files.zipf': {
    name: '인기 쏠림',
    help: '요청이 인기 파일에 얼마나 쏠리는지 정해요(지프 법칙의 지수). 0이면 고르고, 1쯤이면 실제 웹과 비슷해요.',
  },

  cdn: {
    name: 'CDN',
    help: '사용자 가까이에 있는 캐시예요. 노드마다 내용을 따로 갖고 있어요.',
  },
  'cdn.on': { name: 'CDN', help: '파일을 가장 가까운 CDN 노드에서 받아요.' },
  'cdn.nodes': { name: '엣지 노드', help: '노드가 몇 개인지 정해요. 노드마다 따로 채워져요.' },
  'cdn.keeps': {
    name: '무엇을 보관할지',
    help: '파일만, 누구에게나 같은 페이지까지, 또는 모든 페이지를 보관해요. 마지막은 잘못된 설정이에요. 남의 페이지를 보게 돼요.',
    choices: {
      files: '파일만',
      'public-pages': '파일과 공개 페이지',
      'all-pages': '모든 페이지(잘못된 설정)',
    },
  },
  'cdn.ttl': { name: '유효 시간', help: '가져온 내용을 얼마 동안 새것으로 볼지 정해요.' },
  'cdn.coalesces': {
    name: '한 번만 가져오기',
    help: '이미 가져오는 중인 내용은 기다렸다 받아요. 끄면 모두가 서버로 몰려가요(스탬피드).',
  },
  'cdn.longestWait': {
    name: '가장 오래 기다리는 시간',
    help: '다른 요청이 가져오는 내용을 얼마까지 기다릴지 정해요.',
  },
  'cdn.staleWhileRevalidate': {
    name: '가져오는 동안 옛것 주기',
    help: '유효 시간이 지난 뒤 얼마 동안, 뒤에서 새것을 가져오는 사이에 옛것을 내줄지 정해요.',
  },
  'cdn.staleIfError': {
    name: '실패하면 옛것 주기',
    help: '유효 시간이 지난 뒤 얼마 동안, 새것을 가져오지 못하면 옛것을 내줄지 정해요.',
  },

  pageCache: {
    name: '페이지 캐시',
    help: '비로그인 방문자가 보는 페이지를 보관하는 캐시예요. 누구에게나 같은 페이지예요.',
  },
  'pageCache.at': {
    name: '페이지 캐시',
    help: '서버들 앞에 하나만 두거나, 서버마다 메모리에 하나씩 둬요.',
    choices: { nowhere: '없음', balancer: '밸런서에 하나', servers: '서버마다 하나' },
  },
  'pageCache.ttl': { name: '유효 시간', help: '만든 페이지를 얼마 동안 새것으로 볼지 정해요.' },
  'pageCache.coalesces': {
    name: '한 번만 만들기',
    help: '이미 만드는 중인 페이지는 기다렸다 받아요. 끄면 같은 페이지를 여럿이 또 만들어요(스탬피드).',
  },
  'pageCache.longestWait': {
    name: '가장 오래 기다리는 시간',
    help: '다른 요청이 만드는 페이지를 얼마까지 기다릴지 정해요.',
  },
  'pageCache.staleWhileRevalidate': {
    name: '만드는 동안 옛것 주기',
    help: '유효 시간이 지난 뒤 얼마 동안, 새 페이지를 만드는 사이에 옛것을 내줄지 정해요.',
  },
  'pageCache.staleIfError': {
    name: '실패하면 옛것 주기',
    help: '유효 시간이 지난 뒤 얼마 동안, 새 페이지를 만들지 못하면 옛것을 내줄지 정해요. 밸런서에 둘 때만 쓰여요.',
  },

  zones: { name: '존', help: '두 존과 그 사이의 네트워크예요. 네트워크는 끊길 수 있어요.' },
  'zones.count': {
    name: '존의 수',
    help: '2이면 서버와 저장소 노드가 두 존에 나뉘어 있어요. 사용자와 밸런서는 양쪽 모두에 닿아요.',
  },
  'zones.hop': {
    name: '존 사이의 거리',
    help: '다른 존의 저장소로 보내는 명령이 편도로 더 걸리는 시간이에요.',
  },
  'zones.leaders': {
    name: '리더가 있는 존',
    help: '처음에 저장소의 리더가 있는 존이에요. Redis 클러스터의 리더는 두 존에 나뉘어 있어요.',
  },
  'zones.majority': {
    name: '과반이 있는 존',
    help: '리더를 정하는 쪽의 과반이 있는 존이에요.',
  },

  service: { name: '처리 시간', help: '요청 하나가 워커를 얼마나 붙잡는지 정해요.' },
  'service.page': { name: '페이지', help: '페이지 하나를 만드는 시간이에요.' },
  'service.login': { name: '로그인', help: '비밀번호를 확인하는 시간이에요. 일부러 느리게 만들어져 있어요.' },
  'service.contention': {
    name: '경합',
    help: '한 머신에서 워커 하나만 할 수 있는 일의 비율이에요. 범용 확장성 법칙의 알파예요.',
  },
  'service.coherency': {
    name: '일관성 비용',
    help: '한 머신에서 동시에 계산하는 워커 두 개마다 드는 비용이에요. 같은 법칙의 베타예요.',
  },
  'service.file': { name: '파일', help: '파일 하나를 보내는 시간이에요.' },
  'service.cached': { name: '보관한 페이지', help: '서버가 자기 캐시에 있는 페이지를 보내는 시간이에요.' },
  'service.refusal': { name: '거절', help: '‘로그인이 필요해요’라고 답하는 시간이에요.' },

  hops: { name: '거리', help: '메시지가 한 방향으로 가는 데 걸리는 시간이에요.' },
  'hops.user': {
    name: '사용자와 밸런서 사이',
    help: '사용자와 밸런서 사이를 한 번 가는 데 걸리는 시간이에요.',
  },
  'hops.edge': {
    name: '사용자와 엣지 노드 사이',
    help: '사용자와 가장 가까운 CDN 노드 사이를 한 번 가는 데 걸리는 시간이에요.',
  },
  'hops.origin': {
    name: '엣지 노드와 밸런서 사이',
    help: 'CDN 노드와 밸런서 사이를 한 번 가는 데 걸리는 시간이에요.',
  },
  'hops.server': {
    name: '밸런서와 서버 사이',
    help: '밸런서와 서버 사이를 한 번 가는 데 걸리는 시간이에요.',
  },
};
