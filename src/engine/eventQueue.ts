/**
 * The events still to come, ordered by time and, at equal times, by the order in which they were asked
 * for. A binary heap in typed arrays: plain data that a snapshot copies, no object per event.
 */

export interface EventQueue {
  length: number;
  /** The number the next event will get; numbers start at 1, so that 0 can mean "no event". */
  nextNumber: number;
  timeMs: Float64Array;
  number: Float64Array;
  /** Kind and subject in one, see `kindOf` and `subjectOf`: one column less to move about. */
  what: Int32Array;
}

export function createEventQueue(capacity = 256): EventQueue {
  return {
    length: 0,
    nextNumber: 1,
    timeMs: new Float64Array(capacity),
    number: new Float64Array(capacity),
    what: new Int32Array(capacity),
  };
}

/** Kinds are less than 32; that leaves room for 67 million subjects, more than any table can have rows. */
const KIND_BITS = 5;
export const kindOf = (what: number): number => what & ((1 << KIND_BITS) - 1);
export const subjectOf = (what: number): number => what >> KIND_BITS;

/**
 * Adds an event and returns its number, by which its owner can tell later whether it still counts. Short, so that it
 * becomes part of its callers and no time has to be put into an object to get here.
 */
export function schedule(q: EventQueue, timeMs: number, kind: number, subject: number): number {
  if (q.length === q.timeMs.length) grow(q);
  const last = q.length++;
  const number = q.nextNumber++;
  q.timeMs[last] = timeMs;
  q.number[last] = number;
  q.what[last] = (subject << KIND_BITS) | kind;
  // A new event has the highest number, so at equal times it stays below its parent.
  if (last > 0 && q.timeMs[(last - 1) >> 1] > timeMs) rise(q, last);
  return number;
}

/** Moves the last event up to its place. */
function rise(q: EventQueue, last: number): void {
  const times = q.timeMs;
  const numbers = q.number;
  const whats = q.what;
  const timeMs = times[last];
  const number = numbers[last];
  const what = whats[last];
  let hole = last;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (times[parent] <= timeMs) break;
    times[hole] = times[parent];
    numbers[hole] = numbers[parent];
    whats[hole] = whats[parent];
    hole = parent;
  }
  times[hole] = timeMs;
  numbers[hole] = number;
  whats[hole] = what;
}

/** Removes the earliest event; the caller has read it at index 0. */
export function removeFirst(q: EventQueue): void {
  const last = --q.length;
  if (last === 0) return;
  const times = q.timeMs;
  const numbers = q.number;
  const whats = q.what;
  const timeMs = times[last];
  const number = numbers[last];
  let hole = 0;
  let child = 1;
  while (child < last) {
    const right = child + 1;
    if (
      right < last &&
      (times[right] < times[child] || (times[right] === times[child] && numbers[right] < numbers[child]))
    ) {
      child = right;
    }
    if (timeMs < times[child] || (timeMs === times[child] && number < numbers[child])) break;
    times[hole] = times[child];
    numbers[hole] = numbers[child];
    whats[hole] = whats[child];
    hole = child;
    child = 2 * hole + 1;
  }
  times[hole] = timeMs;
  numbers[hole] = number;
  whats[hole] = whats[last];
}

function grow(q: EventQueue): void {
  const capacity = q.timeMs.length * 2;
  const timeMs = new Float64Array(capacity);
  const number = new Float64Array(capacity);
  const what = new Int32Array(capacity);
  timeMs.set(q.timeMs);
  number.set(q.number);
  what.set(q.what);
  Object.assign(q, { timeMs, number, what });
}
