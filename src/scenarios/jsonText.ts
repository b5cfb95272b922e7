/**
 * Reads JSON text, and says where it goes wrong. `JSON.parse` reports that differently in every browser,
 * in some not at all, so the place is found here. Names that occur twice count as wrong: `JSON.parse`
 * would silently drop the first.
 */
import { LONGEST_TEXT } from './limits.ts';
import type { JsonToken, Problem } from './problem.ts';

/** No scenario nests deeper than six levels; far beyond, reading would overflow the stack. */
const MOST_LEVELS = 50;

export type JsonResult = { ok: true; value: unknown } | { ok: false; problem: Problem };

/** The value of a JSON text, or the first thing that is wrong with it. A byte order mark is skipped. */
export function readJson(source: string): JsonResult {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (text.length > LONGEST_TEXT) {
    return {
      ok: false,
      problem: {
        path: [],
        code: 'too-big',
        expected: { what: 'text-length', most: LONGEST_TEXT },
        found: String(text.length),
      },
    };
  }
  const mistake = findMistake(text);
  return mistake === null
    ? { ok: true, value: JSON.parse(text) }
    : { ok: false, problem: describe(text, mistake) };
}

interface Mistake {
  at: number;
  token: JsonToken;
}

function describe(text: string, { at, token }: Mistake): Problem {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return {
    path: [],
    code: token === 'new-name' ? 'duplicate-key' : token === 'less-nesting' ? 'too-big' : 'not-json',
    expected: { what: 'json', token },
    found: foundAt(text, at, token),
    line: before.length,
    column: [...before[before.length - 1]].length + 1,
  };
}

/** The word, the string or the single character at the place. Empty at the end of the text. */
function foundAt(text: string, at: number, token: JsonToken): string {
  if (token === 'new-name') return /^"(?:[^"\\]|\\.)*"/.exec(text.slice(at))?.[0] ?? '';
  const found = /^(?:[\w$.+-]{1,30}|[^\n\r])/u.exec(text.slice(at));
  return found?.[0] ?? (at < text.length ? '\\n' : '');
}

/** The first mistake in a text, or null when it is JSON. */
function findMistake(text: string): Mistake | null {
  let at = 0;
  let mistake: Mistake | null = null;

  const fail = (token: JsonToken, place = at): false => {
    mistake ??= { at: place, token };
    return false;
  };
  const skipSpace = () => {
    while (/[ \t\n\r]/.test(text.charAt(at))) at++;
  };
  const matches = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found !== null;
  };

  function value(levels: number): boolean {
    skipSpace();
    switch (text.charAt(at)) {
      case '{':
        return levels >= MOST_LEVELS ? fail('less-nesting') : object(levels + 1);
      case '[':
        return levels >= MOST_LEVELS ? fail('less-nesting') : list(levels + 1);
      case '"':
        return string();
      default:
        if (/[-0-9]/.test(text.charAt(at))) return number();
        return matches(/(?:true|false|null)(?![\w$])/y) || fail('value');
    }
  }

  function object(levels: number): boolean {
    const names = new Set<string>();
    at++;
    skipSpace();
    if (matches(/\}/y)) return true;
    for (;;) {
      skipSpace();
      const start = at;
      if (text.charAt(at) !== '"') return fail('name');
      if (!string()) return false;
      const name = JSON.parse(text.slice(start, at)) as string;
      if (names.has(name)) return fail('new-name', start);
      names.add(name);
      skipSpace();
      if (!matches(/:/y)) return fail('colon');
      if (!value(levels)) return false;
      skipSpace();
      if (matches(/\}/y)) return true;
      if (!matches(/,/y)) return fail('comma-or-brace');
    }
  }

  function list(levels: number): boolean {
    at++;
    skipSpace();
    if (matches(/\]/y)) return true;
    for (;;) {
      if (!value(levels)) return false;
      skipSpace();
      if (matches(/\]/y)) return true;
      if (!matches(/,/y)) return fail('comma-or-bracket');
    }
  }

  function string(): boolean {
    at++;
    for (;;) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings.
      matches(/[^"\\\u0000-\u001f]*/y);
      if (matches(/"/y)) return true;
      if (text.charAt(at) !== '\\') return fail('quote');
      if (!matches(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y)) return fail('escape');
    }
  }

  function number(): boolean {
    matches(/-/y);
    if (!matches(/0|[1-9][0-9]*/y)) return fail('digit');
    if (matches(/\./y) && !matches(/[0-9]+/y)) return fail('digit');
    if (matches(/[eE][+-]?/y) && !matches(/[0-9]+/y)) return fail('digit');
    return true;
  }

  if (value(0)) {
    skipSpace();
    if (at < text.length) fail('end');
  }
  return mistake;
}
