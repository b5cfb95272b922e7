import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Intervention } from '../engine/intervention.ts';
import type { Scenario } from '../engine/scenario.ts';
import type { Run } from '../engine/simulation.ts';
import { ServerState } from '../engine/state/servers.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import * as details from '../player/link/details.ts';
import { parseLink } from '../player/link/link.ts';
import { MOMENTS } from '../player/link/moments.ts';
import { NAMED_PEOPLE } from '../player/view.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createTimeline, type Timeline } from '../timeline/timeline.ts';
import { layoutIn } from './layout.ts';
import { createLanes, laneX, laneY } from './paint/lanes.ts';
import { STYLE } from './paint/looks.ts';
import { SHAPE, SHAPE_COUNT } from './paint/shapes.ts';
import { MAX_COLOURS } from './paint/sprites.ts';
import {
  createScene,
  mapScene,
  personColour,
  personShape,
  type Scene,
  type SceneMap,
  type SceneOptions,
  updateScene,
} from './scene.ts';

const plain: SceneOptions = { followed: -1, glowMs: 0, calm: false };

function reached(run: Run, timeMs: number): Timeline {
  const timeline = createTimeline(run);
  timeline.goTo(timeMs);
  return timeline;
}

/** The map of a stage with the people and servers of a moment, as the page lays it out. */
function mapOf({ world }: Timeline, widthPx = 1124, heightPx = 640): SceneMap {
  const { servers, users, settings } = world;
  const shown = [...servers.state.subarray(0, servers.length).keys()].filter(
    (s) => servers.state[s] !== ServerState.removed,
  );
  const layout = layoutIn(
    { widthPx: widthPx, heightPx: heightPx, given: false },
    {
      cdn: false,
      copies: false,
      stores: [0],
      people: Math.min(NAMED_PEOPLE, users.length),
      crowd: users.length > NAMED_PEOPLE || settings.visitorsPerSecond > 0,
      servers: shown,
      workers: shown.map((s) => servers.workers[s]),
    },
  );
  return mapScene(layout, createLanes(layout.curves));
}

const nameIn = (names: Readonly<Record<string, number>>, value: number) =>
  Object.keys(names).find((name) => names[name] === value);

const INKS = ['neutral', 'refused', 'failed'];

/** `full circle 0` for a request of the first person: style, shape and ink of a sprite. */
function lookOf(sprite: number): string {
  const ink = sprite % MAX_COLOURS;
  const shape = Math.floor(sprite / MAX_COLOURS) % SHAPE_COUNT;
  const style = Math.floor(sprite / (MAX_COLOURS * SHAPE_COUNT));
  return `${nameIn(STYLE, style)} ${nameIn(SHAPE, shape)} ${inkOf(ink)}`;
}

function inkOf(colour: number): string {
  return INKS[colour - NAMED_PEOPLE] ?? String(colour);
}

/** Everything in a scene that is painted, and nothing that is left over from an earlier frame. */
function contents({ marks, streaks }: Scene) {
  return {
    marks: Array.from({ length: marks.count }, (_, i) => ({
      look: lookOf(marks.sprite[i]),
      x: marks.x[i],
      y: marks.y[i],
      alpha: marks.alpha[i],
    })),
    streaks: Array.from({ length: streaks.count }, (_, i) => ({
      lane: streaks.lane[i],
      from: streaks.from[i],
      to: streaks.to[i],
      ink: inkOf(streaks.colour[i]),
      alpha: streaks.alpha[i],
    })),
  };
}

function sceneOf(timeline: Timeline, options: Partial<SceneOptions> = {}, map = mapOf(timeline)) {
  const scene = createScene();
  updateScene(scene, map, timeline, { ...plain, ...options });
  return { ...contents(scene), map };
}

/** A point of a lane as the columns hold it. */
function onLane({ lanes }: SceneMap, lane: number, fraction: number) {
  return { x: Math.fround(laneX(lanes, lane, fraction)), y: Math.fround(laneY(lanes, lane, fraction)) };
}

/**
 * Everybody sets out at 1000 ms. To the balancer until 1100, to the server until 1140, worked on until
 * 1150, back at the balancer at 1190 and at home at 1290.
 */
function tiny(
  parts: { [K in keyof Scenario]?: Partial<Scenario[K]> } = {},
  interventions: Intervention[] = [],
): Run {
  const hops = { userMs: 100, serverMs: 40 };
  return { scenario: tinyScenario({ hops, ...parts }), seed: 1, interventions };
}

describe('a request', () => {
  it.each([
    ['to the balancer', 1050, 'person', 0.5, 'full circle 0'],
    ['to the server', 1110, 'server', 0.25, 'full circle 0'],
    ['from the server', 1180, 'server', 0.25, 'hollow circle 0'],
    ['to the person', 1240, 'person', 0.5, 'hollow circle 0'],
  ])('%s at %d ms is on the lane of its %s at %d of the way', (_, atMs, whose, fraction, look) => {
    const { marks, streaks, map } = sceneOf(reached(tiny(), atMs));
    const lane = whose === 'person' ? 0 : map.layout.servers[0].lane;
    expect(marks).toEqual([{ look, alpha: 255, ...onLane(map, lane, fraction) }]);
    // The tail is where it came from, 46 px long or as long as the way so far.
    const [{ from, to, ...tail }] = streaks;
    expect(tail).toEqual({ lane, ink: '0', alpha: 127 });
    expect(to).toBe(fraction);
    const back = look.startsWith('hollow');
    const wayPx = (back ? 1 - fraction : fraction) * map.lanes.lengthPx[lane];
    expect((back ? from - to : to - from) * map.lanes.lengthPx[lane]).toBeCloseTo(Math.min(46, wayPx), 4);
  });

  it('is nowhere before it sets out and after it is answered', () => {
    expect(sceneOf(reached(tiny(), 999)).marks).toEqual([]);
    expect(sceneOf(reached(tiny(), 1290)).marks).toEqual([]);
  });

  it('is at the dock of its worker while it is worked on', () => {
    const { marks, map } = sceneOf(reached(tiny({ people: { count: 2 }, servers: { workers: 2 } }), 1145));
    expect(map.layout.servers[0].docks.length).toBe(2);
    expect(marks).toEqual([
      { look: 'full circle 0', alpha: 255, ...map.layout.servers[0].docks[0] },
      { look: 'full square 1', alpha: 255, ...map.layout.servers[0].docks[1] },
    ]);
  });

  it('is not drawn at a worker who is only told as a number', () => {
    const { marks, map } = sceneOf(reached(tiny({ people: { count: 8 }, servers: { workers: 8 } }), 1145));
    const { docks } = map.layout.servers[0];
    expect(docks.length).toBeLessThan(8);
    expect(marks.map(({ x, y }) => ({ x, y }))).toEqual(docks);
  });

  it('stays at its dock while the store is asked', () => {
    const slowStore = tiny({
      sessions: { strategy: 'shared' },
      store: { latency: { kind: 'constant', meanMs: 50 } },
    });
    // The login is worked on from 1140 and written from 1150.
    const { marks, map } = sceneOf(reached(slowStore, 1170));
    expect(marks).toEqual([{ look: 'full circle 0', alpha: 255, ...map.layout.servers[0].docks[0] }]);
  });

  it('waits in the queue in order, as far as places are drawn', () => {
    const { marks, map } = sceneOf(reached(tiny({ people: { count: 10 } }), 1145));
    const { docks, queue, queueStep } = map.layout.servers[0];
    const places = [0, 1, 2, 3, 4, 5].map((i) => ({
      x: queue.x + i * queueStep.x,
      y: queue.y + i * queueStep.y,
    }));
    expect(marks.map(({ x, y }) => ({ x, y }))).toEqual([docks[0], ...places]);
    expect(marks.slice(0, 3).map((m) => m.look)).toEqual([
      'full circle 0',
      'full square 1',
      'full triangle 2',
    ]);
  });

  it('that a silent machine does not take up waits in front of it, faintly', () => {
    const { marks, map } = sceneOf(reached(tiny({}, [{ atMs: 500, do: 'hang-server', server: 0 }]), 1300));
    const { lane } = map.layout.servers[0];
    // The first one stands 15 px before the end of the lane.
    const door = 1 - 15 / map.lanes.lengthPx[lane];
    expect(marks).toEqual([{ look: 'full circle 0', alpha: 127, ...onLane(map, lane, door) }]);
  });
});

describe('an answer', () => {
  it('that is a refusal has a form and an ink of its own', () => {
    // Two servers that know nothing of each other: the second request goes to the other one.
    const timeline = reached(tiny({ servers: { count: 2 } }), 2290 + 100 + 40 + 1 + 20);
    const { marks, map } = sceneOf(timeline);
    const { lane } = map.layout.servers[1];
    expect(marks).toEqual([{ look: 'refused circle refused', alpha: 255, ...onLane(map, lane, 0.5) }]);
  });

  it('that is a failure has a form and an ink of its own', () => {
    const dead = tiny({ balancer: { retries: 0 } }, [{ atMs: 500, do: 'kill-server', server: 0 }]);
    const { marks, map } = sceneOf(reached(dead, 1190));
    expect(marks).toEqual([{ look: 'failed circle failed', alpha: 255, ...onLane(map, 0, 0.5) }]);
  });
});

describe('people', () => {
  it('with names all have shapes and colours of their own', () => {
    const named = Array.from({ length: NAMED_PEOPLE }, (_, user) => user);
    expect(new Set(named.map(personShape)).size).toBe(NAMED_PEOPLE);
    expect(new Set(named.map(personColour)).size).toBe(NAMED_PEOPLE);
  });

  it('without names share a lane and a look with passing visitors', () => {
    const { marks, map } = sceneOf(reached(tiny({ people: { count: 10 } }), 1050));
    expect(marks.slice(7)).toEqual([
      { look: 'full drop 7', alpha: 255, ...onLane(map, 7, 0.5) },
      { look: 'full circle neutral', alpha: 255, ...onLane(map, map.layout.crowdLane, 0.5) },
      { look: 'full circle neutral', alpha: 255, ...onLane(map, map.layout.crowdLane, 0.5) },
    ]);
  });

  it('are dimmed when somebody else is followed', () => {
    const { marks, streaks } = sceneOf(reached(tiny({ people: { count: 3 } }), 1050), { followed: 1 });
    expect(marks.map((m) => m.alpha)).toEqual([60, 255, 60]);
    expect(streaks.map((s) => s.alpha)).toEqual([30, 127, 30]);
  });

  it('are dimmed in a queue and in what glows too', () => {
    const waiting = sceneOf(reached(tiny({ people: { count: 3 } }), 1145), { followed: 2, glowMs: 320 });
    expect(waiting.marks.map((m) => m.alpha)).toEqual([60, 60, 255]);
    // The way to the server was over 5 ms ago; newest first.
    expect(waiting.streaks.map(({ ink, alpha }) => [ink, alpha])).toEqual([
      ['2', Math.floor(230 * (1 - 5 / 320))],
      ['1', Math.floor(60 * (1 - 5 / 320))],
      ['0', Math.floor(60 * (1 - 5 / 320))],
    ]);
  });
});

describe('a server without a place', () => {
  it('is drawn nothing of, and the way to the balancer still is', () => {
    const run = tiny({ people: { count: 3 }, store: { latency: { kind: 'constant', meanMs: 0 } } });
    const layout = layoutIn(
      { widthPx: 1124, heightPx: 640, given: false },
      {
        people: 3,
        crowd: false,
        servers: [],
        workers: [],
        cdn: false,
        copies: false,
        stores: [0],
      },
    );
    const map = mapScene(layout, createLanes(layout.curves));
    const at = (timeMs: number) => sceneOf(reached(run, timeMs), { glowMs: 320 }, map);
    for (const timeMs of [1120, 1145, 1180]) {
      expect(at(timeMs).marks).toEqual([]);
      expect(at(timeMs).streaks.filter((s) => s.lane >= 3)).toEqual([]);
    }
    expect(at(1050).marks.length).toBe(3);
  });
});

describe('a crowd', () => {
  const crowd = tiny({ people: { count: 0 }, visitors: { perSecond: 50_000 } });

  it('has tails as long as single ones can be told apart', () => {
    const few = reached(crowd, 20);
    expect(few.world.requests.used).toBeLessThan(1500);
    expect(sceneOf(few).streaks.length).toBe(few.world.requests.used);
    const { lengthPx } = mapOf(few).lanes;
    const longest = Math.max(
      ...sceneOf(few).streaks.map(({ lane, from, to }) => Math.abs(to - from) * lengthPx[lane]),
    );
    // 46 px up to 300 requests, none from 1500 on, and evenly less in between.
    expect(longest).toBeCloseTo(Math.round(46 * (1 - (few.world.requests.used - 300) / 1200)), 3);
    const many = reached(crowd, 40);
    expect(many.world.requests.used).toBeGreaterThan(1500);
    expect(sceneOf(many).streaks).toEqual([]);
    expect(sceneOf(many).marks.length).toBe(many.world.requests.used);
  });

  it('leaves one streak behind per lane, direction and ink, however many travelled', () => {
    const quick = tiny({
      people: { count: 0 },
      visitors: { perSecond: 50_000 },
      servers: { workers: 500 },
      hops: { userMs: 1, serverMs: 1 },
    });
    const timeline = reached(quick, 100);
    const { streaks } = sceneOf(timeline, { glowMs: 320 });
    // The crowd's lane and the server's, there and back; beside these only the tails of those on the way.
    expect(timeline.recent.legs.count).toBeGreaterThan(5000);
    expect(streaks.length).toBeLessThanOrEqual(4 + timeline.world.requests.used);
  });

  it('takes no new memory once there is room for it', () => {
    const timeline = reached(crowd, 90);
    const map = mapOf(timeline);
    const scene = createScene();
    updateScene(scene, map, timeline, plain);
    const { x } = scene.marks;
    updateScene(scene, map, timeline, plain);
    expect(scene.marks.x).toBe(x);
  });
});

describe('calm', () => {
  it.each([
    [1000, 1099, 0],
    [1101, 1139, 1],
    [1151, 1189, 1],
    [1191, 1289, 0],
  ])(
    'draws one picture from %d to %d ms: in the middle of the leg, with the way it goes',
    (from, to, lane) => {
      const first = sceneOf(reached(tiny(), from), { calm: true });
      const last = sceneOf(reached(tiny(), to), { calm: true });
      expect(last.marks).toEqual(first.marks);
      expect(last.streaks).toEqual(first.streaks);
      expect(first.map.layout.servers[0].lane).toBe(1);
      expect(first.marks).toEqual([{ ...first.marks[0], ...onLane(first.map, lane, 0.5) }]);
      const forth = first.streaks[0].from < first.streaks[0].to;
      expect(forth).toBe(from < 1150);
    },
  );

  it('draws a tail no longer than a third of a short lane', () => {
    const timeline = reached(tiny(), 1050);
    const map = mapOf(timeline, 390, 700);
    expect(map.lanes.lengthPx[0]).toBeLessThan(100);
    const { streaks } = sceneOf(timeline, { calm: true }, map);
    expect(streaks).toEqual([{ lane: 0, from: Math.fround(0.2), to: 0.5, ink: '0', alpha: 127 }]);
  });

  it('lets what glows stay as strong as it is', () => {
    const at = (timeMs: number) =>
      sceneOf(reached(tiny(), timeMs), { calm: true, glowMs: 320 }).streaks.filter((s) => s.lane === 1);
    expect(at(1145).map((s) => s.alpha)).toEqual([230]);
    expect(at(1145)[0]).toEqual(at(1149)[0]);
  });
});

describe('a leg too short to be seen moving', () => {
  const forth = { lane: 1, from: 0, to: 1, ink: '0' };
  const back = { lane: 1, from: 1, to: 0, ink: '0' };
  /** Without the tail on the way home. */
  const glowAt = (timeMs: number, glowMs = 320) =>
    sceneOf(reached(tiny(), timeMs), { glowMs }).streaks.filter((s) => s.lane !== 0);

  it('is left behind as a streak that fades with the time since its end', () => {
    // There at 1140, and back from 1150 to 1190.
    expect(glowAt(1140)).toEqual([{ ...forth, alpha: 230 }]);
    expect(glowAt(1148)).toEqual([{ ...forth, alpha: Math.floor(230 * (1 - 8 / 320)) }]);
    expect(glowAt(1270)).toEqual([
      { ...back, alpha: Math.floor(230 * (1 - 80 / 320)) },
      { ...forth, alpha: Math.floor(230 * (1 - 130 / 320)) },
    ]);
    expect(glowAt(1480)).toEqual([{ ...back, alpha: Math.floor(230 * (1 - 290 / 320)) }]);
    expect(glowAt(1509).map((s) => s.alpha)).toEqual([0]);
    expect(glowAt(1510)).toEqual([]);
  });

  it('is only one that takes less than a quarter of the glow', () => {
    expect(glowAt(1145, 160)).toEqual([]);
    expect(glowAt(1145, 161).length).toBe(1);
  });

  it('is red when it brings a refusal or a failure', () => {
    const run = tiny({ servers: { count: 2 }, hops: { userMs: 10, serverMs: 5 } });
    // The login takes 40 ms, the refusal of the page after it 31 ms.
    const { streaks, map } = sceneOf(reached(run, 2071.5), { glowMs: 320 });
    const { lane } = map.layout.servers[1];
    expect(streaks.filter((s) => s.from > s.to).map((s) => [s.lane, s.ink])).toEqual([
      [0, 'refused'],
      [lane, 'refused'],
    ]);
  });

  it('goes to the store when it is a command', () => {
    const run = tiny({
      sessions: { strategy: 'shared' },
      store: { latency: { kind: 'constant', meanMs: 1 } },
    });
    const { streaks, map } = sceneOf(reached(run, 1155), { glowMs: 40 });
    expect(streaks.filter((s) => s.lane === map.layout.servers[0].storeLanes[0])).toEqual([
      { lane: 2, from: 0, to: 1, ink: '0', alpha: Math.floor(230 * (1 - 4 / 40)) },
    ]);
  });

  it.each([
    ['worked on', 'memory'],
    ['waiting for the store', 'shared'],
  ] as const)('still glows when an older request falls silent while it is %s', (_, strategy) => {
    // Somebody's login has taken long at one server when that server falls silent.
    const scenario = tinyScenario({
      people: { count: 1 },
      servers: { count: 2, workers: 2 },
      service: { login: { kind: 'constant', meanMs: strategy === 'memory' ? 900 : 1 } },
      store: { latency: { kind: 'constant', meanMs: 900 } },
      sessions: { strategy },
      hops: { userMs: 10, serverMs: 5 },
    });
    const visits: Intervention = { atMs: 1400, do: 'set-visitors', perSecond: 100 };
    const silent: Intervention = { atMs: 1500, do: 'hang-server', server: 0 };
    const at1500 = (interventions: Intervention[]) => {
      const { streaks } = sceneOf(reached({ scenario, seed: 1, interventions }, 1500), { glowMs: 80 });
      return streaks;
    };
    expect(at1500([visits]).length).toBeGreaterThan(3);
    expect(at1500([visits, silent])).toEqual(at1500([visits]));
  });
});

describe('a moment', () => {
  const eventful: Run = {
    scenario: SCENARIOS['three-servers'],
    seed: 5,
    interventions: [
      { atMs: 100, do: 'set-visitors', perSecond: 40 },
      { atMs: 2000, do: 'kill-server', server: 0 },
      { atMs: 4000, do: 'hang-server', server: 1 },
      { atMs: 6000, do: 'set-strategy', strategy: 'sticky' },
      { atMs: 9000, do: 'restart-server', server: 0, graceful: false },
    ],
  };
  const step = fc.oneof(fc.integer({ min: 0, max: 16_000 }), fc.constantFrom('on', 'back'));
  const anyOptions = fc.record({
    followed: fc.integer({ min: -1, max: 9 }),
    glowMs: fc.constantFrom(3.2, 80, 320, 1280),
    calm: fc.boolean(),
  });

  it('looks the same whichever way it was reached, and whatever was drawn before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, anyOptions), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 16_000 }),
        anyOptions,
        (walk, endMs, options) => {
          const timeline = createTimeline(eventful);
          const map = mapOf(timeline);
          const scene = createScene();
          for (const [to, drawn] of walk) {
            if (to === 'on') timeline.stepForward(20_000);
            else if (to === 'back') timeline.stepBack();
            else timeline.goTo(to as number);
            updateScene(scene, map, timeline, drawn);
          }
          timeline.goTo(endMs);
          updateScene(scene, map, timeline, options);
          const { map: _, ...straight } = sceneOf(reached(eventful, endMs), options, map);
          expect(contents(scene)).toEqual(straight);
        },
      ),
      { seed: 4, numRuns: 40 },
    );
  });

  it('looks the same when acting there as when the action was known from the start', () => {
    const action: Action = { do: 'kill-server', server: 1 };
    const timeline = reached({ ...eventful, interventions: [] }, 3000);
    timeline.act(action);
    timeline.goTo(3100);
    const known = reached({ ...eventful, interventions: [{ atMs: 3000, ...action }] }, 3100);
    const options = { glowMs: 320 };
    expect(sceneOf(timeline, options)).toEqual(sceneOf(known, options));
  });
});

describe('the gallery', () => {
  /** A line for each mark: its look, where it is, and how opaque when it is not. */
  function picture(name: string): string {
    const { state, problems } = parseLink(new URLSearchParams(MOMENTS[name]), details);
    expect(problems).toEqual([]);
    const { marks } = sceneOf(reached(state.run, state.atMs));
    return marks
      .map(
        ({ look, x, y, alpha }) =>
          `${look} at ${Math.round(x)}, ${Math.round(y)}${alpha < 255 ? ` (${alpha})` : ''}`,
      )
      .join('\n');
  }

  it('has a server that has just been killed', () => {
    expect(picture('server-just-killed')).toMatchInlineSnapshot(`
      "full square 1 at 666, 477
      full hexagon 4 at 666, 309
      full drop 7 at 666, 455
      full triangle 2 at 666, 331
      full star 5 at 285, 398
      full circle 0 at 640, 320"
    `);
  });

  it('has a server that is silent', () => {
    expect(picture('server-hangs')).toMatchInlineSnapshot(`
      "full diamond 3 at 641, 320 (127)
      full square 1 at 626, 320 (127)
      full drop 7 at 611, 321 (127)
      full hexagon 4 at 596, 322 (127)
      full star 5 at 581, 323 (127)"
    `);
  });

  it('has a store that does not answer', () => {
    expect(picture('store-down')).toMatchInlineSnapshot(`
      "full circle 0 at 666, 477
      full hexagon 4 at 666, 163
      full drop 7 at 666, 185
      full triangle 2 at 666, 331
      full plus 6 at 666, 309
      full diamond 3 at 666, 455
      full star 5 at 640, 320
      full square 1 at 640, 466"
    `);
  });
});
