import { describe, expect, it } from 'vitest';
import { createView, letter, pick, server, setInFlight } from '../testing/balancerView.ts';
import { LEAST_CONNECTIONS, LEAST_CONNECTIONS_TIES } from '../testing/oracles/balancers.ts';
import { leastConnections } from './leastConnections.ts';

describe('least connections', () => {
  it.each(LEAST_CONNECTIONS)('picks as nginx does: $weights, $steps', ({ weights, steps, inFlight }) => {
    const view = createView(weights);
    steps.split(' ').forEach((step, i) => {
      if (step.startsWith('-')) view.inFlight[server(step[1])]--;
      else {
        const picked = pick(leastConnections, view);
        expect(letter(picked)).toBe(step);
        view.inFlight[picked]++;
      }
      expect(Array.from(view.inFlight)).toEqual(inFlight[i]);
    });
  });

  it('goes round when nothing is in flight, instead of staying with the first', () => {
    const view = createView([1, 1, 1]);
    expect([0, 1, 2, 3, 4, 5].map(() => letter(pick(leastConnections, view))).join(' ')).toBe('a b c a b c');
  });

  it.each(LEAST_CONNECTIONS_TIES)(
    '$inFlight with weights $weights: $nginx',
    ({ inFlight, weights, nginx }) => {
      const view = createView(weights);
      setInFlight(view, inFlight);
      const picked = pick(leastConnections, view);
      if (nginx !== 'tie') {
        expect(letter(picked)).toBe(nginx);
        // Nobody took a turn: credits are only spent among those that tie.
        expect(Array.from(view.perServer[0])).toEqual([0, 0]);
      } else expect(Array.from(view.perServer[0])).not.toEqual([0, 0]);
    },
  );
});
