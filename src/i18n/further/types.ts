import type { Widen } from '../types.ts';
import type { furtherEn } from './en.ts';

/** Words for further rules in one language. */
export type FurtherMessages = Widen<typeof furtherEn>;
