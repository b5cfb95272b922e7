import type { Widen } from '../types.ts';
import type { causesEn } from './en.ts';

/** The sentences of chains of causes in one language. */
export type CauseWords = Widen<typeof causesEn>;
