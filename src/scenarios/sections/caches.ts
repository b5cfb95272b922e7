import type { CacheRules, Cdn, Files, PageCache } from '../../engine/scenario.ts';
import { choice, decimal, duration, type FieldsOf, whole, yesOrNo } from '../fields/field.ts';
import { MOST_EDGE_NODES, MOST_FILES, MOST_FILES_PER_PAGE, STEEPEST_ZIPF } from '../limits.ts';

export const files = {
  perPage: whole(0, MOST_FILES_PER_PAGE),
  count: whole(1, MOST_FILES),
  zipf: decimal(0, STEEPEST_ZIPF),
} as const satisfies FieldsOf<Files>;

const rules = {
  ttl: duration(),
  coalesces: yesOrNo(),
  longestWait: duration(),
  staleWhileRevalidate: duration(),
  staleIfError: duration(),
} as const satisfies FieldsOf<CacheRules>;

export const cdn = {
  on: yesOrNo(),
  nodes: whole(1, MOST_EDGE_NODES),
  keeps: choice(['files', 'public-pages', 'all-pages']),
  ...rules,
} as const satisfies FieldsOf<Cdn>;

export const pageCache = {
  at: choice(['nowhere', 'balancer', 'servers']),
  ...rules,
} as const satisfies FieldsOf<PageCache>;
