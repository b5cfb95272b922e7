/** Counts answers by status and kind, and how long they took. */
import { isAwaited, needsSession, REASONS, REQUEST_KINDS, RequestKind } from '../engine/state/requests.ts';
import type { World } from '../engine/state/world.ts';
import { addValue, createHistogram, type Histogram } from './histogram.ts';

export interface Answers {
  /** Finished requests by status. */
  byStatus: Map<number, number>;
  /** Finished requests by kind. */
  byKind: Uint32Array;
  /** Finished requests by reason. */
  byReason: Uint32Array;
  /** Finished requests that need a login, and those of them that were served. */
  needLogin: number;
  needLoginServed: number;
  /** Of requests that somebody waited for. */
  responseMs: Histogram;
  servedResponseMs: Histogram;
  fileMs: Histogram;
}

export function createAnswers(): Answers {
  return {
    byStatus: new Map(),
    byKind: new Uint32Array(REQUEST_KINDS.length),
    byReason: new Uint32Array(REASONS.length),
    needLogin: 0,
    needLoginServed: 0,
    responseMs: createHistogram(),
    servedResponseMs: createHistogram(),
    fileMs: createHistogram(),
  };
}

/** A request is finished. */
export function countAnswer(answers: Answers, { nowMs, requests }: World, r: number): void {
  const status = requests.status[r];
  const kind = requests.kind[r];
  const isServed = status < 400;
  const responseMs = nowMs - requests.bornMs[r];
  answers.byStatus.set(status, (answers.byStatus.get(status) ?? 0) + 1);
  answers.byKind[kind]++;
  answers.byReason[requests.reason[r]]++;
  if (kind === RequestKind.file) addValue(answers.fileMs, responseMs);
  if (!isAwaited(kind)) return;
  addValue(answers.responseMs, responseMs);
  if (isServed) addValue(answers.servedResponseMs, responseMs);
  if (!needsSession(kind)) return;
  answers.needLogin++;
  if (isServed) answers.needLoginServed++;
}
