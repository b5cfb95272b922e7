import type { Autoscaler } from '../../engine/scenario.ts';
import { duration, type FieldsOf, whole, yesOrNo } from '../fields/field.ts';
import { MOST_SERVERS, SHORTEST_LOOK_MS } from '../limits.ts';

export const autoscaler = {
  on: yesOrNo(),
  least: whole(1, MOST_SERVERS),
  most: whole(1, MOST_SERVERS),
  targetPercent: whole(1, 100),
  tolerancePercent: whole(0, 100),
  period: duration(SHORTEST_LOOK_MS),
  coolDown: duration(),
} as const satisfies FieldsOf<Autoscaler>;
