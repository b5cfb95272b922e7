/**
 * What compared runs are called, in a link: their numbers where they are not 1, 2, …, and names. Names that the visitor gave to compared runs, as text in a link: one for each run in their order, empty for none,
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

/** Empty where the runs are numbered in their order. */
export const formatNumbers = (numbers: readonly number[]): string =>
  numbers.every((number, i) => number === i + 1) ? '' : numbers.join(';');

/** Null without a number for each run, different ones. */
export function parseNumbers(text: string, runs: number): number[] | null {
  const numbers = text.split(';').map(Number);
  const areNumbers = numbers.every((number) => Number.isInteger(number) && number >= 1 && number < 1000);
  return areNumbers && new Set(numbers).size === runs && numbers.length === runs ? numbers : null;
}
