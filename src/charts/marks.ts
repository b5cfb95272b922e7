/** Labels of what was done, along the timeline: none over another, none left out without a word. */

export interface Mark {
  key: number;
  x: number;
  text: string;
  /** 0 or, above it, 1. */
  row: number;
}

/**
 * Labels that would overlap go one row up; where two rows are not enough, only the line is drawn, and the label before
 * tells how many more there are. The same thing done again at nearly the same place is told once, with a number.
 */
export function placeMarks(marks: readonly { x: number; text: string }[]): Mark[] {
  const ends = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const placed: Mark[] = [];
  let last: Mark | undefined;
  let [word, times, more] = ['', 1, 0];
  marks.forEach(({ x, text }, key) => {
    if (last && word === text && more === 0 && x - last.x < 30) times++;
    else {
      const row = ends.findIndex((end) => end <= x);
      const mark: Mark = { key, x, row: Math.max(0, row), text: '' };
      placed.push(mark);
      if (last && row < 0) more++;
      else [last, word, times, more] = [mark, text, 1, 0];
    }
    if (!last) return;
    last.text = word + (times > 1 ? ` ×${times}` : '') + (more > 0 ? ` +${more}` : '');
    ends[last.row] = last.x + roomPx(last.text);
  });
  return placed;
}

/** About the room that a label needs; Hangul is nearly twice as wide as Latin. */
function roomPx(text: string): number {
  let px = 10;
  for (const c of text) px += c >= '\u1100' ? 11 : 7;
  return px;
}
