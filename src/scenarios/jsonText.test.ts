import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJson } from './jsonText.ts';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it('reads all JSON as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(4), (text, indent) => {
      const spaced = JSON.stringify(JSON.parse(text), null, indent);
      expect(readJson(spaced)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

it('agrees with JSON.parse on what is JSON, after any change of a few characters', () => {
  const pieces = ['{', '}', '[', ']', ',', ':', '"', '\\', '0', '1', '-', '.', 'e', '+', ' ', '\n', '\t'];
  const piece = fc.constantFrom(...pieces, '\u0000', 'x', 'u00e4', 'true', 'null', '"a"', '"a":1');
  const change = fc.record({ at: fc.nat(), drop: fc.nat(3), put: fc.array(piece, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.array(change, { maxLength: 3 }), (text, changes) => {
      let changed = text;
      for (const { at, drop, put } of changes) {
        const place = at % (changed.length + 1);
        changed = changed.slice(0, place) + put.join('') + changed.slice(place + drop);
      }
      const result = readJson(changed);
      // Names that occur twice are the one thing that JSON.parse lets pass.
      if (!result.ok && result.problem.code === 'duplicate-key') return;
      expect(result.ok).toBe(isJson(changed));
    }),
    { numRuns: 1000 },
  );
});

it('counts characters, not bytes, and every kind of line break as one', () => {
  expect(readJson('{\r\n"😀": "한", x}')).toMatchObject({ problem: { line: 2, column: 11, found: 'x' } });
});
