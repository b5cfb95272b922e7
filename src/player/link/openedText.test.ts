import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOpen, anySubject, anyWindow } from '../testing/arbitraryOpened.ts';
import { addOpened, type Opened, parseOpened } from './openedText.ts';
import { formatSubject } from './subjectText.ts';

const write = (opened: Opened, before = 'scenario=two-servers&follow=3') => {
  const query = new URLSearchParams(before);
  addOpened(query, opened);
  return decodeURIComponent(query.toString());
};

describe('what is open, in a link', () => {
  it('is nothing as usual', () => {
    expect(write({ closer: null, open: [], window: null })).toBe('scenario=two-servers&follow=3');
  });

  it('does not follow whom a story is about', () => {
    const closer = { subject: 'person~3', followed: -1 };
    expect(write({ closer, open: [], window: null })).toBe('scenario=two-servers&look=person~3');
    expect(write({ closer: { ...closer, followed: 5 }, open: ['charts'], window: null })).toBe(
      'scenario=two-servers&follow=6&show=charts&look=person~3',
    );
  });

  it('is read as it was written', () => {
    const anyOpened = fc.record({
      look: fc.option(anySubject(fc), { nil: null }),
      open: anyOpen(fc),
      window: fc.option(anyWindow(fc), { nil: null }),
      followed: fc.integer({ min: -1, max: 23 }),
    });
    fc.assert(
      fc.property(anyOpened, ({ look, open, window, followed }) => {
        const query = new URLSearchParams('scenario=two-servers');
        const closer = look === null ? null : { subject: formatSubject(look), followed };
        addOpened(query, { closer, open, window });
        const read = parseOpened(new URLSearchParams(query.toString()));
        const zoom = window === null ? null : { fromMs: window.fromMs, toMs: window.toMs };
        expect({ ...read, open: new Set(read.open) }).toEqual({ look, open: new Set(open), zoom, wrong: [] });
        expect(query.get('follow')).toBe(look === null || followed < 0 ? null : String(followed + 1));
      }),
      { seed: 1 },
    );
  });

  it.each(['8000', '8000~8050', '9000~8000', '0~3600001', '-1~9000', '1~2~3', '1e3~9000'])(
    'the part %s of the timeline is none',
    (value) => {
      const { zoom, wrong } = parseOpened(new URLSearchParams({ zoom: value }));
      expect({ zoom, wrong }).toEqual({ zoom: null, wrong: [{ name: 'zoom', value }] });
    },
  );

  it('is read as far as it can be, and the rest given back', () => {
    expect(parseOpened(new URLSearchParams('look=everything&show=charts,walls'))).toEqual({
      look: null,
      open: ['charts'],
      zoom: null,
      wrong: [
        { name: 'look', value: 'everything' },
        { name: 'show', value: 'walls' },
      ],
    });
    expect(parseOpened(new URLSearchParams('look=&show=&zoom='))).toEqual({
      look: null,
      open: [],
      zoom: null,
      wrong: [],
    });
  });
});
