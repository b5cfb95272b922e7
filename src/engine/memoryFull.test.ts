/** A server whose memory has room for so many sessions. One server, two people, room for one. */
import { describe, expect, it } from 'vitest';
import { record, shorthand } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

/** Person 0 logs in at 1 s and asks at 3 s; person 1 logs in at 2 s and asks at 4 s; then person 0 logs in again. */
const script = [
  { atMs: 1000, user: 0, ask: 'login' as const },
  { atMs: 2000, user: 1, ask: 'login' as const },
  { atMs: 3000, user: 0, ask: 'page' as const },
  { atMs: 4000, user: 1, ask: 'page' as const },
  { atMs: 5000, user: 1, ask: 'login' as const },
  { atMs: 6000, user: 1, ask: 'page' as const },
];

function answersWith(maxPerServer: number | null) {
  const scenario = tinyScenario({
    people: { count: 2, script },
    servers: { count: 1 },
    sessions: { maxPerServer },
  });
  return record(scenario, 10_000).answers;
}

describe('a full memory', () => {
  it('drops the session that nobody used for longest, and only for a new one', () => {
    expect(shorthand(answersWith(null))).toEqual([
      ...['a:LOGIN->200', 'a:LOGIN->200', 'a:GET->200', 'a:GET->200', 'a:LOGIN->200', 'a:GET->200'],
    ]);
    // The second login takes the first one's place; a login again takes that of its own old session.
    expect(shorthand(answersWith(1))).toEqual([
      ...['a:LOGIN->200', 'a:LOGIN->200', 'a:GET->401', 'a:GET->200', 'a:LOGIN->200', 'a:GET->200'],
    ]);
  });

  it('is named as the cause', () => {
    const refused = answersWith(1)[2];
    expect(refused.causes).toContainEqual(
      expect.objectContaining({
        code: 'record-gone',
        place: 0,
        end: 'evicted',
        atMs: expect.closeTo(2010, 6),
      }),
    );
    expect(refused.causes).toContainEqual({ code: 'memory-full', server: 0, most: 1 });
  });
});
