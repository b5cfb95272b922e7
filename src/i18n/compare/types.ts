/** English gives the keys; the other languages must have the same. */
import type { Widen } from '../types.ts';
import type { compareEn } from './en.ts';

export type CompareWords = Widen<typeof compareEn>;
