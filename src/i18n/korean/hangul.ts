/**
 * How a Korean word ends, which is all its particle depends on. Arithmetic on Unicode's table of
 * syllables; knows nothing of numbers or Latin words.
 */

/** `rieul` is the final consonant ㄹ, which 으로/로 treats like a vowel. */
export type Ending = 'vowel' | 'rieul' | 'consonant';

const FIRST_SYLLABLE = 0xac00; // 가
const LAST_SYLLABLE = 0xd7a3; // 힣
/** Unicode lists the syllables by initial, vowel, final: each run of 28 differs only in its final. */
const FINALS = 28;
const FINAL_RIEUL = 8;

/** The ending of one character, or `undefined` where it is not Hangul. */
export function hangulEnding(character: string): Ending | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) {
    const final = (code - FIRST_SYLLABLE) % FINALS;
    return final === 0 ? 'vowel' : final === FINAL_RIEUL ? 'rieul' : 'consonant';
  }
  return jamoEnding(code);
}

/** The ending of a Korean reading, which must be written in Hangul ("세션"). */
export function readingEnding(reading: string): Ending {
  return hangulEnding(reading.slice(-1)) ?? 'vowel';
}

/**
 * A letter standing alone (ㅋㅋ, ㄹ) is read by its name: every consonant's name ends in that consonant
 * (키읔, 리을), a vowel's is the vowel. Expects NFKC, which leaves lone letters in U+1100 to U+11FF.
 */
function jamoEnding(code: number): Ending | undefined {
  if (code < 0x1100 || code > 0x11ff) return undefined;
  if (code >= 0x1160 && code <= 0x11a7) return 'vowel';
  return code === 0x1105 || code === 0x11af ? 'rieul' : 'consonant';
}
