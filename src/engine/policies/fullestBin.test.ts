/**
 * Two choices against one: as many requests as servers, and none ends. With one choice the fullest server has about
 * ln n / ln ln n of them, with d choices only ln ln n / ln d and a constant (Azar, Broder, Karlin, Upfal).
 */
import { describe, expect, it } from 'vitest';
import { uniform } from '../random/streams.ts';
import { createView } from '../testing/balancerView.ts';
import { FULLEST_BIN } from '../testing/oracles/balancers.ts';
import { powerOfTwoChoicesEnvoy } from './powerOfTwoChoicesEnvoy.ts';

function fullest(bins: number, choices: number, run: number): number {
  const view = createView(Array(bins).fill(1));
  view.settings = { ...view.settings, choices };
  let count = 0;
  const draw = { next: () => uniform(bins + choices, run, count++) };
  for (let ball = 0; ball < bins; ball++) view.inFlight[powerOfTwoChoicesEnvoy.pick(view, draw, true)]++;
  return view.inFlight.reduce((most, load) => Math.max(most, load), 0);
}

describe.each(FULLEST_BIN)('$bins requests, best of $choices', ({ bins, choices, fullest: known }) => {
  it(`fill the fullest server with about ${known}`, () => {
    const runs = Math.min(40, 400_000 / bins);
    const loads = Array.from({ length: runs }, (_, run) => fullest(bins, choices, run));
    const mean = loads.reduce((a, b) => a + b) / runs;
    // The known mean is of ten runs itself. One choice varies by about one from run to run, several hardly at all.
    expect(Math.abs(mean - known)).toBeLessThan(choices === 1 ? 0.9 : 0.5);
  });
});

it('more choices never make it worse', () => {
  for (const bins of [1000, 10_000]) {
    const [one, two, three] = [1, 2, 3].map((choices) => fullest(bins, choices, 1));
    expect(one).toBeGreaterThan(two);
    expect(two).toBeGreaterThanOrEqual(three);
  }
});
