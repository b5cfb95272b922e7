import { expect, it } from 'vitest';
import { markAt } from './markAt.ts';
import { addMark, createMarks } from './marks.ts';

it('finds the nearest mark that is near enough, and of equals the one on top', () => {
  const marks = createMarks(1);
  for (const [about, x, y] of [
    [7, 100, 100],
    [8, 110, 100],
    [9, 110, 100],
  ]) {
    marks.about = about;
    addMark(marks, x, y, 0);
  }
  const subjectAt = (x: number, y: number) => marks.subject[markAt(marks, x, y)];
  expect(subjectAt(99, 101)).toBe(7);
  expect(subjectAt(108, 100)).toBe(9);
  expect(markAt(marks, 100, 116)).toBe(-1);
  marks.count = 0;
  expect(markAt(marks, 100, 100)).toBe(-1);
});
