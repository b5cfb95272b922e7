import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../engine/simulation.ts';
import { fingerprint } from '../engine/snapshot.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { BUCKET_MS } from './history.ts';
import { recentLoads, recentNumbers } from './numbers.ts';
import { MOST_NOTICES, RECENT_MS } from './recent.ts';
import { createTimeline, type Timeline } from './timeline.ts';

const eventful: Run = {
  scenario: SCENARIOS['three-servers'],
  seed: 5,
  interventions: [
    { atMs: 3000, do: 'kill-server', server: 0 },
    { atMs: 9000, do: 'set-strategy', strategy: 'sticky' },
    { atMs: 14_000, do: 'restart-server', server: 0, graceful: false },
  ],
};

/** All that a page shows of a moment. */
function look(timeline: Timeline) {
  const { nowMs, world, recent } = timeline;
  return {
    nowMs,
    world: fingerprint(world),
    numbers: recentNumbers(recent, nowMs),
    loads: [...recentLoads(recent, world)],
    notices: recent.notices.filter((n) => n.atMs > nowMs - RECENT_MS).slice(-MOST_NOTICES),
  };
}

function reached(run: Run, timeMs: number): Timeline {
  const timeline = createTimeline(run);
  timeline.goTo(timeMs);
  return timeline;
}

describe('a moment', () => {
  it('is the same whichever way it was reached', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 25_000 }), fc.constantFrom('on', 'back')), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.integer({ min: 0, max: 25_000 }),
        (walk, endMs) => {
          const timeline = createTimeline(eventful);
          for (const step of walk) {
            if (step === 'on') timeline.stepForward(30_000);
            else if (step === 'back') timeline.stepBack();
            else timeline.goTo(step as number);
          }
          timeline.goTo(endMs);
          expect(look(timeline)).toEqual(look(reached(eventful, endMs)));
        },
      ),
      { seed: 3, numRuns: 40 },
    );
  });

  it('is the same when acting there as when the action was known from the start', () => {
    const timeline = reached({ ...eventful, interventions: [] }, 6000);
    timeline.act({ do: 'kill-server', server: 1 });
    timeline.goTo(12_000);
    const known = { ...eventful, interventions: [{ atMs: 6000, do: 'kill-server' as const, server: 1 }] };
    expect(look(timeline)).toEqual(look(reached(known, 12_000)));
  });
});

describe('stepping', () => {
  it('back undoes on, and on undoes back', () => {
    const timeline = reached(eventful, 4000);
    timeline.stepForward(30_000);
    const first = look(timeline);
    timeline.stepForward(30_000);
    const second = look(timeline);
    timeline.stepBack();
    expect(look(timeline)).toEqual(first);
    timeline.stepForward(30_000);
    expect(look(timeline)).toEqual(second);
  });

  it('back from the beginning stays there', () => {
    const timeline = createTimeline(eventful);
    timeline.stepBack();
    expect(timeline.nowMs).toBe(0);
  });
});

describe('acting in the past', () => {
  it('drops what was to come, and keeps what was', () => {
    const timeline = reached(eventful, 20_000);
    timeline.goTo(5000);
    timeline.act({ do: 'add-server' });
    expect(timeline.run.interventions.map((i) => i.do)).toEqual(['kill-server', 'add-server']);
    expect(timeline.nowMs).toBe(5000);
    expect(timeline.frontierMs).toBe(5000);
  });
});

describe('what made no sense when its time came', () => {
  const kill = (atMs: number) => ({ atMs, do: 'kill-server', server: 1 }) as const;
  const inVain = (timeline: Timeline) => [...timeline.inVain];

  it('is known from then on, wherever the playhead goes', () => {
    const timeline = reached({ ...eventful, interventions: [kill(4000), kill(6000)] }, 5000);
    expect(inVain(timeline)).toEqual([false]);
    timeline.goTo(8000);
    expect(inVain(timeline)).toEqual([false, true]);
    timeline.goTo(1000);
    expect(inVain(timeline)).toEqual([false, true]);
  });

  it('is found out anew when something before it changes', () => {
    const timeline = reached({ ...eventful, interventions: [kill(4000), kill(6000)] }, 8000);
    timeline.setInterventions([{ atMs: 4000, do: 'kill-server', server: 0 }, kill(6000)]);
    expect(inVain(timeline)).toEqual([false, false]);
    timeline.setInterventions([{ atMs: 4000, do: 'kill-server', server: 0 }]);
    expect(inVain(timeline)).toEqual([false]);
  });
});

describe('the history', () => {
  const total = (t: Timeline) => {
    let sum = 0;
    for (let i = 0; i < t.history.length; i++)
      sum += t.history.ok[i] + t.history.refused[i] + t.history.failed[i];
    return sum;
  };
  const answered = ({ world }: Timeline) => world.totals.ok + world.totals.refused + world.totals.failed;

  it('counts every answer once, whatever the walk', () => {
    const timeline = createTimeline(eventful);
    for (const to of [7000, 2000, 12_345, 12_300, 100, 16_001]) timeline.goTo(to);
    expect(total(timeline)).toBe(answered(timeline));
    timeline.goTo(8111);
    timeline.act({ do: 'kill-server', server: 2 });
    expect(total(timeline)).toBe(answered(timeline));
    timeline.goTo(11_000);
    expect(total(timeline)).toBe(answered(timeline));
  });

  it('counts in slices as at once', () => {
    let calls = 0;
    const sliced = createTimeline({ ...eventful, scenario: SCENARIOS['busy-crowd'] });
    while (!sliced.goTo(6000, () => calls++ % 2 === 0));
    expect(calls).toBeGreaterThan(2);
    expect(total(sliced)).toBe(answered(sliced));
    expect(look(sliced)).toEqual(look(reached({ ...eventful, scenario: SCENARIOS['busy-crowd'] }, 6000)));
  });

  it('counts an answer at the very time of a snapshot once, also when somebody acts soon after', () => {
    const loginTakes = (meanMs: number): Run => ({
      scenario: tinyScenario({ service: { login: { kind: 'constant', meanMs } } }),
      seed: 1,
      interventions: [],
    });
    const first = createTimeline(loginTakes(2000));
    while (answered(first) === 0) first.stepForward(10_000);
    // The only answer comes at 4 s exactly.
    const timeline = createTimeline(loginTakes(2000 + 4000 - first.nowMs));
    timeline.goTo(4000);
    expect(answered(timeline)).toBe(1);
    timeline.goTo(5000);
    timeline.goTo(4100);
    timeline.act({ do: 'add-server' });
    expect(total(timeline)).toBe(answered(timeline));
  });

  it('has an answer in the bucket of its time', () => {
    const { history } = reached(eventful, 2000);
    const first = history.ok.findIndex((n) => n > 0);
    const timeline = reached(eventful, first * BUCKET_MS - 0.001);
    expect(answered(timeline)).toBe(0);
  });
});

describe('a long run', () => {
  it('keeps a bounded number of snapshots and is still exact', () => {
    const run: Run = { ...eventful, interventions: [] };
    const timeline = reached(run, 900_000);
    timeline.goTo(611_234);
    const straight = reached(run, 611_234);
    expect(look(timeline)).toEqual(look(straight));
  });
});

describe('going on apart from the playhead', () => {
  it('sees a stretch as it was, from where it is asked to, and leaves the playhead alone', () => {
    const timeline = reached(eventful, 20_000);
    const before = look(timeline);
    const answers = (from: Timeline) => {
      const seen: string[] = [];
      const simulation = from.apart(5000);
      simulation.observe({
        finished: ({ nowMs, requests }, r) =>
          nowMs >= 5000 && seen.push(`${nowMs} ${requests.user[r]} ${requests.status[r]}`),
      });
      simulation.runUntil(9000);
      return seen;
    };
    const seen = answers(timeline);
    expect(seen.length).toBeGreaterThan(10);
    expect(look(timeline)).toEqual(before);
    expect(answers(reached(eventful, 9000))).toEqual(seen);
  });
});
