import { describe, expect, it } from 'vitest';
import { placeMarks } from './marks.ts';

const texts = (marks: { x: number; text: string }[]) => placeMarks(marks).map(({ text }) => text);

describe('labels along the timeline', () => {
  it('take two rows, and the one before tells how many have no room', () => {
    const marks = [
      { x: 100, text: '✕ A' },
      { x: 105, text: 'sticky' },
      { x: 110, text: '+ server' },
      { x: 112, text: 'deploy' },
      { x: 400, text: '↻ A' },
    ];
    const placed = placeMarks(marks);
    expect(placed.map(({ text, row }) => [text, row])).toEqual([
      ['✕ A', 0],
      ['sticky +2', 1],
      ['', 0],
      ['', 0],
      ['↻ A', 0],
    ]);
    // Every one has its line.
    expect(placed.map(({ x, key }) => [x, key])).toEqual(marks.map(({ x }, key) => [x, key]));
  });

  it('tell the same thing once, with a number', () => {
    expect(texts([0, 10, 20].map((x) => ({ x, text: '+ server' })))).toEqual(['+ server ×3']);
    expect(texts([0, 10, 200].map((x) => ({ x, text: '+ server' })))).toEqual(['+ server ×2', '+ server']);
  });

  it('that stand apart all have their words', () => {
    expect(texts([0, 80, 160].map((x, i) => ({ x, text: `mark ${i}` })))).toEqual([
      'mark 0',
      'mark 1',
      'mark 2',
    ]);
  });

  it('make room for their numbers', () => {
    // Without them the fourth would stand where “+1” does.
    const placed = placeMarks([
      { x: 0, text: 'aaaa' },
      { x: 1, text: 'bbbb' },
      { x: 2, text: 'cccc' },
      { x: 40, text: 'dddd' },
      { x: 60, text: 'eeee' },
    ]);
    expect(placed.map(({ text, row }) => [text, row])).toEqual([
      ['aaaa', 0],
      ['bbbb +1', 1],
      ['', 0],
      ['dddd', 0],
      ['eeee', 1],
    ]);
  });
});
