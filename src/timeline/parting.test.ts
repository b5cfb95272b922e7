import { describe, expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { partMs } from './parting.ts';

const add = (atMs: number): Intervention => ({ atMs, do: 'add-server' });
const addedAnew: Intervention = { do: 'add-server', atMs: 1000 };
const kill = (atMs: number): Intervention => ({ atMs, do: 'kill-server', server: 0 });

describe('where two lists part', () => {
  it.each([
    [[], [], Number.POSITIVE_INFINITY],
    [[add(1000)], [addedAnew], Number.POSITIVE_INFINITY],
    [[add(1000)], [], 1000],
    [[add(1000), kill(4000)], [add(1000), kill(9000)], 4000],
    [[add(1000), kill(2983)], [add(1000), add(8000)], 2983],
  ])('%#', (one, other, atMs) => {
    expect(partMs(one, other)).toBe(atMs);
    expect(partMs(other, one)).toBe(atMs);
  });
});
