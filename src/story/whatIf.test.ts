import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import type { Scenario } from '../engine/scenario.ts';
import type { Run } from '../engine/simulation.ts';
import { isAwaited } from '../engine/state/requests.ts';
import { STRATEGY_IDS } from '../engine/strategies/index.ts';
import { arbitraryRunWithout } from '../engine/testing/arbitraries.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { type Asked, askedAtBirth } from './asked.ts';
import { retell } from './retell.ts';
import { type Otherwise, whatIf, withStrategy } from './whatIf.ts';

// Many runs each; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const BLIND = { intervalMs: 1e9, timeoutMs: 1000, fall: 1, rise: 1 };
const blind = (parts: Parameters<typeof tinyScenario>[0] = {}): Scenario =>
  tinyScenario({ ...parts, balancer: { health: BLIND, ...parts.balancer } });

function otherwise(scenario: Scenario, asked: Asked, interventions: Intervention[] = []): string[] {
  const work = whatIf({ scenario, seed: 1, interventions }, asked, 30_000);
  expect(work.go()).toBe(true);
  return work.results.map(line);
}

const line = ({ strategy, met, left }: Otherwise) =>
  `${strategy} ${met === null ? (left ? 'left' : 'never') : `${met.atMs} ${met.kind} ${met.status} ${met.reason}`}`;

/** The second request of the only person. */
const second: Asked = { who: 'person', user: 0, nth: 1 };

describe('what the same request would have met', () => {
  it('with a second server: only memory does not know the person', () => {
    // A login takes 10 ms and comes at 1000; the second request comes a second after its answer.
    expect(otherwise(blind({ servers: { count: 2 } }), second)).toEqual([
      'memory 2011 page 401 noRecord',
      'sticky 2020 page 200 served',
      'replicated 2020 page 200 served',
      // The login is written to the store in half a millisecond, and read and written once more.
      'shared 2021.5 page 200 served',
      'token 2020 page 200 served',
    ]);
  });

  it('when the server dies whose memory has the session', () => {
    const killed: Intervention[] = [{ atMs: 1500, do: 'kill-server', server: 0 }];
    expect(otherwise(blind({ servers: { count: 2 } }), second, killed)).toEqual([
      'memory 2011 page 401 noRecord',
      'sticky 2011 page 401 noRecord',
      'replicated 2020 page 200 served',
      'shared 2021.5 page 200 served',
      'token 2020 page 200 served',
    ]);
  });

  it('keeps everything that was done but the choice of a strategy', () => {
    const done: Intervention[] = [
      { atMs: 1100, do: 'set-strategy', strategy: 'sticky' },
      { atMs: 1500, do: 'kill-store' },
      { atMs: 1600, do: 'set-strategy', strategy: 'shared' },
    ];
    const results = otherwise(blind({ servers: { count: 2 }, store: { timeoutMs: 100 } }), second, done);
    expect(results[1]).toBe('sticky 2020 page 200 served');
    expect(results[3]).toBe('shared 2110.5 page 500 storeDown');
  });

  it('says when the person does not come to it', () => {
    const scenario = blind({ servers: { count: 2 }, people: { leaveAfter: 0 } });
    const asked: Asked = { who: 'person', user: 0, nth: 4 };
    expect(otherwise(scenario, asked).map((text) => text.split(' ')[1])).toEqual([
      'left',
      '5050',
      '5050',
      '5054.5',
      '5050',
    ]);
  });

  it('finds the request of somebody with a copied cookie', () => {
    const copied: Intervention[] = [{ atMs: 1500, do: 'replay-cookie', user: 0 }];
    const asked: Asked = { who: 'copy', user: 0, atMs: 1500 };
    expect(otherwise(blind({ servers: { count: 2 } }), asked, copied)).toEqual([
      'memory 1501 page 401 noRecord',
      // Nobody gives the balancer's cookie along.
      'sticky 1501 page 401 noRecord',
      'replicated 1510 page 200 impostor',
      'shared 1511 page 200 impostor',
      'token 1510 page 200 impostor',
    ]);
  });

  it('is the same in slices as at once', () => {
    const run = { scenario: blind({ servers: { count: 2 } }), seed: 1, interventions: [] };
    const asked: Asked = { who: 'person', user: 0, nth: 900 };
    const [atOnce, inSlices] = [whatIf(run, asked, 1e6), whatIf(run, asked, 1e6)];
    atOnce.go();
    let slices = 1;
    while (!inSlices.go(() => false)) slices++;
    expect(slices).toBeGreaterThan(STRATEGY_IDS.length);
    expect(inSlices.results).toEqual(atOnce.results);
  });
});

describe('under the strategy of the run', () => {
  it('every request meets what it met', () => {
    let looked = 0;
    fc.assert(
      fc.property(arbitraryRunWithout(fc, 'set-strategy'), fc.nat(1000), (run, which) => {
        const met = answersOf(run);
        if (met.length === 0) return;
        const { asked, ...answer } = met[which % met.length];
        const work = whatIf(run, asked, answer.atMs, [run.scenario.sessions.strategy]);
        work.go();
        expect(work.results[0].met).toMatchObject(answer);
        looked++;
      }),
      { seed: 1, numRuns: 60 },
    );
    expect(looked).toBeGreaterThan(30);
  });
});

/** Answers of the first seconds of a run, each with which request it was. */
function answersOf(run: Run): { asked: Asked; serial: number; atMs: number; status: number }[] {
  const born = new Map<number, Asked>();
  const answers: { asked: Asked; serial: number; atMs: number; status: number }[] = [];
  const telling = retell(
    run,
    4000,
    {
      moved(world, r) {
        const { serial, bornMs, kind } = world.requests;
        if (bornMs[r] === world.nowMs && !born.has(serial[r]) && isAwaited(kind[r]))
          born.set(serial[r], askedAtBirth(world, r));
      },
      finished({ requests, nowMs }, r) {
        const asked = born.get(requests.serial[r]);
        if (asked && asked.who !== 'copy')
          answers.push({ asked, serial: requests.serial[r], atMs: nowMs, status: requests.status[r] });
      },
    },
    { isOver: () => answers.length > 300 },
  );
  telling.go();
  return answers;
}

describe('withStrategy', () => {
  it('leaves the run as it was, and what was done in its place', () => {
    const run: Run = {
      scenario: tinyScenario(),
      seed: 1,
      interventions: [
        { atMs: 5, do: 'set-strategy', strategy: 'shared' },
        { atMs: 6, do: 'add-server' },
      ],
    };
    const before = structuredClone(run);
    const other = withStrategy(run, 'token');
    expect(run).toEqual(before);
    expect(other.scenario.sessions.strategy).toBe('token');
    expect(other.interventions.map((i) => i.do)).toEqual(['set-strategy', 'add-server']);
    expect(other.interventions[0]).toMatchObject({ strategy: 'token' });
  });
});
