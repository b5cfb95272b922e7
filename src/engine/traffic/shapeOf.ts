/** The rule behind a shape's name. */
import { further } from '../further.ts';
import { constant } from './constant.ts';
import type { ShapeId } from './index.ts';
import type { TrafficShape } from './shape.ts';

export function shapeOf(id: ShapeId): TrafficShape {
  return id === 'constant' ? constant : further().FURTHER_SHAPES[id];
}
