import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from '../player/runName.ts';
import { READY, READY_IDS } from './core/ready/index.ts';
import { formatNames, formatNumbers, parseNames, parseNumbers } from './namesText.ts';
import { type NameOf, nameGiven } from './runNames.ts';

describe('names of compared runs, in a link', () => {
  it('are readable, and nothing where nobody has one', () => {
    const given = ['as it was', '', 'B stays; 100 %'].map(nameGiven);
    expect(formatNames(given)).toBe('as it was;;B stays%3B 100 %25');
    expect(formatNames([{ ready: 'deploy', run: 2 }, null])).toBe('~deploy~2');
    expect(formatNames([null, null, null])).toBe('');
  });

  it('can be read when they were written', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => nameGiven(cleanName(text))),
      fc.constantFrom('~', '~deploy~1', '%7E', '%7e~').map(nameGiven),
      fc
        .constantFrom(...READY_IDS)
        .chain((ready) => fc.nat(READY[ready].variants.length).map((run): NameOf => ({ ready, run }))),
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const read = parseNames(formatNames(names));
        expect(names.map((_, run) => read[run] ?? null)).toEqual(names);
      }),
      { seed: 1 },
    );
  });

  it('never throw, and are names', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const names = parseNames(text);
        expect(names.length).toBeLessThanOrEqual(4);
        for (const name of names) if (name && 'given' in name) expect(cleanName(name.given)).toBe(name.given);
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
