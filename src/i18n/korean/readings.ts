/**
 * How Koreans say the Latin words, units and signs of this project, in Hangul. Only the end of a reading
 * decides a particle, and only the last word of a phrase is looked up: "round robin" is found by "robin".
 */

/** By lower-case word, those for which the guess in latin.ts errs, written small or in capitals. */
export const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    s3: '에스쓰리',
    user: '유저',
    zone: '존',
    bit: '비트',
    hit: '히트',
    group: '그룹',
    type: '타입',
    web: '웹',
    job: '잡',
    lab: '랩',
    private: '프라이빗',
    ip: '아이피',
    bob: '밥',
    cap: '캡',
    mac: '맥',
    hmac: '에이치맥',
    ipv6: '아이피브이식스',
    l7: '엘세븐',
    sha1: '샤원',
  }),
);

/** The names of the letters. R is 알, as people say it; the dictionary's 아르 would take 가 instead of 이. */
export const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: '에이',
    b: '비',
    c: '시',
    d: '디',
    e: '이',
    f: '에프',
    g: '지',
    h: '에이치',
    i: '아이',
    j: '제이',
    k: '케이',
    l: '엘',
    m: '엠',
    n: '엔',
    o: '오',
    p: '피',
    q: '큐',
    r: '알',
    s: '에스',
    t: '티',
    u: '유',
    v: '브이',
    w: '더블유',
    x: '엑스',
    y: '와이',
    z: '제트',
  }),
);

/** Only after a number, and case matters: 5 m is five minutes (분), 5 M is five million (백만). */
export const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ns: '나노초',
    μs: '마이크로초', // NFKC turns the micro sign into this Greek letter
    us: '마이크로초',
    ms: '밀리초',
    s: '초',
    sec: '초',
    m: '분',
    min: '분',
    h: '시간',
    d: '일',
    B: '바이트',
    KB: '킬로바이트',
    kB: '킬로바이트',
    MB: '메가바이트',
    GB: '기가바이트',
    TB: '테라바이트',
    KiB: '키비바이트',
    MiB: '메비바이트',
    GiB: '기비바이트',
    Hz: '헤르츠',
    kHz: '킬로헤르츠',
    MHz: '메가헤르츠',
    GHz: '기가헤르츠',
    px: '픽셀',
    x: '배',
    M: '백만',
    rps: '알피에스',
    vCPU: '브이시피유',
  }),
);

/** Signs that are said; every other sign at the end of a word is passed over. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '%': '퍼센트',
    '‰': '퍼밀',
    '°': '도',
    '+': '플러스',
    '#': '샵',
    '×': '배',
    $: '달러',
    '€': '유로',
    '£': '파운드',
    '¥': '엔',
    '₩': '원',
  }),
);

/** Written before the number, said after it: $5 is 오 달러. */
export const CURRENCIES = '$€£¥₩';
