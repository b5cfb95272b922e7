/**
 * What caches keep, by number: first the files, most popular first; then the page that passing visitors ask for,
 * which is the same for all; then the page of the logged-in, which is not.
 */
import { exp, log } from '../math/portable.ts';
import type { Files, Scenario } from '../scenario.ts';

/** The page of passing visitors. */
export const publicPage = ({ files }: Scenario): number => files.count;

/** The page of the logged-in, which a cache without cookies in its key takes to be one page. */
export const sessionPage = ({ files }: Scenario): number => files.count + 1;

/** Different things a cache may keep. */
export const objectCount = ({ files }: Scenario): number => files.count + 2;

/** The popularity of files, worked out once for as long as the scenario stays the same. No state. */
export interface Popularity {
  count: number;
  zipf: number;
  /** The share of requests for a file or a more popular one. */
  sums: Float64Array;
}

export const createPopularity = (): Popularity => ({ count: 0, zipf: 0, sums: new Float64Array(0) });

/** The file at a uniform number between 0 and 1: file `i` with a chance in proportion to 1 / (i + 1)^zipf. */
export function fileAt(popularity: Popularity, { count, zipf }: Files, u: number): number {
  if (zipf === 0) return Math.floor(u * count);
  if (popularity.count !== count || popularity.zipf !== zipf) workOut(popularity, count, zipf);
  const { sums } = popularity;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (u < sums[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

function workOut(popularity: Popularity, count: number, zipf: number): void {
  const sums = new Float64Array(count);
  let total = 0;
  for (let i = 0; i < count; i++) {
    total += exp(-zipf * log(i + 1));
    sums[i] = total;
  }
  for (let i = 0; i < count; i++) sums[i] /= total;
  popularity.count = count;
  popularity.zipf = zipf;
  popularity.sums = sums;
}
