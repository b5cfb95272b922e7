import { beforeEach, describe, expect, it } from 'vitest';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createPlayer, SPEEDS } from './createPlayer.ts';
import { playSlowly } from './playSlowly.ts';
import { type Frames, stubFrames } from './testing/frames.ts';

let frames: Frames;
beforeEach(() => {
  frames = stubFrames();
});

const begun = (speed: number) => {
  const player = createPlayer({ scenario: SCENARIOS['two-servers'], seed: 7, interventions: [] }, 9000, {
    speed,
  });
  return { player, state: player.store.getState };
};

/** Wall milliseconds until it stands still. */
function playOut({ state }: Pick<ReturnType<typeof begun>, 'state'>): number {
  const startMs = performance.now();
  let frame = 0;
  while (state().playing) frames.next(startMs + ++frame * 50);
  return frame * 50;
}

describe('playing slowly', () => {
  it.each([1 / 4, 1, 100, Number.POSITIVE_INFINITY])('takes long enough to be seen, at speed %d', (speed) => {
    const { player, state } = begun(speed);
    playSlowly(player, 4000, 4156);
    expect(player.timeline.nowMs).toBe(4000);
    expect(SPEEDS).toContain(state().speed);
    expect(playOut({ state })).toBeGreaterThanOrEqual(2500);
    expect(player.timeline.nowMs).toBe(4156);
    expect(state().speed, 'as it was').toBe(speed);
  });

  it('is never faster than one had chosen, and as slow as it goes for what takes no time', () => {
    const { player, state } = begun(1);
    playSlowly(player, 1000, 9000);
    expect(state().speed).toBe(1);
    playSlowly(player, 4000, 4001);
    expect(state().speed).toBe(SPEEDS[0]);
  });

  it('leaves a speed alone that somebody chooses meanwhile', () => {
    const { player, state } = begun(1);
    playSlowly(player, 4000, 4156);
    player.setSpeed(10);
    playOut({ state });
    expect(state().speed).toBe(10);
  });
});
