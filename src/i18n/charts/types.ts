import type { Widen } from '../types.ts';
import type { chartsEn } from './en.ts';

/** The words of the charts in one language. */
export type ChartWords = Widen<typeof chartsEn>;
