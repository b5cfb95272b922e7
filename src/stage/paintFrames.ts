/** From a moment to pixels: what the canvas of a stage does in each frame. */
import type { FramePainter } from '../player/createPlayer.ts';
import type { Painter } from './paint/painter.ts';
import { createSprites } from './paint/sprites.ts';
import {
  CROWDED_FROM,
  FAILED_INK,
  NEUTRAL,
  REFUSED_INK,
  type Scene,
  type SceneMap,
  type SceneOptions,
  updateScene,
} from './scene.ts';

export interface Colours {
  paper: string;
  card: string;
  /** In the order of the palette. */
  colours: string[];
}

/** The colours of a theme. @param lookUp gives what a custom property such as `--paper` stands for */
export function readColours(lookUp: (name: string) => string): Colours {
  // Without its style sheet the page is there to be read all the same.
  const read = (name: string) => lookUp(name) || '#808080';
  const colours: string[] = [];
  for (let i = 0; i <= NEUTRAL; i++) colours.push(read(`--ink-${i}`));
  colours[REFUSED_INK] = read('--refused');
  colours[FAILED_INK] = read('--failed');
  return { paper: read('--paper'), card: read('--card'), colours };
}

/** Fits a painter to a stage. Returns what paints a moment of it. @param dpr device px per CSS px */
export function paintFrames(
  painter: Painter,
  scene: Scene,
  map: SceneMap,
  colours: Colours,
  dpr: number,
  options: Omit<SceneOptions, 'glowMs'>,
): FramePainter {
  const { layout, lanes } = map;
  painter.resize(layout.widthPx, layout.heightPx, dpr);
  const sprites = createSprites({ ...colours, radiusPx: layout.markPx, dpr });
  const crowdSprites = createSprites({ ...colours, radiusPx: layout.markPx / 2, dpr });
  return (timeline, glowMs) => {
    updateScene(scene, map, timeline, { ...options, glowMs });
    painter.setSprites(scene.marks.count > CROWDED_FROM ? crowdSprites : sprites);
    painter.paint(scene.streaks, lanes, scene.marks);
  };
}
