import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, placeMarks } from './marks.ts';

const place = (marks: { x: number; text: string }[], widthPx = 800): Mark[] =>
  placeMarks(
    marks.map((mark, key) => ({ ...mark, key })),
    widthPx,
    10,
  );
const told = (marks: { x: number; text: string }[], widthPx?: number) =>
  place(marks, widthPx).map(({ text, row }) => (text === '' ? '' : `${row} ${text}`));

describe('labels along the timeline', () => {
  it('that stand apart all have their words', () => {
    expect(told([0, 80, 160].map((x, i) => ({ x, text: `mark ${i}` })))).toEqual([
      '0 mark 0',
      '0 mark 1',
      '0 mark 2',
    ]);
  });

  it('tell the same thing once, with a number', () => {
    expect(told([0, 10, 20].map((x) => ({ x, text: '+ server' })))).toEqual(['0 + server ×3', '', '']);
    expect(told([0, 10, 200].map((x) => ({ x, text: '+ server' })))).toEqual([
      '0 + server ×2',
      '',
      '0 + server',
    ]);
  });

  it('take two rows, then signs, then a number', () => {
    const marks = [
      { x: 100, text: '+ server' },
      { x: 110, text: 'sticky' },
      { x: 124, text: '− B' },
      { x: 126, text: 'deploy' },
      { x: 400, text: '↻ A' },
    ];
    expect(told(marks.slice(0, 2))).toEqual(['0 + server', '1 sticky']);
    expect(told(marks.slice(0, 3))).toEqual(['0 +', '1 sticky', '0 − B']);
    expect(told(marks)).toEqual(['0 +', '1 sticky', '0 2×', '', '0 ↻ A']);
  });

  it('stay within the timeline', () => {
    const [first, second] = place(
      [
        { x: 100, text: '+ server' },
        { x: 795, text: '+ server' },
      ],
      800,
    );
    expect(first.leftPx).toBe(100);
    expect(second.leftPx).toBeLessThan(750);
    expect(second.x).toBe(795);
  });

  it('never overlap, and what has none is counted', () => {
    const anyMark = fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      text: fc.constantFrom('+ server', '✕ A', '✕ B', 'sticky', '서버 사양 변경', '배포', '✕ 저장소'),
    });
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 14 }), (list) => {
        const marks = place(
          [...list].sort((a, b) => a.x - b.x),
          300,
        );
        const labels = marks.filter(({ text }) => text !== '');
        for (const row of [0, 1]) {
          let end = Number.NEGATIVE_INFINITY;
          for (const { leftPx, text } of labels.filter((mark) => mark.row === row)) {
            expect(leftPx).toBeGreaterThanOrEqual(end);
            // At least as long as this, whatever the letters are.
            end = leftPx + 10 + 6 * [...text].length;
          }
        }
        const count = ({ text }: Mark) =>
          Number(/ ×(\d+)$/.exec(text)?.[1] ?? /^(\d+)×$/.exec(text)?.[1] ?? 1);
        expect(labels.reduce((sum, mark) => sum + count(mark), 0)).toBe(list.length);
      }),
      { seed: 3, numRuns: 400 },
    );
  });
});
