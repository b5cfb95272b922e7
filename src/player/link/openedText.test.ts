import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOpen, anySubject } from '../testing/arbitraryOpened.ts';
import { addOpened, type Opened, parseOpened } from './openedText.ts';
import { formatSubject } from './subjectText.ts';

const write = (opened: Opened, before = 'scenario=two-servers&follow=3') => {
  const query = new URLSearchParams(before);
  addOpened(query, opened);
  return decodeURIComponent(query.toString());
};

describe('what is open, in a link', () => {
  it('is nothing as usual', () => {
    expect(write({ closer: null, open: [] })).toBe('scenario=two-servers&follow=3');
  });

  it('does not follow whom a story is about', () => {
    const closer = { subject: 'person~3', followed: -1 };
    expect(write({ closer, open: [] })).toBe('scenario=two-servers&look=person~3');
    expect(write({ closer: { ...closer, followed: 5 }, open: ['charts'] })).toBe(
      'scenario=two-servers&follow=6&show=charts&look=person~3',
    );
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.option(anySubject(fc), { nil: null }),
        anyOpen(fc),
        fc.integer({ min: -1, max: 23 }),
        (look, open, followed) => {
          const query = new URLSearchParams('scenario=two-servers');
          const closer = look === null ? null : { subject: formatSubject(look), followed };
          addOpened(query, { closer, open });
          const read = parseOpened(new URLSearchParams(query.toString()));
          expect(read).toEqual({ look, open: expect.any(Array), wrong: [] });
          expect(new Set(read.open)).toEqual(new Set(open));
          expect(query.get('follow')).toBe(look === null || followed < 0 ? null : String(followed + 1));
        },
      ),
      { seed: 1 },
    );
  });

  it('is read as far as it can be, and the rest given back', () => {
    expect(parseOpened(new URLSearchParams('look=everything&show=charts,walls'))).toEqual({
      look: null,
      open: ['charts'],
      wrong: [
        { name: 'look', value: 'everything' },
        { name: 'show', value: 'walls' },
      ],
    });
    expect(parseOpened(new URLSearchParams('look=&show='))).toEqual({ look: null, open: [], wrong: [] });
  });
});
