/** What every policy must do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createView,
  dice,
  pick,
  setAddress,
  setInFlight,
  setKey,
  setTried,
  setUsable,
} from '../testing/balancerView.ts';
import { POLICY_IDS } from './index.ts';
import { wasTried } from './policy.ts';
import { policyOf } from './policyOf.ts';

const someView = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
    inFlight: fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }),
    left: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    tried: fc.uniqueArray(fc.nat(7), { maxLength: 8 }),
    last: fc.nat(8),
    key: fc.constantFrom('', 'user1', 'user2', 'user34567'),
    octets: fc.array(fc.nat(255), { minLength: 4, maxLength: 4 }),
  })
  .map(({ weights, inFlight, left, tried, last, key, octets }) => {
    const view = createView(weights);
    setUsable(
      view,
      weights.map((_, s) => s).filter((s) => left[s]),
    );
    setInFlight(view, inFlight.slice(0, weights.length));
    setTried(
      view,
      tried.filter((s) => s < weights.length),
    );
    setKey(view, key);
    setAddress(view, octets.join('.'));
    view.own[0] = last;
    return view;
  });

const someDice = fc.array(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), {
  minLength: 1,
  maxLength: 5,
});

describe.each(POLICY_IDS)('%s', (id) => {
  const policy = policyOf(id);
  // Every view has other servers, and some tables take milliseconds to make.
  const some = policy.table === undefined ? 2000 : 200;

  it('is listed under its own name', () => {
    expect(policy.id).toBe(id);
  });

  it('picks a usable server that was not tried, and -1 only when there is none', () => {
    fc.assert(
      fc.property(someView, someDice, (view, numbers) => {
        const candidates = Array.from(view.usable.subarray(0, view.usableCount)).filter(
          (s) => !wasTried(view, s),
        );
        const picked = pick(policy, view, dice(...numbers));
        if (candidates.length === 0) expect(picked).toBe(-1);
        else expect(candidates).toContain(picked);
      }),
      { seed: 1, numRuns: some },
    );
  });

  it('only reads what the balancer sees, and writes only into its own memory', () => {
    fc.assert(
      fc.property(someView, someDice, (view, numbers) => {
        const seen = () => ({ ...view, own: 0, perServer: 0, noted: 0 });
        const before = structuredClone(seen());
        pick(policy, view, dice(...numbers));
        expect(seen()).toEqual(before);
      }),
      { seed: 2, numRuns: some / 10 },
    );
  });

  it('picks the same for the same memory and the same dice', () => {
    fc.assert(
      fc.property(someView, someDice, (view, numbers) => {
        const twin = structuredClone(view);
        twin.noted.fill(7); // what somebody noted before means nothing
        expect(pick(policy, view, dice(...numbers))).toBe(pick(policy, twin, dice(...numbers)));
        expect({ ...twin, noted: 0 }).toEqual({ ...view, noted: 0 });
      }),
      { seed: 3, numRuns: some / 10 },
    );
  });

  it('goes on when servers vanish and come back', () => {
    const view = createView([1, 1, 1, 1]);
    const draw = dice(0.1, 0.9, 0.4, 0.6);
    for (const usable of [[0, 1, 2, 3], [3], [], [0, 2], [0, 1, 2, 3]]) {
      setUsable(view, usable);
      for (let i = 0; i < 8; i++) {
        const picked = pick(policy, view, draw);
        expect(usable.length === 0 ? picked === -1 : usable.includes(picked)).toBe(true);
      }
    }
  });
});
