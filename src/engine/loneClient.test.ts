/**
 * One person who logs in again after every refusal, against servers that keep sessions in their own memory:
 * the published sequences of express-session with its MemoryStore, and the shares under random routing.
 */
import { describe, expect, it } from 'vitest';
import { record, shorthand } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

describe('a lone person under round robin', () => {
  it.each([
    [1, 'a:LOGIN->200 a:GET->200 a:GET->200 a:GET->200 a:GET->200 a:GET->200 a:GET->200'],
    [2, 'a:LOGIN->200 b:GET->401 a:LOGIN->200 b:GET->401 a:LOGIN->200 b:GET->401 a:LOGIN->200'],
    [3, 'a:LOGIN->200 b:GET->401 c:LOGIN->200 a:GET->401 b:LOGIN->200 c:GET->401 a:LOGIN->200'],
    [4, 'a:LOGIN->200 b:GET->401 c:LOGIN->200 d:GET->401 a:LOGIN->200 b:GET->401 c:LOGIN->200'],
    [5, 'a:LOGIN->200 b:GET->401 c:LOGIN->200 d:GET->401 e:LOGIN->200 a:GET->401 b:LOGIN->200'],
  ])('with %i servers', (count, steps) => {
    const { answers } = record(tinyScenario({ servers: { count } }), 7500);
    expect(shorthand(answers)).toEqual(steps.split(' '));
  });

  it('never gets a page with two or more servers', () => {
    for (const count of [2, 3, 4, 5]) {
      const { simulation } = record(tinyScenario({ servers: { count } }), 600_000);
      const { totals } = simulation.world;
      expect(totals.born).toBeGreaterThan(500);
      // Nothing but logins succeeds.
      expect(totals.ok).toBe(totals.logins);
    }
  });

  it('leaves one record behind on every server it logged in to', () => {
    // Three servers: logins go to a, c, b, a …; a login at a place replaces the record it finds there,
    // but only that of the cookie it brings, which was made elsewhere.
    const { simulation } = record(tinyScenario({ servers: { count: 3 } }), 10_500);
    const { servers, totals } = simulation.world;
    expect(totals.logins).toBe(5);
    expect(Array.from(servers.shelfCount.subarray(0, 3)).reduce((a, b) => a + b)).toBe(5);
  });
});

describe('under random routing', () => {
  it.each([2, 3, 4, 5, 8])('with %i servers one page in that many is served', (count) => {
    const { simulation } = record(
      tinyScenario({ servers: { count }, balancer: { policy: 'random' } }),
      20_000_000, // about 20,000 requests
    );
    const { totals } = simulation.world;
    const served = totals.ok - totals.logins;
    const asked = served + totals.refused;
    // 5 standard errors of a share p over `asked` tries: sqrt(p (1 - p) / asked), wrong once in a million.
    const p = 1 / count;
    expect(Math.abs(served / asked - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / asked));
    // Between two served pages lie as many refusals, each with a login, as there are other servers.
    expect(totals.logins / served / (count - 1)).toBeGreaterThan(0.93);
    expect(totals.logins / served / (count - 1)).toBeLessThan(1.07);
  });

  it('many people under round robin fare the same: everybody else turns the wheel', () => {
    const scenario = tinyScenario({
      people: { count: 40, think: { kind: 'exponential', meanMs: 1000 } },
      servers: { count: 3, workers: 40 },
    });
    const { totals } = record(scenario, 600_000).simulation.world;
    const served = totals.ok - totals.logins;
    expect(served / (served + totals.refused)).toBeGreaterThan(0.32);
    expect(served / (served + totals.refused)).toBeLessThan(0.35);
  });
});
