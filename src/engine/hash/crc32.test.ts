import { describe, expect, it } from 'vitest';
import { HASH_MODULO, RING } from '../testing/oracles/hashing.ts';
import { bytesOf } from './bytes.ts';
import { crc32 } from './crc32.ts';

describe('CRC-32', () => {
  it('has the check value of its definition', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
    expect(crc32(bytesOf(''))).toBe(0);
  });

  it.each([...HASH_MODULO, ...RING])('of $key', ({ key, crc32: expected }) => {
    expect(crc32(bytesOf(key))).toBe(expected);
  });

  it('goes on from what came before, and stops where it is told', () => {
    const whole = bytesOf('sess:abc');
    expect(crc32(bytesOf('abc'), 3, crc32(whole, 5))).toBe(crc32(whole));
  });
});
