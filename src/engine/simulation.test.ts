import { describe, expect, it } from 'vitest';
import { record, shorthand } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

/** Two to five servers, one person, strict rotation: what express-session with a memory store does. */
describe('a lone person under round robin', () => {
  it('never gets a page with two or more servers', () => {
    for (const count of [2, 3, 4, 5]) {
      const { answers } = record(tinyScenario({ servers: { count } }), 60_000);
      const pages = answers.filter((a) => a.kind === 'page');
      expect(pages.length).toBeGreaterThan(10);
      expect(pages.every((a) => a.status === 401)).toBe(true);
    }
  });

  it('walks from server to server as the published sequence says', () => {
    const { answers } = record(tinyScenario({ servers: { count: 3 } }), 7500);
    expect(shorthand(answers)).toEqual([
      'a:LOGIN->200',
      'b:GET->401',
      'c:LOGIN->200',
      'a:GET->401',
      'b:LOGIN->200',
      'c:GET->401',
      'a:LOGIN->200',
    ]);
  });

  it('is served at once with one server', () => {
    const { answers } = record(tinyScenario(), 3500);
    // Login at 1000 + 10 ms of work, then a page every 1000 ms of thinking + 10 ms of work.
    expect(answers.map((a) => [a.atMs, a.status])).toEqual([
      [1010, 200],
      [2020, 200],
      [3030, 200],
    ]);
  });
});

describe('the cures', () => {
  it.each(['sticky', 'shared'] as const)('%s refuses nobody with three servers', (strategy) => {
    const { answers } = record(
      tinyScenario({ people: { count: 8 }, servers: { count: 3, workers: 8 }, sessions: { strategy } }),
      60_000,
    );
    expect(answers.length).toBeGreaterThan(400);
    expect(answers.every((a) => a.status === 200)).toBe(true);
  });
});
