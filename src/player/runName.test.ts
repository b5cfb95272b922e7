import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, MOST_NAME_CHARACTERS } from './runName.ts';

describe('the name of a run', () => {
  it.each([
    ['  with a   shared\nstore ', 'with a shared store'],
    ['공유 저장소로', '공유 저장소로'],
    ['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
    ['a\u202eb\u2066c\u200b\u0007d\ud800e', 'a b c d e'],
    [' \u0000\u200b ', ''],
  ])('%j is %j', (text, name) => {
    expect(cleanName(text)).toBe(name);
  });

  it('is short, stays as it is, and is well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const name = cleanName(text);
        expect(Array.from(name).length).toBeLessThanOrEqual(MOST_NAME_CHARACTERS);
        expect(cleanName(name)).toBe(name);
        expect(new TextDecoder().decode(new TextEncoder().encode(name))).toBe(name);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
