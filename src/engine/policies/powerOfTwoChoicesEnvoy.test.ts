import { describe, expect, it } from 'vitest';
import { createView, dice, faces, pick, setInFlight, setTried } from '../testing/balancerView.ts';
import { TWO_CHOICES } from '../testing/oracles/balancers.ts';
import { powerOfTwoChoicesEnvoy } from './powerOfTwoChoicesEnvoy.ts';

describe('Envoy’s two choices', () => {
  it.each(TWO_CHOICES.filter((c) => c.envoy !== null))(
    'takes $envoy of $drawn, in flight $inFlight',
    ({ inFlight, weights, drawn, envoy }) => {
      const view = createView(weights);
      setInFlight(view, inFlight);
      expect(pick(powerOfTwoChoicesEnvoy, view, faces(drawn, weights))).toBe(envoy);
    },
  );

  it('may draw the same server twice, so the busier of two gets a quarter', () => {
    const view = createView([1, 1]);
    setInFlight(view, [7, 0]);
    const four = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ].map((drawn) => pick(powerOfTwoChoicesEnvoy, view, faces(drawn, [1, 1])));
    expect(four).toEqual([0, 1, 1, 1]);
  });

  it('looks at as many as it is told', () => {
    const view = createView([1, 1, 1, 1]);
    setInFlight(view, [3, 2, 1, 0]);
    const taken = [1, 2, 3, 4].map((choices) => {
      view.settings = { ...view.settings, choices };
      return pick(powerOfTwoChoicesEnvoy, view, faces([0, 1, 2, 3], [1, 1, 1, 1]));
    });
    expect(taken).toEqual([0, 1, 2, 3]);
  });

  it('draws among those that were not tried', () => {
    const view = createView([1, 1, 1, 1]);
    setTried(view, [1, 2]);
    expect([0.2, 0.7].map((u) => pick(powerOfTwoChoicesEnvoy, view, dice(u)))).toEqual([0, 3]);
  });

  it('goes by earliest deadline when weights differ, without a draw', () => {
    const view = createView([2, 1]);
    const never = { next: () => expect.fail('nothing is drawn') };
    expect([1, 2, 3, 4, 5, 6].map(() => pick(powerOfTwoChoicesEnvoy, view, never))).toEqual([
      0, 1, 0, 0, 1, 0,
    ]);
  });
});
