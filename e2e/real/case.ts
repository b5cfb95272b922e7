import type { KnownDifference } from './compare.ts';

/** One script, played by our engine and by real programs. */
export interface RealCase {
  name: string;
  /**
   * A scenario file with `people.script`. Both sides take everything from it: the programs are configured to do what
   * the scenario says.
   */
  file: { [part: string]: unknown };
  /** In front of the servers; each is compared with the engine, whose `balancer` has these settings then. */
  nginx?: BalancerPart;
  haproxy?: BalancerPart;
  /** Does each person use one connection for everything, as browsers do? */
  keepAlive?: boolean;
  /** How far the times of answers may lie apart. */
  toleranceMs?: number;
  known?: readonly KnownDifference[];
}

/** Settings of a scenario file's `balancer`. */
export type BalancerPart = { [setting: string]: unknown };

/** A case and the program that it is tried against. */
export interface Trial {
  setting: RealCase;
  against: 'nginx' | 'haproxy';
}

/** The scenario file of a trial. */
export function fileOf({ setting, against }: Trial): object {
  const { file } = setting;
  return { ...file, balancer: { ...(file.balancer as BalancerPart), ...setting[against] } };
}
