import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type JosaPair, josa, withJosa } from './josa.ts';

const PAIRS: readonly JosaPair[] = [
  '이/가',
  '은/는',
  '을/를',
  '과/와',
  '으로/로',
  '이라/라',
  '이에요/예요',
  '아/야',
  '이나/나',
];

/** Each word with how it is read, for the reader of this table, and the particle. */
function cases(
  pair: JosaPair,
  rows: readonly (readonly [word: string, reading: string, particle: string])[],
) {
  test.each(rows)(`%s (%s) takes %s of ${pair}`, (word, _reading, particle) => {
    expect(josa(word, pair)).toBe(particle);
  });
}

describe('Hangul', () => {
  cases('이/가', [
    ['서버', '', '가'],
    ['1번 서버', '', '가'],
    ['세션', '', '이'],
    ['공유 세션 저장소', '', '가'],
    ['민수', '', '가'],
    ['지은', '', '이'],
    ['서버'.normalize('NFD'), 'decomposed', '가'],
    ['세션'.normalize('NFD'), 'decomposed', '이'],
    ['ㅋㅋ', '키읔', '이'],
    ['ㅠㅠ', '유', '가'],
  ]);

  test('each pair after a consonant, after ㄹ and after a vowel', () => {
    const particles = (word: string) => PAIRS.map((pair) => josa(word, pair));
    expect(particles('세션')).toEqual(['이', '은', '을', '과', '으로', '이라', '이에요', '아', '이나']);
    expect(particles('터널')).toEqual(['이', '은', '을', '과', '로', '이라', '이에요', '아', '이나']);
    expect(particles('서버')).toEqual(['가', '는', '를', '와', '로', '라', '예요', '야', '나']);
  });

  it('puts the particle after the word', () => {
    expect(withJosa('세션', '이/가')).toBe('세션이');
    expect(withJosa('“1번 서버”', '을/를')).toBe('“1번 서버”를');
  });
});

describe('the words of this project, which no list has to hold', () => {
  const readings = {
    nginx: '엔진엑스',
    haproxy: '에이치에이프록시',
    redis: '레디스',
    memcached: '멤캐시디',
    express: '익스프레스',
    js: '제이에스',
    kubernetes: '쿠버네티스',
    k8s: '쿠버네티스',
    docker: '도커',
    envoy: '엔보이',
    aws: '에이더블유에스',
    github: '깃허브',
    jekyll: '지킬',
    maglev: '매그레브',
    ketama: '케타마',
    session: '세션',
    cookie: '쿠키',
    token: '토큰',
    server: '서버',
    store: '스토어',
    client: '클라이언트',
    request: '리퀘스트',
    response: '리스폰스',
    balancer: '밸런서',
    proxy: '프록시',
    cache: '캐시',
    queue: '큐',
    worker: '워커',
    replica: '레플리카',
    shard: '샤드',
    node: '노드',
    cluster: '클러스터',
    region: '리전',
    memory: '메모리',
    robin: '로빈',
    weighted: '웨이티드',
    connections: '커넥션스',
    least: '리스트',
    random: '랜덤',
    hash: '해시',
    hashing: '해싱',
    rendezvous: '랑데부',
    sticky: '스티키',
    affinity: '어피니티',
    drain: '드레인',
    failover: '페일오버',
    login: '로그인',
    logout: '로그아웃',
    auth: '오스',
    oauth: '오어스',
    id: '아이디',
    ram: '램',
    dom: '돔',
    l4: '엘포',
  };

  test.each(Object.entries(readings))('%s sounds like %s', (word, reading) => {
    for (const pair of PAIRS) expect(josa(word, pair)).toBe(josa(reading, pair));
  });
});

describe('numbers', () => {
  cases('이/가', [
    ['서버 0', '영', '이'],
    ['서버 1', '일', '이'],
    ['서버 2', '이', '가'],
    ['서버 3', '삼', '이'],
    ['서버 4', '사', '가'],
    ['서버 5', '오', '가'],
    ['서버 6', '육', '이'],
    ['서버 7', '칠', '이'],
    ['서버 8', '팔', '이'],
    ['서버 9', '구', '가'],
    ['서버 10', '십', '이'],
    ['12', '십이', '가'],
    ['100', '백', '이'],
    ['500', '오백', '이'],
    ['502', '오백이', '가'],
    ['503', '오백삼', '이'],
    ['1,000', '천', '이'],
    ['10,000', '만', '이'],
    ['100,000', '십만', '이'],
    ['100,000,000', '억', '이'],
    ['1,000,000,000,000', '조', '가'],
    ['0', '영', '이'],
    ['007', '칠', '이'],
    ['1.5', '일 점 오', '가'],
    ['0.50', '영 점 오영', '이'],
    ['-3', '마이너스 삼', '이'],
    ['TLS 1.3', '일 점 삼', '이'],
    ['10.0.0.1', '일', '이'],
    ['127.0.0.2', '이', '가'],
    ['server1', '일', '이'],
    ['server-2', '이', '가'],
    ['３', 'full width', '이'],
    ['p50', '오십', '이'],
    ['p99', '구십구', '가'],
  ]);
  cases('으로/로', [
    ['서버 1', '일', '로'],
    ['서버 2', '이', '로'],
    ['서버 3', '삼', '으로'],
    ['서버 6', '육', '으로'],
    ['서버 7', '칠', '로'],
    ['서버 8', '팔', '로'],
    ['서버 10', '십', '으로'],
    ['서버 0', '영', '으로'],
  ]);
});

describe('units and signs', () => {
  cases('이/가', [
    ['50%', '퍼센트', '가'],
    ['0.5 ms', '밀리초', '가'],
    ['75ms', '밀리초', '가'],
    ['5 µs', '마이크로초, micro sign', '가'],
    ['5 μs', '마이크로초, Greek letter', '가'],
    ['3 s', '초', '가'],
    ['5 min', '분', '이'],
    ['5m', '분', '이'],
    ['2 h', '시간', '이'],
    ['30 d', '일', '이'],
    ['16 GB', '기가바이트', '가'],
    ['2×', '배', '가'],
    ['36°', '도', '가'],
    ['6 px', '픽셀', '이'],
    ['$5', '오 달러', '가'],
    ['US$1.25', '일 점 이오 달러', '가'],
    ['₩5,000', '오천 원', '이'],
    ['10+', '플러스', '가'],
    ['초당 6.2', '육 점 이', '가'],
  ]);
  cases('으로/로', [
    ['30 d', '일', '로'],
    ['5 min', '분', '으로'],
    ['50%', '퍼센트', '로'],
  ]);
});

describe('letters and abbreviations', () => {
  cases('이/가', [
    ['서버 A', '에이', '가'],
    ['서버 B', '비', '가'],
    ['서버 L', '엘', '이'],
    ['L', '엘', '이'],
    ['M', '엠', '이'],
    ['N', '엔', '이'],
    ['R', '알', '이'],
    ['Z', '제트', '가'],
    ['n', '엔', '이'],
    ['SSL', '에스에스엘', '이'],
    ['HTTP', '에이치티티피', '가'],
    ['CDN', '시디엔', '이'],
    ['TTL', '티티엘', '이'],
    ['ttl', '티티엘', '이'],
    ['CPU', '시피유', '가'],
    ['API', '에이피아이', '가'],
    ['LB', '엘비', '가'],
    ['JWT', '제이더블유티', '가'],
    ['JSON', '제이슨', '이'],
    ['SQL', '에스큐엘', '이'],
    ['ID', '아이디', '가'],
    ['IP', '아이피', '가'],
    ['sessionID', '아이디', '가'],
    ['URLs', '유알엘스', '가'],
    ['RAM', '램', '이'],
    ['L7', '엘세븐', '이'],
    ['k8s', '쿠버네티스', '가'],
  ]);
  cases('으로/로', [
    ['SSL', '엘', '로'],
    ['R', '알', '로'],
    ['CDN', '엔', '으로'],
    ['HTTP', '피', '로'],
    ['L7', '엘세븐', '으로'],
  ]);
});

describe('Latin words', () => {
  cases('이/가', [
    // The project's own
    ['nginx', '엔진엑스', '가'],
    ['NGINX', '엔진엑스', '가'],
    ['HAProxy', '에이치에이프록시', '가'],
    ['Redis', '레디스', '가'],
    ['Express', '익스프레스', '가'],
    ['express-session', '세션', '이'],
    ['Node.js', '제이에스', '가'],
    ['session', '세션', '이'],
    ['sticky session', '세션', '이'],
    ['cookie', '쿠키', '가'],
    ['Set-Cookie', '쿠키', '가'],
    ['server', '서버', '가'],
    ['round robin', '라운드 로빈', '이'],
    ['least connections', '커넥션스', '가'],
    ['consistent hashing', '해싱', '이'],
    ['sticky', '스티키', '가'],
    ['token', '토큰', '이'],
    ['store', '스토어', '가'],
    ['proxy', '프록시', '가'],
    // Guessed
    ['PostgreSQL', '에스큐엘', '이'],
    ['WebSocket', '소켓', '이'],
    ['timeout', '아웃', '이'],
    ['algorithm', '알고리즘', '이'],
    ['database', '데이터베이스', '가'],
    ['scale', '스케일', '이'],
    ['table', '테이블', '이'],
    ['pool', '풀', '이'],
    ['ping', '핑', '이'],
    ['time', '타임', '이'],
    ['map', '맵', '이'],
    ['app', '앱', '이'],
    ['block', '블록', '이'],
    ['logic', '로직', '이'],
    ['webhook', '웹훅', '이'],
    ['sleep', '슬립', '이'],
    ['network', '네트워크', '가'],
    ['heartbeat', '하트비트', '가'],
    ['script', '스크립트', '가'],
    ['thread', '스레드', '가'],
    ['page', '페이지', '가'],
    ['state', '스테이트', '가'],
    ['loop', '루프', '가'],
    ['the', '더', '가'],
    ['Alex', '알렉스', '가'],
    ['Sam', '샘', '이'],
    ['Zoë', '조이', '가'],
    ['café', '카페', '가'],
    ['Müller', '뮐러', '가'],
  ]);
});

describe('the end of the word', () => {
  cases('이/가', [
    ['"세션"', 'quoted', '이'],
    ['‘서버 3’', 'quoted', '이'],
    ['「토큰」', 'quoted', '이'],
    ['[서버 1]', 'in brackets', '이'],
    ['(token)', 'nothing before the parenthesis', '이'],
    ['세션…', 'dots', '이'],
    ['세션 🙂', 'emoji', '이'],
    ['세션\u2069', 'invisible isolate', '이'],
    ['세션 저장소(session)', 'a gloss takes no part', '가'],
    ['session (세션 저장소)', 'a gloss takes no part', '이'],
    ['“토큰(cookie)”', 'a gloss within quotes', '이'],
    ['', 'nothing', '가'],
    ['…', 'nothing said', '가'],
    ['日本', 'not read', '가'],
  ]);
});

describe('laws', () => {
  const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));

  test('every syllable agrees with its decomposition', () => {
    for (let code = 0xac00; code <= 0xd7a3; code++) {
      const word = String.fromCodePoint(code);
      const final = word.normalize('NFD')[2];
      expect(josa(word, '이/가')).toBe(final ? '이' : '가');
      expect(josa(word, '으로/로')).toBe(final && final !== '\u11af' ? '으로' : '로');
    }
  });

  test('a whole number takes the particle of its full reading', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(),
          // Round numbers, which chance alone seldom makes.
          fc.tuple(fc.nat(999), fc.nat(12)).map(([n, zeros]) => n * 10 ** zeros),
        ),
        fc.constantFrom(...PAIRS),
        fc.constantFrom('en', 'ko'),
        (n, pair, locale) => {
          expect(josa(n.toLocaleString(locale), pair)).toBe(josa(readAloud(n), pair));
        },
      ),
    );
  });

  test('what stands before a Korean word does not matter, nor do quotes around it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        syllable,
        fc.constantFrom(...PAIRS),
        (before, word, pair) => {
          expect(josa(before + word, pair)).toBe(josa(word, pair));
          expect(josa(`“${before}${word}”`, pair)).toBe(josa(word, pair));
        },
      ),
    );
  });

  test('any string at all gets one of the two, and keeps its text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), codeUnits, nearWords),
        fc.constantFrom(...PAIRS),
        (word, pair) => {
          expect(pair.split('/')).toContain(josa(word, pair));
          expect(withJosa(word, pair).startsWith(word)).toBe(true);
        },
      ),
    );
    expect(josa('('.repeat(100_000), '이/가')).toBe('가');
    expect(josa(`${'a'.repeat(100_000)}n`, '이/가')).toBe('이');
    expect(josa('constructor', '이/가')).toBe('가');
  });

  const codeUnits = fc
    .array(fc.integer({ min: 0, max: 0xffff }))
    .map((codes) => String.fromCharCode(...codes)); // lone surrogates too
  const nearWords = fc
    .array(fc.constantFrom('(', ')', '5', ',', '.', 'm', 'Ms', '%', '$', ' ', '가', 'ㄱ', '"', 'é'))
    .map((parts) => parts.join(''));
});

/** The whole number in Hangul, written independently of the code under test: 10503 is 만오백삼. */
function readAloud(n: number): string {
  if (n === 0) return '영';
  const digits = ['', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
  const groups = ['', '만', '억', '조', '경'];
  let reading = '';
  for (let group = 0, rest = n; rest > 0; group++, rest = Math.floor(rest / 10_000)) {
    const four = String(rest % 10_000).padStart(4, '0');
    const said = Array.from(four, (digit, i) =>
      digit === '0' ? '' : (digits[Number(digit)] ?? '') + ['천', '백', '십', ''][i],
    ).join('');
    if (said !== '') reading = said + groups[group] + reading;
  }
  return reading;
}
