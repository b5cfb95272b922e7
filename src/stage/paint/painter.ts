/**
 * Paints the moving requests on a transparent canvas that lies over the scenery.
 *
 * The pixels are computed here and handed to the canvas in one rectangle: with thousands of small shapes
 * that is several times faster than any drawing call. The caller decides when to paint; a paused scene
 * is simply not painted again.
 */
import type { Lanes } from './lanes.ts';
import { MAX_DPR } from './looks.ts';
import type { Marks, Streaks } from './marks.ts';
import { splat } from './splat.ts';
import { createStreakBrush, splatStreaks } from './splatStreaks.ts';
import type { SpriteSet } from './sprites.ts';
import { type Box, clearSurface, createSurface, includeTouched, type Surface } from './surface.ts';

export interface Painter {
  /**
   * Fits the canvas to a stage of this size in CSS px. `dpr` is capped at `MAX_DPR`; a smaller one than
   * the screen's is a cheaper, softer picture. If anything changed the canvas is empty afterwards.
   */
  resize(widthPx: number, heightPx: number, dpr: number): void;
  /** The looks to paint with from now on. Make them for the same `dpr` as the canvas. */
  setSprites(sprites: SpriteSet): void;
  /** Replaces what is on the canvas: streaks first, then marks, each in their order. */
  paint(streaks: Streaks, lanes: Lanes, marks: Marks): void;
  /** Lets go of the memory; the painter paints nothing afterwards. */
  dispose(): void;
}

export function createPainter(canvas: HTMLCanvasElement): Painter {
  const context = canvas.getContext('2d');
  if (context === null)
    throw new Error('The stage needs a canvas with a 2d context, and this one gave none.');
  const brush = createStreakBrush();
  const box: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  let image: ImageData | null = null;
  let surface: Surface | null = null;
  let sprites: SpriteSet | null = null;
  let density = 1;

  return {
    resize(widthPx, heightPx, dpr) {
      const wanted = Math.min(MAX_DPR, dpr);
      const width = Math.round(widthPx * wanted);
      const height = Math.round(heightPx * wanted);
      if (surface !== null && width === surface.width && height === surface.height && wanted === density)
        return;
      density = wanted;
      canvas.width = width;
      canvas.height = height;
      // A hidden stage has no size, and an ImageData must have one.
      image = width > 0 && height > 0 ? context.createImageData(width, height) : null;
      surface = image && createSurface(width, height, new Int32Array(image.data.buffer));
      // The size on the page follows the whole device px, so that none of them is smeared over two.
      canvas.style.width = `${width / density}px`;
      canvas.style.height = `${height / density}px`;
    },

    setSprites(next) {
      sprites = next;
    },

    paint(streaks, lanes, marks) {
      if (surface === null || image === null || sprites === null) return;
      box.left = surface.width;
      box.top = surface.height;
      box.right = 0;
      box.bottom = 0;
      // What the last frame painted must be shown as empty, what this one paints as painted.
      includeTouched(surface, box);
      clearSurface(surface);
      splatStreaks(surface, sprites, lanes, streaks, density, brush);
      splat(surface, sprites, marks, density);
      includeTouched(surface, box);
      if (box.right <= box.left) return;
      context.putImageData(image, 0, 0, box.left, box.top, box.right - box.left, box.bottom - box.top);
    },

    dispose() {
      surface = null;
      image = null;
      sprites = null;
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}
