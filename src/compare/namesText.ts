/**
 * Names that the visitor gave to compared runs, as text in a link: one for each run in their order, empty for none,
 * `;` between them. What would end a name is written as in an address.
 */
import { cleanName } from '../player/runName.ts';
import { MOST_RUNS } from './core/comparison.ts';

export function formatNames(names: readonly string[]): string {
  return names
    .map((name) => name.replace(/[%;]/g, encodeURIComponent))
    .join(';')
    .replace(/;+$/, '');
}

/** Never throws; names of runs that there cannot be are left out. */
export function parseNames(text: string): string[] {
  return text.split(';', MOST_RUNS).map((name) => cleanName(name.replace(/%25|%3B/gi, decodeURIComponent)));
}
