/** Every traffic shape. A new one is a file, a line here, and its words in each language. */
import { arrivals } from './arrivals.ts';
import { constant } from './constant.ts';
import { ramp } from './ramp.ts';
import { rates } from './rates.ts';
import type { TrafficShape } from './shape.ts';
import { spike } from './spike.ts';
import { wave } from './wave.ts';

export const SHAPES = {
  constant,
  ramp,
  spike,
  wave,
  rates,
  arrivals,
} as const satisfies Record<string, TrafficShape>;

export type ShapeId = keyof typeof SHAPES;
export const SHAPE_IDS = Object.keys(SHAPES) as ShapeId[];
