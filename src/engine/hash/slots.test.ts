import { describe, expect, it } from 'vitest';
import { SLOT_RANGES, SLOTS_OF_KEYS } from '../testing/oracles/hashing.ts';
import { bytesOf } from './bytes.ts';
import { crc16 } from './crc16.ts';
import { SLOTS, slotOf, slotRanges } from './slots.ts';

const shardOf = (slot: number, shards: number): number =>
  slotRanges(shards).findIndex(([first, last]) => first <= slot && slot <= last);

describe('the slots of Redis Cluster', () => {
  it('come from CRC-16/XMODEM, which has the check value of its definition', () => {
    expect(crc16(bytesOf('123456789'))).toBe(0x31c3);
  });

  it.each(SLOTS_OF_KEYS)('$key is in slot $slot', ({ key, slot, shardOf3 }) => {
    expect(slotOf(bytesOf(key))).toBe(slot);
    expect(shardOf(slot, 3)).toBe(shardOf3);
  });

  it.each(SLOT_RANGES)('$shards shards have as many as can be', ({ shards, ranges }) => {
    expect(slotRanges(shards)).toEqual(ranges);
  });

  it.each([1, 2, 7, 100, 1000])('are all given out, each once, to %i shards', (shards) => {
    const ranges = slotRanges(shards);
    expect(ranges[0][0]).toBe(0);
    expect(ranges[shards - 1][1]).toBe(SLOTS - 1);
    for (let i = 1; i < shards; i++) expect(ranges[i][0]).toBe(ranges[i - 1][1] + 1);
  });

  it('read no further than the key', () => {
    expect(slotOf(bytesOf('foobar'), 3)).toBe(slotOf(bytesOf('foo')));
    expect(slotOf(bytesOf('foo{bar}'), 7)).toBe(crc16(bytesOf('foo{bar')) % SLOTS);
  });
});
