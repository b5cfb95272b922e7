/**
 * The part of the stage benchmark that runs in the page: a frame of our painter, and a frame of the
 * least code that could put as many anti-aliased dots on a canvas.
 */
import { type Curve, createLanes } from '../src/stage/paint/lanes.ts';
import { STYLE, type Style } from '../src/stage/paint/looks.ts';
import { addMarkOnLane, addStreak, createMarks, createStreaks } from '../src/stage/paint/marks.ts';
import { createPainter } from '../src/stage/paint/painter.ts';
import { SHAPE_COUNT, type Shape } from '../src/stage/paint/shapes.ts';
import { createSprites, spriteId } from '../src/stage/paint/sprites.ts';

const WIDTH_PX = 1200;
const HEIGHT_PX = 700;
const COLOURS = ['#e4572e', '#2b8a9e', '#8e5bb5', '#d99a1c', '#3f8f4f', '#2f5fc4', '#c23b7a', '#6b6f2a'];

/** Simulated time per frame: every mark moves in every frame, whatever the frame rate. */
const STEP_MS = 16;

export interface Contender {
  readonly kind: 'empty' | 'dots' | 'painter';
  readonly count: number;
  readonly radiusPx: number;
  readonly dpr: number;
  /** The first so many requests have a tail. */
  readonly tails: number;
  readonly aa: boolean;
}

export interface Measured {
  readonly intervalMs: number;
  readonly scriptMs: number;
}

/** Runs a contender for some time, as fast as the browser takes frames. */
async function measure(contender: Contender, durationMs: number): Promise<Measured> {
  const frame = prepare(contender);
  for (let i = 0; i < 20; i++) {
    await nextFrame();
    frame();
  }
  return loop(frame, 30, durationMs);
}

/** Runs frames until both limits are reached. Written without promises, which would allocate. */
function loop(frame: () => void, leastFrames: number, leastMs: number): Promise<Measured> {
  return new Promise((resolve) => {
    let frames = 0;
    let scriptMs = 0;
    const startMs = performance.now();
    function tick() {
      const beforeMs = performance.now();
      frame();
      const afterMs = performance.now();
      scriptMs += afterMs - beforeMs;
      frames++;
      if (frames < leastFrames || afterMs - startMs < leastMs) requestAnimationFrame(tick);
      else resolve({ intervalMs: (afterMs - startMs) / frames, scriptMs: scriptMs / frames });
    }
    requestAnimationFrame(tick);
  });
}

/** For measuring memory: keeps a contender ready, so that only frames happen between two looks at the heap. */
let ready: (() => void) | null = null;

async function warm(contender: Contender): Promise<void> {
  ready = prepare(contender);
  await loop(ready, 300, 0);
}

async function runReady(frames: number): Promise<void> {
  if (ready) await loop(ready, frames, 0);
}

function prepare(contender: Contender): () => void {
  document.body.innerHTML = '';
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  if (contender.kind === 'painter') return preparePainter(canvas, contender);
  canvas.width = WIDTH_PX * contender.dpr;
  canvas.height = HEIGHT_PX * contender.dpr;
  canvas.style.width = `${WIDTH_PX}px`;
  if (contender.kind === 'dots') return prepareDots(canvas, contender);
  return () => {};
}

/** Requests as the scene has them: a lane, when they left, when they arrive, a look. */
function preparePainter(canvas: HTMLCanvasElement, contender: Contender): () => void {
  const { count, radiusPx, dpr, aa } = contender;
  const curves = Array.from({ length: 36 }, (_, i): Curve => {
    const near = i % 2 === 0;
    const fromX = near ? 140 : 560;
    const toX = near ? 460 : 1160;
    const fromY = 20 + ((i * 37) % 660);
    const toY = 20 + ((i * 211) % 660);
    const middleX = (fromX + toX) / 2;
    return { kind: 'cubic', points: [fromX, fromY, middleX, fromY, middleX, toY, toX, toY] };
  });
  const lanes = createLanes(curves);
  const sprites = createSprites({ colours: COLOURS, paper: '#fbfaf6', card: '#ffffff', radiusPx, dpr, aa });
  const painter = createPainter(canvas);
  painter.resize(WIDTH_PX, HEIGHT_PX, dpr);
  painter.setSprites(sprites);

  const lane = new Uint16Array(count);
  const sprite = new Uint16Array(count);
  const colour = new Uint8Array(count);
  const departMs = new Float64Array(count);
  const arriveMs = new Float64Array(count);
  const chance = createChance();
  for (let i = 0; i < count; i++) {
    lane[i] = chance() * lanes.count;
    colour[i] = chance() * COLOURS.length;
    const pick = chance();
    const style: Style = pick < 0.5 ? STYLE.full : pick < 0.9 ? STYLE.hollow : STYLE.refused;
    sprite[i] = spriteId(style, (colour[i] % SHAPE_COUNT) as Shape, colour[i]);
    departMs[i] = -chance() * 2000;
    arriveMs[i] = departMs[i] + 1000 + chance() * 2000;
  }

  const marks = createMarks(count);
  const streaks = createStreaks(contender.tails);
  let nowMs = 0;
  return () => {
    nowMs += STEP_MS;
    marks.count = 0;
    streaks.count = 0;
    for (let i = 0; i < count; i++) {
      if (nowMs >= arriveMs[i]) {
        const travelMs = arriveMs[i] - departMs[i];
        departMs[i] = nowMs;
        arriveMs[i] = nowMs + travelMs;
      }
      const fraction = (nowMs - departMs[i]) / (arriveMs[i] - departMs[i]);
      addMarkOnLane(marks, lanes, lane[i], fraction, sprite[i], 255);
      if (i < contender.tails) {
        addStreak(streaks, lane[i], fraction - 36 / lanes.lengthPx[lane[i]], fraction, colour[i], 255);
      }
    }
    painter.paint(streaks, lanes, marks);
  };
}

/** The bare loop: empty all, blend a round stamp in a colour at each place, show all. */
function prepareDots(canvas: HTMLCanvasElement, { count, radiusPx, dpr }: Contender): () => void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
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

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

export const stageBench = { measure, warm, runReady };
export type StageBench = typeof stageBench;
Object.assign(globalThis, { stageBench });
