import { describe, expect, it } from 'vitest';
import { createView, letter, pick, server, setInFlight } from '../testing/balancerView.ts';
import { TIME_CLASSES } from '../testing/oracles/balancers.ts';
import { leastTime, timeClass } from './leastTime.ts';

it.each(TIME_CLASSES)('an average of $averageMs ms counts for $countsMs ms', ({ averageMs, countsMs }) => {
  expect(timeClass(averageMs)).toBe(countsMs);
});

const answers = (view: ReturnType<typeof createView>, name: string, ...tookMs: number[]) => {
  for (const ms of tookMs) leastTime.ended?.(view, server(name), ms, false);
};

describe('least time', () => {
  it('takes the least average times requests, for the weight', () => {
    const view = createView([1, 1, 2]);
    answers(view, 'a', 90); // counts for 100
    answers(view, 'b', 30); // 40
    answers(view, 'c', 150); // 160, for twice the weight
    expect(letter(pick(leastTime, view))).toBe('b'); // 100, 40, 80
    setInFlight(view, [0, 2, 1]);
    expect(letter(pick(leastTime, view))).toBe('a'); // 100, 120, 160
    setInFlight(view, [1, 2, 0]);
    expect(letter(pick(leastTime, view))).toBe('c'); // 200, 120, 80
  });

  it('lets servers of one class take weighted turns', () => {
    const view = createView([2, 1]);
    answers(view, 'a', 61); // 80 / 2 = 40
    answers(view, 'b', 25); // 40 / 1
    expect([1, 2, 3, 4, 5, 6].map(() => letter(pick(leastTime, view))).join(' ')).toBe('a b a a b a');
  });

  it('lets a new answer count for one part in twenty, in whole milliseconds', () => {
    const view = createView([1]);
    answers(view, 'a', 100.9);
    expect(view.perServer[2][0]).toBe(100);
    answers(view, 'a', 200); // 0.05 * 200 + 0.95 * 100 = 105
    expect(view.perServer[2][0]).toBe(105);
    answers(view, 'a', 0); // 99.75, rounded
    expect(view.perServer[2][0]).toBe(100);
  });

  it('learns from answers alone, not from failures', () => {
    const view = createView([1, 1]);
    leastTime.ended?.(view, 0, 9999, true);
    expect(view.perServer[2][0]).toBe(0);
  });

  it('halves the average of a server that nobody asked for long', () => {
    const view = createView([1, 1]);
    view.nowMs = 20_000;
    leastTime.ended?.(view, 0, 1, true); // tried at 20 s
    answers(view, 'a', 1000); // 1020
    view.perServer[3][1] = 20;
    answers(view, 'b', 300); // 320
    const at = (timeS: number) => {
      view.nowMs = timeS * 1000;
      return letter(pick(leastTime, view));
    };
    expect(at(30)).toBe('b'); // 10 s are not more than 10
    view.perServer[3][1] = 100; // b is asked all the time
    expect(at(41)).toBe('b'); // 21 s: halved once, 500: 520
    expect(at(42)).toBe('a'); // 22 s: twice, 250: 260
    expect(at(43)).toBe('b'); // it was tried, and starts again
  });
});
