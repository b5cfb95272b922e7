/**
 * What is kept of `Recent` with a snapshot, so that going to a moment needs no more than the snapshot before it. Rings
 * keep their numbering: what is read of them afterwards is what would be read had the run been played to here.
 */
import { type Answers, type Legs, MOST_NOTICES, type Notice, RECENT_MS, type Recent } from './recent.ts';

/** A stretch of a ring: entries `from` to `count`, the columns cut to it. */
interface RingCopy {
  from: number;
  count: number;
  columns: Record<string, Column>;
}

type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

export interface RecentCopy {
  legs: RingCopy;
  answers: RingCopy;
  /** Notices never change, so they are shared. */
  notices: Notice[];
  /** Memory of the columns. */
  bytes: number;
}

/** @param nowMs the moment that `recent` is of */
export function copyRecent({ legs, answers, notices }: Recent, nowMs: number): RecentCopy {
  const sinceMs = nowMs - RECENT_MS;
  const legsCopy = copyRing(legs, firstAfter(legs, legs.untilMs, sinceMs));
  const answersCopy = copyRing(answers, firstAfter(answers, answers.atMs, sinceMs));
  return {
    legs: legsCopy,
    answers: answersCopy,
    notices: notices.filter((n) => n.atMs > sinceMs).slice(-MOST_NOTICES),
    bytes: bytesOf(legsCopy) + bytesOf(answersCopy),
  };
}

/** Makes `recent` what it was when the copy was made. */
export function restoreRecent(recent: Recent, copy: RecentCopy): void {
  const { legs, answers } = recent;
  // Rows that were not copied are older than anybody looks back.
  legs.serial.fill(0);
  legs.sinceMs.fill(Number.NEGATIVE_INFINITY);
  legs.untilMs.fill(Number.NEGATIVE_INFINITY);
  answers.atMs.fill(Number.NEGATIVE_INFINITY);
  restoreRing(legs, copy.legs);
  restoreRing(answers, copy.answers);
  recent.notices = [...copy.notices];
}

/** Number of the first entry after which all that end later than this lie; earlier ones are all over by then. */
function firstAfter(ring: Legs | Answers, endsMs: Float64Array, sinceMs: number): number {
  const oldest = Math.max(0, ring.count - ring.capacity);
  let first = oldest;
  while (first < ring.count && !(endsMs[first % ring.capacity] > sinceMs)) first++;
  return first;
}

function columnsOf(ring: Legs | Answers): [string, Column][] {
  return Object.entries(ring).filter((entry): entry is [string, Column] => ArrayBuffer.isView(entry[1]));
}

function copyRing(ring: Legs | Answers, from: number): RingCopy {
  const { capacity, count } = ring;
  const length = count - from;
  const start = from % capacity;
  const beforeWrap = Math.min(length, capacity - start);
  const columns: RingCopy['columns'] = {};
  for (const [name, column] of columnsOf(ring)) {
    const Kind = column.constructor as new (length: number) => Column;
    const part = new Kind(length);
    part.set(column.subarray(start, start + beforeWrap));
    part.set(column.subarray(0, length - beforeWrap), beforeWrap);
    columns[name] = part;
  }
  return { from, count, columns };
}

function restoreRing(ring: Legs | Answers, { from, count, columns }: RingCopy): void {
  const start = from % ring.capacity;
  const beforeWrap = Math.min(count - from, ring.capacity - start);
  for (const [name, column] of columnsOf(ring)) {
    column.set(columns[name].subarray(0, beforeWrap), start);
    column.set(columns[name].subarray(beforeWrap), 0);
  }
  ring.count = count;
}

function bytesOf({ columns }: RingCopy): number {
  return Object.values(columns).reduce((bytes, column) => bytes + column.byteLength, 0);
}
