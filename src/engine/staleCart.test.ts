/** A session that is found, but in an old copy: the page is served, and misses something. */
import { describe, expect, it } from 'vitest';
import type { Ask, ScriptLine } from './scenario.ts';
import { chain, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const line = (atMs: number, ask: Ask): ScriptLine => ({ atMs, user: 0, ask });

describe('an old cart', () => {
  it('is seen where servers have adopted one id, and each has a cart of its own', () => {
    const script = [
      line(1000, 'login'), // a
      line(2000, 'page'), // b adopts the id
      line(3000, 'cart'), // a: 1
      line(4000, 'login'), // b: nothing in the cart there
      line(5000, 'page'), // a: 1
      line(6000, 'page'), // b: 0, though 1 was seen
      line(7000, 'cart'), // a: 2
      line(8000, 'cart'), // b: 1, though 3 would be expected
    ];
    const { answers } = record(
      tinyScenario({ people: { script }, servers: { count: 2 }, sessions: { onMiss: 'adopt' } }),
      9000,
    );
    expect(answers.map((a) => `${a.server} ${a.reason} ${a.cart}`)).toEqual([
      'A loggedIn 0',
      'B noRecord 0',
      'A served 1',
      'B loggedIn 0',
      'A served 1',
      'B staleCart 0',
      'A served 2',
      'B staleCart 1',
    ]);
    expect(chain(answers[5].causes).slice(2)).toEqual([
      'cookie-valid 1',
      'looked-in B true',
      'record-made A 1010',
      'cart-seen 1 0',
      'record-newer A 1',
    ]);
    expect(chain(answers[7].causes).slice(5)).toEqual(['cart-seen 2 0', 'record-newer A 2']);
  });

  it('is what is left when a request that nobody waits for overwrites what came after it', () => {
    // Server A needs 700 ms where the others need 10. The person waits for 500 ms and then goes on.
    const script = [
      line(1000, 'page'), // a: refused
      line(2000, 'login'), // b
      line(3000, 'page'), // c
      line(4000, 'cart'), // a: reads an empty cart, and writes one thing at 4700; nobody waits
      line(4510, 'cart'), // b: 1
      line(4530, 'cart'), // c: 2
      line(5000, 'page'), // a: nobody waits
      line(6000, 'page'), // b: 1, though 2 were seen
    ];
    const { answers } = record(
      tinyScenario({
        people: { script },
        patience: { waitMs: 500 },
        servers: { count: 3, each: [{ speed: 1 / 70 }] },
        sessions: { strategy: 'shared' },
        store: { latency: { kind: 'constant', meanMs: 0 } },
      }),
      7000,
    );
    const seen = answers.filter((a) => a.reason !== 'gaveUp').map((a) => `${a.server} ${a.reason} ${a.cart}`);
    expect(seen.slice(-3)).toEqual(['B served 1', 'C served 2', 'B staleCart 1']);
    expect(chain(answers[answers.length - 1].causes).slice(-2)).toEqual([
      'cart-seen 2 1',
      'cart-overwritten',
    ]);
  });
});
