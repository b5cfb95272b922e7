/** What a chart over time is: a few lines, each of which can be read for any stretch of time. */

import type { ChartWords } from '../../i18n/charts/types.ts';
import type { Format } from '../../i18n/format.ts';
import type { Language } from '../../player/names.ts';
import type { Kept, Stretch } from './kept.ts';

export interface ChartLanguage extends Language {
  words: ChartWords;
}

export interface Line {
  id: string;
  /** As a heading of a column, and beside its value. */
  name: string;
  /** Where there is little room; the name, without one. */
  short?: string;
  /** NaN where there is nothing. */
  at(stretch: Stretch): number;
  /** Only in the table and among the values. */
  untold?: true;
}

export interface TimeChart {
  /** Its title and help are there. */
  id: 'outcomes' | 'latency' | 'load' | 'queue' | 'places' | 'people' | 'lost' | 'cost';
  /** `stack` adds lines up, `lines` lays them over each other, `strips` gives each a row of its own. */
  shape: 'stack' | 'lines' | 'strips';
  /** Values stay as they are between two readings, instead of going from one to the other. */
  steps: boolean;
  /** The scale reaches at least so far; exactly so far when `isTop`. */
  least: number;
  isTop?: true;
  format(f: Format, value: number): string;
  /** Values are a rate of this: a table has how many there were in all of each row. */
  counts?: true;
  lines(kept: Kept, language: ChartLanguage): Line[];
}
