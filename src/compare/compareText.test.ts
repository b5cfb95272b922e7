import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVariants, parseCompare } from './compareText.ts';
import type { Variant } from './core/comparison.ts';
import { READY, READY_IDS } from './core/ready/index.ts';
import { setting } from './core/ready/ready.ts';

const variant = (part: Partial<Variant>): Variant => ({
  scenario: null,
  changes: [],
  interventions: null,
  ...part,
});

describe('what is compared, in a link', () => {
  it('is short and readable', () => {
    expect(
      formatVariants([
        variant({ changes: [setting('sessions.strategy', 'shared'), setting('servers.count', 3)] }),
        variant({ scenario: 'failover', interventions: [{ atMs: 6000, do: 'kill-server', server: 1 }] }),
        variant({ interventions: [] }),
      ]),
    ).toBe('sessions.strategy~shared,servers.count~3;scenario~failover,6000~kill~B;nothing');
  });

  it('can be read when it was written', () => {
    const change = fc.constantFrom(
      setting('sessions.strategy', 'token'),
      setting('balancer.retries', null),
      setting('people.think', { kind: 'lognormal', meanMs: 500, cv: 0.5 }),
      setting('balancer.drainMs', 1500),
      setting('cdn.on', true),
    );
    const done = fc.constantFrom(
      { atMs: 100, do: 'add-server' } as const,
      { atMs: 2000.5, do: 'set', setting: 'balancer.retries', value: 1 } as const,
      { atMs: 3000, do: 'kill-store', node: 1 } as const,
    );
    const any = fc.record({
      scenario: fc.constantFrom(null, 'failover' as const, 'pictures' as const),
      changes: fc.uniqueArray(change, { maxLength: 3 }),
      interventions: fc.option(
        fc.uniqueArray(done).map((all) => all.sort((a, b) => a.atMs - b.atMs)),
        { nil: null },
      ),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), (variants) => {
        expect(parseCompare(formatVariants(variants))).toEqual({ ready: null, variants, wrong: [] });
      }),
      { seed: 1 },
    );
  });

  it('may be the name of a ready one; and each of them can be written in full', () => {
    for (const id of READY_IDS) {
      expect(parseCompare(id)).toEqual({ ready: id, variants: [], wrong: [] });
      const { variants } = READY[id];
      expect(parseCompare(formatVariants(variants))).toEqual({ ready: null, variants, wrong: [] });
    }
  });

  it('is used as far as it can be, and the rest given back', () => {
    expect(parseCompare('servers.count~3,servers.count~many;sessions.strategy~nowhere;6000~dance')).toEqual({
      ready: null,
      variants: [variant({ changes: [setting('servers.count', 3)] })],
      wrong: ['servers.count~many', 'sessions.strategy~nowhere', '6000~dance'],
    });
    expect(parseCompare('scenario~nowhere').wrong).toEqual(['scenario~nowhere']);
    expect(parseCompare('same;same;same;same').wrong).toEqual(['same']);
    expect(parseCompare('')).toEqual({ ready: null, variants: [], wrong: [] });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseCompare(text).variants.length).toBeLessThan(4);
      }),
      { seed: 2 },
    );
  });
});
