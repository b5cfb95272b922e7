/** Labels of what was done, along the timeline: none over another, none left out without a word. */

export interface Mark {
  key: number;
  /** Where its line stands, in px. */
  x: number;
  /** What its label says; empty when another one counts it. */
  text: string;
  /** Where the label begins: at the line, or before it where it would not fit otherwise. */
  leftPx: number;
  /** 0 or, above it, 1 and so on. */
  row: number;
}

/** The same thing done again no further away than this is told once, with a number. */
const NEAR_PX = 30;

/** A label, and what it stands for. */
interface Group {
  mark: Mark;
  word: string;
  /** How often the same was done, and how many marks there are in all that have no other label. */
  same: number;
  all: number;
  isShort: boolean;
}

/**
 * Labels that would overlap go one row up. Where the rows are not enough, the one that stands in the way is shortened to
 * its sign; where that is not enough either, the last label becomes the number of things done there.
 *
 * @param marks in order of their places
 * @param widthPx room from 0 on
 * @param paddingPx what a label needs besides its words, with some distance to the next one
 * @param rows how many there may be above each other
 */
export function placeMarks(
  marks: readonly { key: number; x: number; text: string }[],
  widthPx: number,
  paddingPx: number,
  rows = 2,
): Mark[] {
  const lastIn: (Group | undefined)[] = Array(rows).fill(undefined);
  let last: Group | undefined;
  const room = (text: string) => paddingPx + lengthPx(text);
  const leftOf = (x: number, text: string) => Math.max(0, Math.min(x, widthPx - room(text)));
  /** Whoever says less stands nearer to its line; whoever says more stays where it is. */
  const standOf = ({ mark }: Group, text: string) => Math.max(mark.leftPx, leftOf(mark.x, text));
  const endOf = (group: Group, isShort: boolean) => {
    const text = tell({ ...group, isShort });
    return standOf(group, text) + room(text);
  };
  const say = (group: Group) => {
    const text = tell(group);
    group.mark.leftPx = standOf(group, text);
    group.mark.text = text;
  };

  return marks.map(({ key, x, text }) => {
    const mark: Mark = { key, x, text: '', leftPx: x, row: 0 };
    if (last?.word === text && last.same === last.all && x - last.mark.x < NEAR_PX) {
      last.same = ++last.all;
      say(last);
      return mark;
    }
    for (const isShort of [false, true]) {
      const group: Group = { mark, word: text, same: 1, all: 1, isShort };
      mark.leftPx = leftOf(x, tell(group));
      const isFree = (shortened: boolean) => (before: Group | undefined) =>
        !before || endOf(before, before.isShort || shortened) <= mark.leftPx;
      let row = lastIn.findIndex(isFree(false));
      if (row < 0) row = lastIn.findIndex(isFree(true));
      const before = lastIn[row];
      if (row < 0) continue;
      if (before && !isFree(false)(before)) {
        before.isShort = true;
        say(before);
      }
      mark.row = row;
      last = lastIn[row] = group;
      say(group);
      return mark;
    }
    mark.leftPx = x;
    if (last) {
      last.all++;
      say(last);
    }
    return mark;
  });
}

function tell({ word, same, all, isShort }: Group): string {
  if (all > same) return `${all}×`;
  return (isShort ? signOf(word) : word) + (same > 1 ? ` ×${same}` : '');
}

/** “+” of “+ server”; where there is no sign, how the word begins. */
function signOf(word: string): string {
  if (/^\P{L} /u.test(word)) return word.length > 3 ? word.slice(0, 1) : word;
  const letters = [...word];
  return letters.length > 4 ? `${letters.slice(0, 2).join('')}…` : word;
}

/** About how long a text is; Hangul is nearly twice as wide as Latin. */
function lengthPx(text: string): number {
  let px = 0;
  for (const c of text) px += c >= '\u1100' ? 11 : 6.5;
  return px;
}
