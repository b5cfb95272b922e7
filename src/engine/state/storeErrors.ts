export * as StoreError from './storeError.ts';
export const STORE_ERRORS = [
  'none',
  'full',
  'tooFewFollowers',
  'noMajority',
  'clusterDown',
  'unanswered',
] as const;
export type StoreErrorName = (typeof STORE_ERRORS)[number];
