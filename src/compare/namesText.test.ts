import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from '../player/runName.ts';
import { formatNames, formatNumbers, parseNames, parseNumbers } from './namesText.ts';

describe('names of compared runs, in a link', () => {
  it('are readable, and nothing where nobody has one', () => {
    expect(formatNames(['as it was', '', 'B stays; 100 %'])).toBe('as it was;;B stays%3B 100 %25');
    expect(formatNames(['', '', ''])).toBe('');
  });

  it('can be read when they were written', () => {
    const name = fc.string({ unit: 'binary', maxLength: 60 }).map(cleanName);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const read = parseNames(formatNames(names));
        expect(names.map((_, run) => read[run] ?? '')).toEqual(names);
      }),
      { seed: 1 },
    );
  });

  it('never throw, and are names', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const names = parseNames(text);
        expect(names.length).toBeLessThanOrEqual(4);
        for (const name of names) expect(cleanName(name)).toBe(name);
      }),
      { seed: 2 },
    );
  });
});

describe('numbers of compared runs, in a link', () => {
  it('are there where they are not those of their order', () => {
    expect(formatNumbers([1, 2, 3])).toBe('');
    expect(formatNumbers([2, 5])).toBe('2;5');
    expect(parseNumbers('2;5', 2)).toEqual([2, 5]);
  });

  it('are no others', () => {
    for (const text of ['', '1', '1;1', '0;2', '1;2;3', '1;b', '1;2.5'])
      expect(parseNumbers(text, 2)).toBeNull();
  });
});
