/** Every example shows what its title says. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Recording, record, shorthand } from '../engine/testing/record.ts';
import { formatScenario } from '../scenarios/formatScenario.ts';
import { parseScenario, type ScenarioDocument } from '../scenarios/parseScenario.ts';

const folder = new URL('../../examples/', import.meta.url);

function read(name: string): ScenarioDocument {
  const result = parseScenario(readFileSync(new URL(name, folder), 'utf8'));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

function recordExample(name: string): Recording {
  const { scenario, seed, interventions, untilMs } = read(name).run;
  return record(scenario, untilMs, [...interventions], seed);
}

describe('every example', () => {
  it.each(readdirSync(folder))(
    '%s has a name, a title in both languages, and survives being written',
    (name) => {
      const document = read(name);
      expect(document.name).toBe(name.replace('.json', ''));
      expect(Object.keys(document.title ?? {})).toEqual(['en', 'ko']);
      expect(parseScenario(formatScenario(document))).toEqual(document);
    },
  );
});

describe('where-did-my-login-go', () => {
  const { answers, causes, simulation } = recordExample('where-did-my-login-go.json');

  it('refuses nobody before the second server is there', () => {
    const before = answers.filter(({ atMs }) => atMs < 21_500);
    expect(before.length).toBeGreaterThan(100);
    expect(before.every(({ status }) => status === 200)).toBe(true);
  });

  it('sends everybody back to the login afterwards, again and again', () => {
    const refused = answers.filter(({ status }) => status === 401);
    expect(new Set(refused.map(({ user }) => user)).size).toBe(8);
    expect(simulation.world.totals.forcedLogins).toBeGreaterThan(8 * 5);
  });

  it('though nothing is broken: no session was lost, and every refusal leads back to the new server', () => {
    expect(simulation.world.totals.sessionsLost).toBe(0);
    expect(answers.every(({ status }) => status === 200 || status === 401)).toBe(true);
    for (const chain of causes) {
      expect(chain).toContainEqual(expect.objectContaining({ code: 'record-elsewhere' }));
      expect(chain).toContainEqual({ code: 'server-added', server: 1, atMs: 20_000, by: 0 });
    }
  });
});

describe('lone-script', () => {
  const { answers } = recordExample('lone-script.json');

  it('serves every third page: the turn comes back to the one server that knows the login', () => {
    expect(shorthand(answers).join(' ')).toBe(
      'a:LOGIN->200 b:GET->401 c:GET->401 a:GET->200 b:GET->401 c:GET->401 a:GET->200',
    );
  });
});

describe('sticky-death', () => {
  const { answers, causes, simulation } = recordExample('sticky-death.json');
  const refused = answers.filter(({ status }) => status === 401);

  it('keeps everybody logged in until the server dies', () => {
    expect(answers.filter(({ atMs }) => atMs < 20_000).every(({ status }) => status === 200)).toBe(true);
  });

  it("costs that server's people, about a third, one login each, and nobody else anything", () => {
    expect(refused).toHaveLength(8);
    expect(new Set(refused.map(({ user }) => user)).size).toBe(8);
    expect(simulation.world.totals).toMatchObject({ sessionsLost: 8, forcedLogins: 8, failed: 0 });
  });

  it('has the killed server as the reason of every refusal', () => {
    expect(causes).toHaveLength(8);
    for (const chain of causes) {
      expect(chain.at(-1)).toEqual({
        code: 'record-gone',
        place: 1,
        end: 'serverKilled',
        atMs: 20_000,
        by: 0,
      });
    }
  });

  it('sends nobody back when the server returns', () => {
    expect(refused.every(({ atMs }) => atMs < 25_000)).toBe(true);
  });
});

describe('store-outage', () => {
  const { answers } = recordExample('store-outage.json');
  const born = (fromMs: number, untilMs: number) =>
    answers.filter(({ bornMs }) => bornMs >= fromMs && bornMs < untilMs);

  it('serves everybody before', () => {
    expect(born(0, 19_000).every(({ status }) => status === 200)).toBe(true);
  });

  it('lets pages hang for five seconds and fail while the store is down, but logs nobody out', () => {
    // What was already on its way back when the store died arrives within half a second.
    const during = answers.filter(({ atMs }) => atMs > 20_500 && atMs < 35_000);
    expect(during.length).toBeGreaterThan(5);
    // A page that was computed when the store died comes late, but it comes: only its session was not renewed.
    const asked = during.filter(({ bornMs }) => bornMs > 20_000);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.every((answer) => answer.status === 500 && answer.reason === 'storeDown')).toBe(true);
    expect(during.filter(({ status }) => status === 200).every(({ kind }) => kind === 'page')).toBe(true);
    expect(during.every(({ atMs, bornMs }) => atMs - bornMs > 5000)).toBe(true);
  });

  it('sends everybody to the login, once, when it is back and empty', () => {
    const refused = answers.filter(({ status }) => status === 401);
    expect(refused.every(({ atMs }) => atMs > 35_000)).toBe(true);
    expect(refused.map(({ user }) => user).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(born(40_000, 60_000).every(({ status }) => status === 200)).toBe(true);
  });
});
