import type { Hops, Service } from '../../engine/scenario.ts';
import { decimal, distribution, duration, type FieldsOf } from '../fields/field.ts';

export const service = {
  page: distribution(),
  login: distribution(),
  refusal: duration(),
  contention: decimal(0, 1),
  coherency: decimal(0, 1),
  file: distribution(),
  cached: duration(),
} as const satisfies FieldsOf<Service>;

export const hops = {
  user: duration(),
  server: duration(),
  edge: duration(),
  origin: duration(),
} as const satisfies FieldsOf<Hops>;
