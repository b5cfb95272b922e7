import { expect, it } from 'vitest';
import { AUTOSCALER } from '../../engine/state/autoscaler.ts';
import { record } from '../../engine/testing/record.ts';
import { autoscaler } from './autoscaler.ts';

it('goes down with the first quiet, at the price of logins, up with the wave, and down again', () => {
  const { happenings, answers } = record(autoscaler, 45_000, [], 7);
  const sizes = happenings.flatMap((h) => (h.what === 'scaling' ? [h.to] : []));
  const highest = Math.max(...sizes);
  expect(sizes[0]).toBeLessThan(3);
  expect(highest).toBeGreaterThan(3);
  expect(sizes[sizes.length - 1]).toBeLessThan(highest);
  const forced = answers.filter(({ status }) => status === 401);
  expect(forced.length).toBeGreaterThan(2);
  for (const { causes } of forced) {
    expect(causes).toContainEqual(expect.objectContaining({ code: 'record-gone', by: AUTOSCALER }));
  }
});
