/**
 * Korean particles that fit the word before them: 서버가 but 세션이, 서버 2로 but 서버 3으로. What is not
 * written in Hangul (digits, units, Latin words) is judged by how it is read aloud. Never throws: a
 * word it can make nothing of gets the particle for a vowel.
 */

import { type Ending, hangulEnding, readingEnding } from './korean/hangul.ts';
import { latinEnding } from './korean/latin.ts';
import { numberReading } from './korean/number.ts';
import { CURRENCIES, SIGNS, UNITS, WORDS } from './korean/readings.ts';

/** Written as in a dictionary: after a consonant / after a vowel. */
export type JosaPair =
  | '이/가'
  | '은/는'
  | '을/를'
  | '과/와'
  | '으로/로'
  | '이라/라'
  | '이에요/예요'
  | '아/야'
  | '이나/나';

/** The particle of `pair` that follows `word`, without the word. */
export function josa(word: string, pair: JosaPair): string {
  const slash = pair.indexOf('/');
  const ending = wordEnding(word);
  const likeVowel = ending === 'vowel' || (ending === 'rieul' && pair === '으로/로');
  return likeVowel ? pair.slice(slash + 1) : pair.slice(0, slash);
}

/** `word` with the particle of `pair` that fits it: `withJosa('세션', '이/가')` is 세션이. */
export function withJosa(word: string, pair: JosaPair): string {
  return word + josa(word, pair);
}

/** Enough for any name; it keeps the work small when a link brings a very long one. */
const LONGEST_READ = 200;

function wordEnding(word: string): Ending {
  // NFKC joins decomposed Hangul and makes full-width digits and letters plain.
  const text = spokenPart(word.slice(-LONGEST_READ).normalize('NFKC'));
  const last = Array.from(text).at(-1);
  if (last === undefined) return 'vowel';
  return hangulEnding(last) ?? signEnding(last) ?? digitEnding(text) ?? letterEnding(text) ?? 'vowel';
}

function isSpoken(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character) || SIGNS.has(character);
}

/**
 * Drops what is not said at the end: quotes, brackets, punctuation, emoji. A gloss in parentheses is
 * passed over whole, as Korean spelling asks: 저장소(session)를 takes its particle from 저장소.
 */
function spokenPart(text: string): string {
  const characters = Array.from(text);
  while (characters.length > 0) {
    const last = characters.at(-1) as string;
    if (isSpoken(last)) break;
    const opening = last === ')' ? characters.lastIndexOf('(') : -1;
    if (opening > 0 && characters.slice(0, opening).some(isSpoken)) characters.length = opening;
    else characters.pop();
  }
  return characters.join('');
}

function signEnding(last: string): Ending | undefined {
  const reading = SIGNS.get(last);
  return reading === undefined ? undefined : readingEnding(reading);
}

function digitEnding(text: string): Ending | undefined {
  const number = /\d[\d,.]*$/.exec(text);
  if (number === null) return undefined;
  const known = wholeWord(text);
  if (known !== undefined) return readingEnding(known);
  const before = text.slice(0, number.index).trimEnd().replace(/[-−]$/, '').slice(-1);
  const currency = before !== '' && CURRENCIES.includes(before) ? SIGNS.get(before) : undefined;
  return readingEnding(currency ?? numberReading(number[0]));
}

function letterEnding(text: string): Ending | undefined {
  const unit = /\d\s?([a-zA-Zμ]+)$/.exec(text)?.[1];
  const reading = wholeWord(text) ?? UNITS.get(unit ?? '');
  if (reading !== undefined) return readingEnding(reading);
  const run = /\p{Script=Latin}+$/u.exec(text);
  return run === null ? undefined : latinEnding(run[0]);
}

/** A known word that mixes letters and digits, such as k8s or L7. */
function wholeWord(text: string): string | undefined {
  return WORDS.get((/[a-z\d]+$/i.exec(text)?.[0] ?? '').toLowerCase());
}
