import { describe, expect, it } from 'vitest';
import { decimal, duration, whole } from '../../scenarios/fields/field.ts';
import { readNumber, valueText } from './readValue.ts';

describe('what is typed', () => {
  it.each([
    ['500ms', 500],
    ['2 s', 2000],
    [' 2s ', 2000],
    ['250', 250],
    ['1,5s', 1500],
    ['5min', 300_000],
  ])('%j is a duration of %d ms', (text, ms) => {
    expect(readNumber(duration(), text)).toBe(ms);
  });

  it.each(['', 'soon', '-5', '1e3', '5 parsecs'])('%j is no duration', (text) => {
    expect(readNumber(duration(), text)).toBeNaN();
  });

  it('has to be in range, and whole where only whole numbers are possible', () => {
    expect(readNumber(duration(100, 200), '99ms')).toBeNaN();
    expect(readNumber(whole(0, 3), '3')).toBe(3);
    expect(readNumber(whole(0, 3), '4')).toBeNaN();
    expect(readNumber(whole(0, 3), '1.5')).toBeNaN();
    expect(readNumber(decimal(0, 1), '0.25')).toBe(0.25);
  });

  it('is what a value looks like', () => {
    for (const ms of [0, 0.5, 75, 1500, 60_000, 5_400_000]) {
      expect(readNumber(duration(), valueText(duration(), ms))).toBe(ms);
    }
    expect(valueText(decimal(0, 1), 0.25)).toBe('0.25');
  });
});
