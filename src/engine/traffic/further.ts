/** The shapes that are fetched when a run first needs one of them. */
import { arrivals } from './arrivals.ts';
import type { ShapeId } from './index.ts';
import { ramp } from './ramp.ts';
import { rates } from './rates.ts';
import type { TrafficShape } from './shape.ts';
import { spike } from './spike.ts';
import { wave } from './wave.ts';

export const FURTHER_SHAPES = { ramp, spike, wave, rates, arrivals } as const satisfies Record<
  Exclude<ShapeId, 'constant'>,
  TrafficShape
>;
