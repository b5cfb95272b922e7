import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventQueue, kindOf, removeFirst, schedule, subjectOf } from './eventQueue.ts';

/** A number adds an event at that time, with few times so that many are equal; null takes the first away. */
const operations = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { freq: 2 }), { maxLength: 400 });

describe('the event queue', () => {
  it('gives events back by time, and at equal times in the order in which they were added', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const queue = createEventQueue(2);
        const model: { timeMs: number; number: number }[] = [];
        for (const timeMs of list) {
          if (timeMs === null) {
            const first = model.shift();
            if (first === undefined) continue;
            expect([queue.timeMs[0], queue.number[0]]).toEqual([first.timeMs, first.number]);
            // What an event is about moves along with it.
            expect([kindOf(queue.what[0]), subjectOf(queue.what[0])]).toEqual([
              first.number % 7,
              first.number * 3,
            ]);
            removeFirst(queue);
          } else {
            const next = queue.nextNumber;
            const number = schedule(queue, timeMs, next % 7, next * 3);
            model.push({ timeMs, number });
            model.sort((a, b) => a.timeMs - b.timeMs || a.number - b.number);
          }
          expect(queue.length).toBe(model.length);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('numbers events from 1, so that 0 can mean none', () => {
    expect(schedule(createEventQueue(), 5, 0, 0)).toBe(1);
  });

  it('holds more than it was made for', () => {
    const queue = createEventQueue(2);
    for (let i = 0; i < 1000; i++) schedule(queue, (i * 7919) % 1000, 0, i);
    for (let i = 0; i < 1000; i++) {
      expect(queue.timeMs[0]).toBe(i);
      removeFirst(queue);
    }
    expect(queue.length).toBe(0);
  });
});
