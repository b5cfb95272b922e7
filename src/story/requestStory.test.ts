import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import type { Scenario } from '../engine/scenario.ts';
import { createSimulation, type Run } from '../engine/simulation.ts';
import { arbitraryRun, RUN_MS } from '../engine/testing/arbitraries.ts';
import { chain } from '../engine/testing/record.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { createTimeline, type Timeline } from '../timeline/timeline.ts';
import { type RequestStory, requestStory, type Stretch, watchRequest } from './requestStory.ts';

// Many runs each; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const HOPS = { userMs: 20, serverMs: 1, edgeMs: 0, originMs: 0 };
const BLIND = { intervalMs: 1e9, timeoutMs: 1000, fall: 1, rise: 1 };

/** Told in as many pieces as it takes. */
function told(timeline: Timeline, serial: number, nearMs: number): RequestStory | null {
  const telling = requestStory(timeline, serial, nearMs);
  while (!telling.go(() => false));
  return telling.story;
}

function tell(
  scenario: Scenario,
  serial: number,
  nearMs: number,
  interventions: Intervention[] = [],
): RequestStory {
  const story = told(createTimeline({ scenario, seed: 1, interventions }), serial, nearMs);
  if (story === null) throw new Error(`There should be a request ${serial} near ${nearMs} ms.`);
  return story;
}

/** `1000-1020 toBalancer`, and the server where one has to do with it. */
const lines = (stretches: Stretch[]) =>
  stretches.map(
    (s) => `${s.sinceMs}-${s.untilMs} ${s.phase}${s.server === null ? '' : ` ${'ABCD'[s.server]}`}`,
  );

const fates = (story: RequestStory, nth = 0) =>
  story.choices[nth].candidates.map((c) => `${'ABCD'[c.server]} ${c.fate} ${c.inFlight}`);

describe('the story of a request', () => {
  it('is found by the time of its end, also where a moment is kept just then', () => {
    const scenario = tinyScenario({ service: { login: { kind: 'constant', meanMs: 1000 } } });
    const timeline = createTimeline({ scenario, seed: 1, interventions: [] });
    timeline.goTo(5000);
    expect(told(timeline, 1, 2000)).toMatchObject({ bornMs: 1000, endMs: 2000 });
  });

  it('is a waterfall of its ways and its work', () => {
    const story = tell(tinyScenario({ hops: HOPS }), 1, 1000);
    expect(lines(story.stretches)).toEqual([
      '1000-1020 toBalancer',
      '1020-1021 toServer A',
      '1021-1031 serving A',
      '1031-1032 fromServer A',
      '1032-1052 toUser A',
    ]);
    expect(story).toMatchObject({
      bornMs: 1000,
      decidedMs: 1031,
      endMs: 1052,
      status: 200,
      reason: 'loggedIn',
    });
    expect(story.asked).toEqual({ who: 'person', user: 0, nth: 0 });
  });

  it('is the same from wherever it is looked for, and does not move the playhead', () => {
    const timeline = createTimeline({ scenario: tinyScenario({ hops: HOPS }), seed: 1, interventions: [] });
    const all = [1000, 1031, 1052].map((nearMs) => told(timeline, 1, nearMs));
    timeline.goTo(1025);
    all.push(told(timeline, 1, 1025));
    timeline.goTo(30_000);
    all.push(told(timeline, 1, 1040));
    for (const story of all) expect(story).toEqual(all[0]);
    expect(timeline.nowMs).toBe(30_000);
  });

  it('has none for what never happened', () => {
    const timeline = createTimeline({ scenario: tinyScenario(), seed: 1, interventions: [] });
    expect(told(timeline, 99, 1000)).toBeNull();
  });

  it('tells waits in queues, for the store, and for another attempt', () => {
    // Two people log in at the same time.
    const busy = tinyScenario({ people: { count: 2 } });
    expect(lines(tell(busy, 2, 1000).stretches)).toEqual([
      '1000-1000 toBalancer',
      '1000-1000 toServer A',
      '1000-1010 queued A',
      '1010-1020 serving A',
      '1020-1020 fromServer A',
      '1020-1020 toUser A',
    ]);
    const store = tell(tinyScenario({ sessions: { strategy: 'shared' } }), 2, 2020);
    expect(lines(store.stretches).filter((line) => !isEmpty(line))).toEqual([
      '2010.5-2011 readingStore A',
      '2011-2021 serving A',
      '2021-2021.5 writingStore A',
    ]);
    const died = tell(
      tinyScenario({ servers: { count: 2 }, balancer: { health: BLIND, retryTo: 'same', retries: 1 } }),
      1,
      1000,
      [{ atMs: 500, do: 'kill-server', server: 0 }],
    );
    expect(lines(died.stretches)).toEqual([
      '1000-1000 toBalancer',
      '1000-1000 toServer A',
      '1000-2000 retrying A',
      '2000-2000 toServer A',
      '2000-2000 toUser A',
    ]);
  });

  it('ends for whoever gives up, and goes on for the server', () => {
    const slow = tinyScenario({
      hops: HOPS,
      service: { login: { kind: 'constant', meanMs: 500 } },
      patience: { waitMs: 100 },
    });
    const story = tell(slow, 1, 1000);
    expect(story).toMatchObject({ endMs: 1100, status: 499, reason: 'gaveUp' });
    expect(lines(story.stretches).at(-1)).toBe('1021-1100 serving A');
    expect(lines(story.afterwards)).toEqual([
      '1100-1521 serving A',
      '1521-1522 fromServer A',
      '1522-1542 toUser A',
    ]);
    expect(chain(story.causes).slice(0, 2)).toEqual(['answered 499 gaveUp 1100', 'waited 100']);
  });

  it('leads down to what the visitor did', () => {
    const added: Intervention[] = [{ atMs: 1500, do: 'add-server' }];
    const story = tell(tinyScenario(), 2, 2010, added);
    expect(story.status).toBe(401);
    expect(chain(story.causes).slice(-2)).toEqual(['record-elsewhere A', 'server-added B 1500 by 0']);
  });
});

const isEmpty = (line: string) => {
  const [since, until] = line.split(' ')[0].split('-');
  return since === until;
};

describe('the choice of a server', () => {
  const three = { servers: { count: 3 } };
  const health = BLIND;

  it('names whoever was in question, with what each had under way', () => {
    // Three people log in at the same time, and the first two occupy A and B.
    const scenario = tinyScenario({
      ...three,
      people: { count: 3 },
      balancer: { policy: 'least-connections', health },
    });
    const story = tell(scenario, 3, 1000);
    expect(fates(story)).toEqual(['A possible 1', 'B possible 1', 'C chosen 0']);
    expect(story.choices[0]).toMatchObject({
      how: 'policy',
      policy: 'least-connections',
      server: 2,
      atMs: 1000,
    });
  });

  it('says who was not in question, and why', () => {
    const scenario = tinyScenario({
      servers: { count: 4 },
      balancer: { health: { intervalMs: 100, timeoutMs: 100, fall: 1, rise: 1 } },
    });
    const story = tell(scenario, 1, 1000, [
      { atMs: 100, do: 'kill-server', server: 0 },
      { atMs: 200, do: 'drain-server', server: 1 },
      { atMs: 300, do: 'add-server' },
    ]);
    expect(fates(story).slice(0, 4)).toEqual(['A unhealthy 0', 'B drained 0', 'C chosen 0', 'D possible 0']);
    expect(story.choices[0].candidates[0].state).toBe('down');
  });

  it('tells a server that the balancer does not know to be dead, and the next attempt without it', () => {
    const story = tell(tinyScenario({ ...three, balancer: { health } }), 1, 1000, [
      { atMs: 500, do: 'kill-server', server: 0 },
    ]);
    expect(story.choices.map((c) => [c.how, c.server])).toEqual([
      ['policy', 0],
      ['policy', 1],
    ]);
    expect(story.choices[0].candidates[0]).toMatchObject({ fate: 'chosen', state: 'down' });
    expect(fates(story, 1)).toEqual(['A tried 0', 'B chosen 0', 'C possible 0']);
  });

  it('tells the binding by a cookie, and the same server once more', () => {
    const sticky = tell(tinyScenario({ ...three, sessions: { strategy: 'sticky' } }), 2, 2010);
    expect(sticky.choices[0].how).toBe('affinity');
    expect(fates(sticky)).toEqual(['A chosen 0', 'B bound 0', 'C bound 0']);
    const same = tell(
      tinyScenario({ ...three, balancer: { health, retryTo: 'same', retries: 1 } }),
      1,
      1000,
      [{ atMs: 500, do: 'kill-server', server: 0 }],
    );
    expect(same.choices.map((c) => c.how)).toEqual(['policy', 'again']);
    expect(fates(same, 1)).toEqual(['A chosen 0', 'B stayed 0', 'C stayed 0']);
  });

  it('has a choice of nobody when nobody is left', () => {
    const story = tell(tinyScenario({ servers: { count: 1 }, balancer: { health } }), 1, 1000, [
      { atMs: 500, do: 'drain-server', server: 0 },
    ]);
    expect(story.reason).toBe('noServer');
    expect(story.choices).toHaveLength(1);
    expect(story.choices[0].server).toBeNull();
    expect(fates(story)).toEqual(['A drained 0']);
  });
});

describe('laws of every request', () => {
  /** Watches all requests of a run at once, by number. */
  function stories(run: Run): RequestStory[] {
    const simulation = createSimulation(run);
    const watches = new Map<number, ReturnType<typeof watchRequest>>();
    const watchOf = (serial: number) => {
      if (!watches.has(serial)) watches.set(serial, watchRequest(run, serial));
      return watches.get(serial) as ReturnType<typeof watchRequest>;
    };
    simulation.observe({
      moved: (w, r) => watchOf(w.requests.serial[r]).observer.moved?.(w, r),
      decided: (w, r) => watchOf(w.requests.serial[r]).observer.decided?.(w, r),
      finished: (w, r) => watchOf(w.requests.serial[r]).observer.finished?.(w, r),
      happened: (w, h) => {
        if (h.what === 'gave-up') watchOf(w.requests.serial[h.request]).observer.happened?.(w, h);
      },
    });
    simulation.runSlice(RUN_MS, 3000);
    return [...watches.values()].flatMap((watch) => watch.story() ?? []);
  }

  it('stretches follow each other without a gap, and add up to the response time', () => {
    let looked = 0;
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        for (const { stretches, afterwards, bornMs, endMs } of stories(run)) {
          expect(stretches[0].sinceMs).toBe(bornMs);
          const all = [...stretches, ...afterwards];
          for (let i = 1; i < all.length; i++) expect(all[i].sinceMs).toBe(all[i - 1].untilMs);
          if (endMs === null) continue;
          looked++;
          expect(stretches.at(-1)?.untilMs).toBe(endMs);
          const sum = stretches.reduce((total, s) => total + (s.untilMs - s.sinceMs), 0);
          expect(sum).toBeCloseTo(endMs - bornMs, 6);
        }
      }),
      { seed: 1, numRuns: 40 },
    );
    expect(looked).toBeGreaterThan(500);
  });

  it('a choice has the chosen server among its candidates, once; nobody was in question where nobody was chosen', () => {
    let looked = 0;
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        for (const { choices, stretches } of stories(run)) {
          for (const { server, candidates } of choices) {
            const chosen = candidates.filter((c) => c.fate === 'chosen').map((c) => c.server);
            expect(chosen).toEqual(server === null ? [] : [server]);
            if (server === null) expect(candidates.filter((c) => c.fate === 'possible')).toEqual([]);
            for (const { inFlight } of candidates) expect(inFlight).toBeGreaterThanOrEqual(0);
            looked++;
          }
          const sent = stretches.filter((s) => s.phase === 'toServer').map((s) => s.server);
          for (const server of sent) expect(choices.map((c) => c.server)).toContain(server);
        }
      }),
      { seed: 2, numRuns: 40 },
    );
    expect(looked).toBeGreaterThan(500);
  });
});
