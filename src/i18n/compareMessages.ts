/**
 * What a test checks about a translation that types cannot: that it says the same things, in its own
 * script, with particles that fit, and without the marks of code (a page shows a backtick as it is). For the main messages and for each lesson's.
 */

import { listMessages } from './mapMessages.ts';
import type { MessageLeaf, MessageTree } from './types.ts';

export interface Allowed {
  /** Paths of messages that may be written without Hangul in Korean ("HTTP", "OK"). */
  readonly withoutHangul?: readonly string[];
}

/** One line for each thing wrong, empty when all is well; made to be compared with `[]`. */
export function compareMessages(en: MessageTree, ko: MessageTree, allowed: Allowed = {}): string[] {
  const english = listMessages(en);
  const korean = listMessages(ko);
  const withoutHangul = new Set(allowed.withoutHangul);
  const problems: string[] = [];

  for (const path of english.keys()) if (!korean.has(path)) problems.push(`${path}: missing in ko`);
  for (const path of korean.keys()) if (!english.has(path)) problems.push(`${path}: in ko but not in en`);
  for (const path of withoutHangul) {
    if (!korean.has(path))
      problems.push(`${path}: allowed to be without Hangul, but there is no such message`);
  }

  for (const [path, leaf] of english) {
    const text = sample(leaf);
    if (text === undefined) problems.push(`${path}: en could not be written with marker values`);
    else if (text.trim() === '') problems.push(`${path}: en is empty`);
    else if (HANGUL.test(text)) problems.push(`${path}: Hangul in en: ${text}`);
    else if (text.includes('`')) problems.push(`${path}: backtick in en: ${text}`);
  }

  for (const [path, leaf] of korean) {
    const text = sample(leaf);
    if (text === undefined) {
      problems.push(`${path}: ko could not be written with marker values`);
      continue;
    }
    if (!HANGUL.test(text) && !withoutHangul.has(path)) problems.push(`${path}: no Hangul in ko: ${text}`);
    if (text.includes('`')) problems.push(`${path}: backtick in ko: ${text}`);
    for (const both of text.match(BOTH_PARTICLES) ?? []) problems.push(`${path}: ${both} in ko: ${text}`);
    const said = markersIn(text);
    for (const marker of markersIn(sample(english.get(path) ?? '') ?? '')) {
      if (!said.has(marker)) problems.push(`${path}: ko leaves out ${marker}`);
    }
  }
  return problems;
}

const HANGUL = /\p{Script=Hangul}/u;

/** A particle left for the reader to choose. */
const BOTH_PARTICLES =
  /을\(를\)|를\(을\)|이\(가\)|가\(이\)|은\(는\)|는\(은\)|과\(와\)|와\(과\)|\(으\)로|\(이\)[라나에]/g;

/**
 * `${…}` followed, perhaps after a closing quote, by a particle that depends on what was put in; 에, 의,
 * 도 and the like do not.
 */
const GLUED_PARTICLE =
  /\$\{(?!withJosa\()[^{}]*\}['"’”»」』)]*(?:으로|로|이라고?|라고?|이에요|예요|이나|[이가은는을를과와나아야])(?![\p{L}\p{N}])/gu;

/**
 * Particles written raw in the source of a Korean file: pairs such as 을(를), and a particle straight
 * after a placeholder, where `withJosa` belongs. The source shows the branches no sample reaches.
 */
export function rawParticles(source: string): string[] {
  return [...(source.match(BOTH_PARTICLES) ?? []), ...(source.match(GLUED_PARTICLE) ?? [])];
}

/** The text of a message, with a marker such as «name» for every value; undefined if that fails. */
function sample(leaf: MessageLeaf): string | undefined {
  if (typeof leaf === 'string') return leaf;
  // A function that goes through a list cannot do it with a text, so lists of one are tried second.
  return (
    written(
      leaf,
      markers((marker) => marker),
    ) ??
    written(
      leaf,
      markers((marker) => [marker]),
    )
  );
}

function written(leaf: (values: never) => string, values: object): string | undefined {
  try {
    return leaf(values as never);
  } catch {
    return undefined;
  }
}

/** An object that has a marker for whatever property is asked of it. */
function markers(make: (marker: string) => unknown): object {
  return new Proxy({}, { get: (_, property) => make(`«${String(property)}»`) });
}

function markersIn(text: string): Set<string> {
  return new Set(text.match(/«[^»]*»/g));
}
