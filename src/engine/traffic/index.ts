/** Every traffic shape. A new one is a file, a line here and in `further.ts`, and its words in each language. */

export const SHAPES = {
  constant: { scales: true },
  ramp: { scales: true },
  spike: { scales: true },
  wave: { scales: true },
  rates: { scales: false },
  arrivals: { scales: false },
} as const satisfies Record<string, ShapeKind>;

export interface ShapeKind {
  /** Does the rate depend on `visitors.perSecond`? A recording brings rates of its own. */
  readonly scales: boolean;
}

export type ShapeId = keyof typeof SHAPES;
export const SHAPE_IDS = Object.keys(SHAPES) as ShapeId[];
