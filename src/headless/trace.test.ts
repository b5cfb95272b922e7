import { describe, expect, it } from 'vitest';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import type { ScenarioRun } from '../scenarios/parseScenario.ts';
import { simulate } from './simulate.ts';

async function traceOf(run: ScenarioRun) {
  const lines: string[] = [];
  let flushes = 0;
  await simulate({ run }, 0, {
    add: (line) => lines.push(line),
    async flush() {
      flushes++;
    },
    async close() {},
  });
  return { lines, flushes, facts: lines.map((line) => JSON.parse(line)) };
}

describe('the trace', () => {
  it('tells a login and what a killed server takes along, line by line', async () => {
    const { lines } = await traceOf({
      scenario: tinyScenario({ hops: { userMs: 5, serverMs: 1 } }),
      seed: 1,
      untilMs: 1500,
      interventions: [{ atMs: 1400, do: 'kill-server', server: 0 }],
    });
    expect(lines).toEqual([
      '{"atMs":0,"what":"run","version":1,"seed":1,"untilMs":1500}',
      '{"atMs":0,"what":"server-state","server":"A","state":"up"}',
      '{"atMs":1000,"what":"phase","request":1,"user":0,"kind":"login","phase":"toBalancer","untilMs":1005}',
      '{"atMs":1005,"what":"phase","request":1,"user":0,"kind":"login","server":"A","phase":"toServer","untilMs":1006}',
      '{"atMs":1006,"what":"phase","request":1,"user":0,"kind":"login","server":"A","phase":"serving","untilMs":1016}',
      '{"atMs":1016,"what":"answer","request":1,"user":0,"kind":"login","server":"A","status":200,"reason":"loggedIn","causes":[{"code":"answered","status":200,"reason":"loggedIn","atMs":1016},{"code":"routed","server":"A","how":"policy","policy":"round-robin"}]}',
      '{"atMs":1016,"what":"phase","request":1,"user":0,"kind":"login","server":"A","phase":"fromServer","untilMs":1017}',
      '{"atMs":1017,"what":"phase","request":1,"user":0,"kind":"login","server":"A","phase":"toUser","untilMs":1022}',
      '{"atMs":1022,"what":"received","request":1,"user":0,"kind":"login","server":"A","status":200,"responseMs":22}',
      '{"atMs":1400,"what":"server-state","server":"A","state":"down","by":0}',
      '{"atMs":1400,"what":"sessions-lost","place":"A","count":1,"wanted":1,"by":0}',
      '{"atMs":1400,"what":"intervention","index":0,"ignored":false,"do":"kill-server","server":"A"}',
    ]);
  });

  it('names the store, gives passing visitors no number, and writes an unknown end as null', async () => {
    const { facts } = await traceOf({
      scenario: tinyScenario({
        people: { count: 3 },
        visitors: { perSecond: 20 },
        service: { page: { kind: 'constant', meanMs: 40 } },
        sessions: { strategy: 'shared' },
      }),
      seed: 1,
      untilMs: 4000,
      interventions: [{ atMs: 2500, do: 'kill-store' }],
    });
    const happenings = facts.filter(({ what }) => what.startsWith('s'));
    expect(happenings).toContainEqual({
      atMs: 2500,
      what: 'sessions-lost',
      place: 'store',
      count: 3,
      wanted: 3,
      by: 0,
    });
    expect(happenings).toContainEqual({
      atMs: 2500,
      what: 'store-state',
      place: 'store',
      up: false,
      records: 0,
      by: 0,
    });
    expect(facts.find((fact) => fact.kind === 'visit')).not.toHaveProperty('user');
    expect(facts.find((fact) => fact.phase === 'queued')).toMatchObject({ untilMs: null });
  });

  it('is handed over in pieces, however long the run', async () => {
    const { lines, flushes } = await traceOf({
      scenario: tinyScenario({ people: { count: 0 }, visitors: { perSecond: 200 } }),
      seed: 1,
      untilMs: 60_000,
      interventions: [],
    });
    expect(lines.length / flushes).toBeLessThan(10_000);
  });
});
