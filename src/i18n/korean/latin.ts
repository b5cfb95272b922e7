/**
 * How a Latin word ends when a Korean says it: the project's own words first, then abbreviations letter
 * by letter, then a guess from the spelling after the rules for writing loanwords (외래어 표기법).
 */

import { type Ending, readingEnding } from './hangul.ts';
import { LETTERS, WORDS } from './readings.ts';

/** Expects a run of Latin letters, as it was written: capitals tell an abbreviation from a word. */
export function latinEnding(run: string): Ending {
  const known = WORDS.get(run.toLowerCase());
  if (known !== undefined) return readingEnding(known);

  const plain = run.normalize('NFD');
  // An accent on the last letter (café, Zoë) says that the vowel is heard.
  if (/[aeiouy]\p{M}+$/iu.test(plain)) return 'vowel';

  const word = lastPart(plain.replace(/\p{M}/gu, ''));
  const lower = word.toLowerCase();
  const knownPart = WORDS.get(lower);
  if (knownPart !== undefined) return readingEnding(knownPart);
  return isSpelledOut(word) ? readingEnding(LETTERS.get(lower.slice(-1)) ?? '') : guess(lower);
}

/** The last word inside a name: Id of sessionId, SQL of MySQL, Socket of WebSocket. */
function lastPart(run: string): string {
  return /(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.exec(run)?.[0] ?? run;
}

/** One letter, all capitals (HTTP, TTL), or nothing to sing on (ttl, rps). */
function isSpelledOut(word: string): boolean {
  return word.length === 1 || !/\p{Ll}/u.test(word) || !/[aeiou]|.y/i.test(word);
}

/** The first pattern that fits decides. */
const SPELLINGS: readonly (readonly [RegExp, Ending])[] = [
  // An e at the end is heard only where there is no other vowel: the, me.
  [/^[^aeiouy]*e$/, 'vowel'],
  [/le?$|ll$/, 'rieul'], // file 파일, table 테이블, pool 풀
  [/[mn]e?$|ng$/, 'consonant'], // zone 존, random 랜덤, ping 핑
  // p, t, k close the syllable after one short vowel (map 맵, socket 소켓, block 블록, traffic 트래픽,
  // app 앱), and after some written long (webhook 훅, timeout 아웃, sleep 슬립). Otherwise they get a
  // vowel of their own: part 파트, heartbeat 비트, disk 디스크, route 루트.
  [/(?:^|[^aeiou])[aeiouy](?:pp?|tt?|ck?|k)$|ook$|out$|e[ea]p$/, 'consonant'],
];

/** Everything else ends in a vowel, heard (proxy 프록시) or added (node 노드, cache 캐시, server 서버). */
function guess(lower: string): Ending {
  return SPELLINGS.find(([spelling]) => spelling.test(lower))?.[1] ?? 'vowel';
}
