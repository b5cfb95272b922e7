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
  kind: Uint8Array;
  subject: Int32Array;
}

export function createEventQueue(capacity = 256): EventQueue {
  return {
    length: 0,
    nextNumber: 1,
    timeMs: new Float64Array(capacity),
    number: new Float64Array(capacity),
    kind: new Uint8Array(capacity),
    subject: new Int32Array(capacity),
  };
}

/** Adds an event and returns its number, by which its owner can tell later whether it still counts. */
export function schedule(q: EventQueue, timeMs: number, kind: number, subject: number): number {
  if (q.length === q.timeMs.length) grow(q);
  const number = q.nextNumber++;
  const times = q.timeMs;
  const numbers = q.number;
  const kinds = q.kind;
  const subjects = q.subject;
  let hole = q.length++;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    // A new event has the highest number, so at equal times it stays below its parent.
    if (times[parent] <= timeMs) break;
    times[hole] = times[parent];
    numbers[hole] = numbers[parent];
    kinds[hole] = kinds[parent];
    subjects[hole] = subjects[parent];
    hole = parent;
  }
  times[hole] = timeMs;
  numbers[hole] = number;
  kinds[hole] = kind;
  subjects[hole] = subject;
  return number;
}

/** Removes the earliest event; the caller has read it at index 0. */
export function removeFirst(q: EventQueue): void {
  const last = --q.length;
  if (last === 0) return;
  const times = q.timeMs;
  const numbers = q.number;
  const kinds = q.kind;
  const subjects = q.subject;
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
    kinds[hole] = kinds[child];
    subjects[hole] = subjects[child];
    hole = child;
    child = 2 * hole + 1;
  }
  times[hole] = timeMs;
  numbers[hole] = number;
  kinds[hole] = kinds[last];
  subjects[hole] = subjects[last];
}

function grow(q: EventQueue): void {
  const capacity = q.timeMs.length * 2;
  const timeMs = new Float64Array(capacity);
  const number = new Float64Array(capacity);
  const kind = new Uint8Array(capacity);
  const subject = new Int32Array(capacity);
  timeMs.set(q.timeMs);
  number.set(q.number);
  kind.set(q.kind);
  subject.set(q.subject);
  Object.assign(q, { timeMs, number, kind, subject });
}
