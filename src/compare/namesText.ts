/**
 * What compared runs are called, in a link: their numbers where they are not 1, 2, …, and their names, one for each run in
 * their order with `;` between them. A name that a ready comparison gives is `~deploy~0`, so that it is in the language of
 * whoever reads; one that the visitor gave is its text, where what would end a name is written as in an address; none is empty.
 */
import { cleanName } from '../player/runName.ts';
import { MOST_RUNS } from './core/comparison.ts';
import { READY, READY_IDS } from './core/ready/index.ts';
import { type NameOf, nameGiven } from './runNames.ts';

export function formatNames(names: readonly NameOf[]): string {
  return names.map(formatName).join(';').replace(/;+$/, '');
}

function formatName(name: NameOf): string {
  if (name === null) return '';
  if ('ready' in name) return `~${name.ready}~${name.run}`;
  return name.given.replace(/^~|[%;]/g, (sign) => (sign === '~' ? '%7E' : encodeURIComponent(sign)));
}

/** Never throws; names of runs that there cannot be are left out. */
export function parseNames(text: string): NameOf[] {
  return text.split(';', MOST_RUNS).map(parseName);
}

function parseName(text: string): NameOf {
  const [, id, run] = /^~([a-z-]+)~(\d)$/.exec(text) ?? [];
  const ready = READY_IDS.find((each) => each === id);
  if (ready !== undefined && Number(run) <= READY[ready].variants.length) return { ready, run: Number(run) };
  return nameGiven(cleanName(text.replace(/%25|%3B|%7E/gi, decodeURIComponent)));
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
