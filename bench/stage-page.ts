/**
 * The part of the stage benchmark that runs in the page: a frame of the real stage over a real run, and a
 * frame of the least code that could put as many anti-aliased dots on a canvas.
 */
import { tinyScenario } from '../src/engine/testing/scenarios.ts';
import { layoutIn } from '../src/stage/layout.ts';
import { createLanes } from '../src/stage/paint/lanes.ts';
import { createPainter } from '../src/stage/paint/painter.ts';
import { createSprites } from '../src/stage/paint/sprites.ts';
import { CROWDED_FROM, createScene, mapScene, type SceneOptions, updateScene } from '../src/stage/scene.ts';
import { createTimeline, type Timeline } from '../src/timeline/timeline.ts';

const WIDTH_PX = 1200;
const HEIGHT_PX = 700;
/** Eight people, everybody else, refusals, failures. */
const COLOURS = [
  '#e4572e',
  '#2b8a9e',
  '#8e5bb5',
  '#d99a1c',
  '#3f8f4f',
  '#2f5fc4',
  '#c23b7a',
  '#6b6f2a',
  '#5d6470',
  '#b3261e',
  '#7a1f1a',
];

const SERVERS = 12;
const WORKERS = 16;
const SERVICE_MS = 10;
/** When the traffic has settled. */
const START_MS = 8000;

/** A run: visitors at a rate, and how long they travel. */
export interface Traffic {
  readonly perSecond: number;
  readonly userMs: number;
  readonly serverMs: number;
  /** Simulated time for which a leg that is over stays visible: 320 ms of wall time at the speed shown. */
  readonly glowMs: number;
}

export type Contender =
  | { readonly kind: 'empty' }
  | { readonly kind: 'dots'; readonly count: number; readonly radiusPx: number; readonly dpr: number }
  | {
      readonly kind: 'stage';
      readonly traffic: Traffic;
      readonly dpr: number;
      /** Simulated time per frame. */
      readonly stepMs: number;
    };

/** Means per frame. */
export interface Measured {
  readonly intervalMs: number;
  readonly scriptMs: number;
  /** Parts of the script: moving the playhead, and filling the scene. The rest is painting. */
  readonly simulateMs: number;
  readonly sceneMs: number;
}

/** What there is to see of a traffic. */
export interface Census {
  readonly inside: number;
  readonly marks: number;
  readonly streaks: number;
  readonly radiusPx: number;
}

interface Frame {
  draw(): void;
  /** Since the start. */
  simulateMs: number;
  sceneMs: number;
}

/** Runs a contender for some time, as fast as the browser takes frames. */
async function measure(contender: Contender, durationMs: number): Promise<Measured> {
  const frame = prepare(contender);
  await loop(frame, 20, 0);
  return loop(frame, 30, durationMs);
}

/** Runs frames until both limits are reached. Written without promises, which would allocate. */
function loop(frame: Frame, leastFrames: number, leastMs: number): Promise<Measured> {
  return new Promise((resolve) => {
    let frames = 0;
    let scriptMs = 0;
    frame.simulateMs = 0;
    frame.sceneMs = 0;
    const startMs = performance.now();
    function tick() {
      const beforeMs = performance.now();
      frame.draw();
      const afterMs = performance.now();
      scriptMs += afterMs - beforeMs;
      frames++;
      if (frames < leastFrames || afterMs - startMs < leastMs) requestAnimationFrame(tick);
      else {
        resolve({
          intervalMs: (afterMs - startMs) / frames,
          scriptMs: scriptMs / frames,
          simulateMs: frame.simulateMs / frames,
          sceneMs: frame.sceneMs / frames,
        });
      }
    }
    requestAnimationFrame(tick);
  });
}

/** For measuring memory: keeps a contender ready, so that only frames happen between two looks at the heap. */
let ready: Frame | null = null;

async function warm(contender: Contender): Promise<void> {
  ready = prepare(contender);
  await loop(ready, 300, 0);
}

async function runReady(frames: number): Promise<void> {
  if (ready) await loop(ready, frames, 0);
}

function prepare(contender: Contender): Frame {
  document.body.innerHTML = '';
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  switch (contender.kind) {
    case 'empty':
      return { draw() {}, simulateMs: 0, sceneMs: 0 };
    case 'dots':
      return { draw: prepareDots(canvas, contender), simulateMs: 0, sceneMs: 0 };
    case 'stage':
      return prepareStage(canvas, contender);
  }
}

/** The timeline in hand: it is made once for all contenders that show the same traffic. */
let current: { traffic: Traffic; timeline: Timeline } | null = null;

function timelineOf(traffic: Traffic): Timeline {
  if (JSON.stringify(current?.traffic) !== JSON.stringify(traffic)) {
    const { perSecond, userMs, serverMs } = traffic;
    const scenario = tinyScenario({
      people: { count: 8, think: { kind: 'exponential', meanMs: 1000 } },
      visitors: { perSecond },
      service: {
        page: { kind: 'exponential', meanMs: SERVICE_MS },
        login: { kind: 'constant', meanMs: SERVICE_MS },
      },
      hops: { userMs, serverMs },
      servers: { count: SERVERS, workers: WORKERS },
    });
    current = { traffic, timeline: createTimeline({ scenario, seed: 7, interventions: [] }) };
    current.timeline.goTo(START_MS);
  }
  return (current as { timeline: Timeline }).timeline;
}

function mapOfStage() {
  const layout = layoutIn(
    { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, given: false },
    {
      cdn: false,
      copies: false,
      stores: [0],
      people: 8,
      crowd: true,
      servers: Array.from({ length: SERVERS }, (_, i) => i),
      workers: Array.from({ length: SERVERS }, () => WORKERS),
    },
  );
  return mapScene(layout, createLanes(layout.curves));
}

/** What the component of the moving requests does in a frame. */
function prepareStage(
  canvas: HTMLCanvasElement,
  { traffic, dpr, stepMs }: Contender & { kind: 'stage' },
): Frame {
  const timeline = timelineOf(traffic);
  const map = mapOfStage();
  const scene = createScene();
  const painter = createPainter(canvas);
  const look = { colours: COLOURS, paper: '#fbfaf6', card: '#ffffff', dpr };
  const sprites = createSprites({ ...look, radiusPx: map.layout.markPx });
  const crowdSprites = createSprites({ ...look, radiusPx: map.layout.markPx / 2 });
  painter.resize(WIDTH_PX, HEIGHT_PX, dpr);
  const options = optionsOf(traffic);
  const frame: Frame = {
    draw() {
      const startMs = performance.now();
      if (stepMs > 0) timeline.goTo(timeline.nowMs + stepMs);
      const movedMs = performance.now();
      updateScene(scene, map, timeline, options);
      frame.sceneMs += performance.now() - movedMs;
      frame.simulateMs += movedMs - startMs;
      painter.setSprites(scene.marks.count > CROWDED_FROM ? crowdSprites : sprites);
      painter.paint(scene.streaks, map.lanes, scene.marks);
    },
    simulateMs: 0,
    sceneMs: 0,
  };
  return frame;
}

function optionsOf({ glowMs }: Traffic): SceneOptions {
  return { followed: -1, glowMs, calm: false };
}

function count(traffic: Traffic): Census {
  const timeline = timelineOf(traffic);
  const map = mapOfStage();
  const scene = createScene();
  updateScene(scene, map, timeline, optionsOf(traffic));
  const crowded = scene.marks.count > CROWDED_FROM;
  return {
    inside: timeline.world.requests.used,
    marks: scene.marks.count,
    streaks: scene.streaks.count,
    radiusPx: crowded ? map.layout.markPx / 2 : map.layout.markPx,
  };
}

/** The bare loop: empty all, blend a round stamp in a colour at each place, show all. */
function prepareDots(
  canvas: HTMLCanvasElement,
  { count, radiusPx, dpr }: Contender & { kind: 'dots' },
): () => void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  canvas.width = WIDTH_PX * dpr;
  canvas.height = HEIGHT_PX * dpr;
  canvas.style.width = `${WIDTH_PX}px`;
  const { width, height } = canvas;
  const image = context.createImageData(width, height);
  const pixels = new Int32Array(image.data.buffer);

  const radius = radiusPx * dpr;
  const half = Math.ceil(radius) + 1;
  const side = half * 2;
  const stamps = new Uint8Array(16 * side * side);
  for (let sub = 0; sub < 16; sub++) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const distance = Math.hypot(x + 0.5 - half - (sub & 3) / 4, y + 0.5 - half - (sub >> 2) / 4);
        stamps[(sub * side + y) * side + x] = Math.max(0, Math.min(1, radius + 0.5 - distance)) * 255;
      }
    }
  }

  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const speed = new Float32Array(count);
  const ink = new Int32Array(count);
  const chance = createChance();
  for (let i = 0; i < count; i++) {
    x[i] = half + chance() * (width - 2 * half - 1);
    y[i] = half + chance() * (height - 2 * half - 1);
    speed[i] = 0.5 + 2 * chance();
    ink[i] = chance() * 0xffffff;
  }
  return () => {
    pixels.fill(0);
    for (let i = 0; i < count; i++) {
      x[i] += speed[i];
      if (x[i] > width - half - 1) x[i] = half;
      const fineX = (x[i] * 4) | 0;
      const fineY = (y[i] * 4) | 0;
      const colour = ink[i];
      let k = ((fineX & 3) + (fineY & 3) * 4) * side * side;
      for (let row = 0; row < side; row++) {
        let at = ((fineY >> 2) - half + row) * width + (fineX >> 2) - half;
        for (let column = 0; column < side; column++, at++, k++) {
          const alpha = stamps[k];
          if (alpha === 0) continue;
          const lower = pixels[at];
          if (alpha === 255 || lower === 0) {
            pixels[at] = (alpha << 24) | colour;
          } else {
            const rest = 255 - alpha;
            const redBlue = (((colour & 0xff00ff) * alpha + (lower & 0xff00ff) * rest) >>> 8) & 0xff00ff;
            const green = (((colour & 0xff00) * alpha + (lower & 0xff00) * rest) >>> 8) & 0xff00;
            pixels[at] = 0xff000000 | redBlue | green;
          }
        }
      }
    }
    context.putImageData(image, 0, 0);
  };
}

/** The same places in every run. */
function createChance(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const stageBench = { measure, count, warm, runReady };
export type StageBench = typeof stageBench;
Object.assign(globalThis, { stageBench });
