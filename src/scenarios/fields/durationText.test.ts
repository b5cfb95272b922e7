import { expect, it } from 'vitest';
import { formatDuration, parseDuration } from './durationText.ts';

it.each([
  [0, '0ms'],
  [0.5, '0.5ms'],
  [75, '75ms'],
  [1000, '1s'],
  [1500, '1.5s'],
  [1005, '1.005s'],
  [60_000, '1min'],
  [90_000, '90s'],
  [3_600_000, '1h'],
  [5_400_000, '90min'],
  [90_000_000, '25h'],
  [172_800_000, '2d'],
  [1500.25, '1500.25ms'],
  [1e-7, 1e-7],
])('%d ms is written %j', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
  expect(parseDuration(text)).toBe(ms);
});

it('decimals are exact, where a multiplication would round', () => {
  expect(1.005 * 1000).not.toBe(1005);
  expect(parseDuration('1.005s')).toBe(1005);
  expect(parseDuration('0.1min')).toBe(6000);
  expect(parseDuration('1us')).toBe(0.001);
});

it.each(['', '5', 's', '-5s', '5 minutes', '1e3ms', '.5s', '5.s', ' 5s', '5S', '1s 500ms'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeNaN();
  },
);
