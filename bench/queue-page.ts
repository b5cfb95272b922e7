/** What `browser.bench.ts` runs inside a page. */
import '../src/engine/allRules.ts';
import { inTurn } from './inTurn.ts';
import { queueContenders, queueSpeeds } from './queue.ts';

/** A page has no clock of its own processor time. */
function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

export type QueueBench = () => ReturnType<typeof queueSpeeds>;

globalThis.queueBench = () => queueSpeeds(inTurn(queueContenders(seconds)));
