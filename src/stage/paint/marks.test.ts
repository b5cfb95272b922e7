import { describe, expect, it } from 'vitest';
import { createLanes } from './lanes.ts';
import { addMark, addMarkOnLane, addStreak, createMarks, createStreaks } from './marks.ts';

describe('marks', () => {
  it('grow when they are full and keep what they hold', () => {
    const marks = createMarks(2);
    for (let i = 0; i < 5; i++) addMark(marks, i, -i, 100 + i, 50 + i);
    expect(marks.count).toBe(5);
    expect([...marks.x.subarray(0, 5)]).toEqual([0, 1, 2, 3, 4]);
    expect([...marks.y.subarray(0, 5)]).toEqual([-0, -1, -2, -3, -4]);
    expect([...marks.sprite.subarray(0, 5)]).toEqual([100, 101, 102, 103, 104]);
    expect([...marks.alpha.subarray(0, 5)]).toEqual([50, 51, 52, 53, 54]);
  });

  it('keep their memory from frame to frame', () => {
    const marks = createMarks(4);
    const { x } = marks;
    for (let frame = 0; frame < 3; frame++) {
      marks.count = 0;
      for (let i = 0; i < 4; i++) addMark(marks, 1, 2, 3);
    }
    expect(marks.x).toBe(x);
  });

  it('can lie on a lane', () => {
    const marks = createMarks();
    const lanes = createLanes([{ kind: 'polyline', points: [0, 8, 100, 8] }]);
    addMarkOnLane(marks, lanes, 0, 0.25, 7);
    expect([marks.x[0], marks.y[0], marks.sprite[0], marks.alpha[0]]).toEqual([25, 8, 7, 255]);
  });
});

describe('streaks', () => {
  it('grow when they are full and keep what they hold', () => {
    const streaks = createStreaks(1);
    for (let i = 0; i < 3; i++) addStreak(streaks, i, i / 4, i / 2, 10 + i, 20 + i);
    expect(streaks.count).toBe(3);
    expect([...streaks.lane.subarray(0, 3)]).toEqual([0, 1, 2]);
    expect([...streaks.from.subarray(0, 3)]).toEqual([0, 0.25, 0.5]);
    expect([...streaks.to.subarray(0, 3)]).toEqual([0, 0.5, 1]);
    expect([...streaks.colour.subarray(0, 3)]).toEqual([10, 11, 12]);
    expect([...streaks.alpha.subarray(0, 3)]).toEqual([20, 21, 22]);
  });
});
