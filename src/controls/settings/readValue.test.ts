import { describe, expect, it } from 'vitest';
import { panelEn } from '../../i18n/settings/panel.en.ts';
import { panelKo } from '../../i18n/settings/panel.ko.ts';
import { decimal, duration, whole } from '../../scenarios/fields/field.ts';
import { readNumber, valueText } from './readValue.ts';

const { units: en } = panelEn;
const { units: ko } = panelKo;

describe('what is typed', () => {
  it.each([
    ['500ms', 500],
    ['2 s', 2000],
    [' 2s ', 2000],
    ['250', 250],
    ['1,5s', 1500],
    ['5min', 300_000],
  ])('%j is a duration of %d ms', (text, ms) => {
    expect(readNumber(duration(), text, en)).toBe(ms);
  });

  it.each(['', 'soon', '-5', '1e3', '5 parsecs'])('%j is no duration', (text) => {
    expect(readNumber(duration(), text, en)).toBeNaN();
  });

  it.each([
    ['500밀리초', 500],
    ['2 초', 2000],
    ['5분', 300_000],
    ['75ms', 75],
  ])('%j is a duration of %d ms in Korean', (text, ms) => {
    expect(readNumber(duration(), text, ko)).toBe(ms);
  });

  it('has to be in range, and whole where only whole numbers are possible', () => {
    expect(readNumber(duration(100, 200), '99ms', en)).toBeNaN();
    expect(readNumber(whole(0, 3), '3', en)).toBe(3);
    expect(readNumber(whole(0, 3), '4', en)).toBeNaN();
    expect(readNumber(whole(0, 3), '1.5', en)).toBeNaN();
    expect(readNumber(decimal(0, 1), '0.25', en)).toBe(0.25);
  });

  it.each([en, ko])('is what a value looks like, with units such as $min', (units) => {
    for (const ms of [0, 0.5, 75, 1500, 60_000, 5_400_000]) {
      expect(readNumber(duration(), valueText(duration(), ms, units), units)).toBe(ms);
    }
    expect(valueText(decimal(0, 1), 0.25, en)).toBe('0.25');
  });
});
