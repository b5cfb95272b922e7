import type { Hops, Service } from '../../engine/scenario.ts';
import { distribution, duration, type FieldsOf } from '../fields/field.ts';

export const service = {
  page: distribution(),
  login: distribution(),
  refusal: duration(),
} as const satisfies FieldsOf<Service>;

export const hops = {
  user: duration(),
  server: duration(),
} as const satisfies FieldsOf<Hops>;
