/**
 * What is packed behind `#` has a version. Whoever changes its form writes one step more here, in a file of its own, and
 * a file of links that the new version wrote in `corpus/`. Steps that are there never change, because links live on.
 */
import { from1to2 } from './from1to2.ts';

/** Leads from the data of one version to those of the next; null when they are none of its version. */
export type Migration = (data: unknown) => unknown;

/** The step from version 1, the one from version 2, and so on. */
const MIGRATIONS: readonly Migration[] = [from1to2];

/** The version that is written. */
export const VERSION = MIGRATIONS.length + 1;

/** Data of an older version as those of this one; null when they are none. */
export function migrate(data: unknown, version: number): unknown {
  let now = data;
  for (const step of MIGRATIONS.slice(version - 1)) now = now === null ? null : step(now);
  return now;
}
