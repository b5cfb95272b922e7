import type { Sessions } from './app/options.ts';
import type { KnownDifference } from './compare.ts';
import type { HaproxyOptions } from './programs/haproxy.ts';
import type { NginxOptions } from './programs/nginx.ts';

/** One script, played by our engine and by real programs. */
export interface RealCase {
  name: string;
  /** A scenario file with `people.script`; both sides take their numbers from it. */
  file: { [part: string]: unknown };
  /** In front of the servers; each is compared with the engine. */
  nginx?: NginxOptions;
  haproxy?: HaproxyOptions;
  /** Where the servers keep sessions; express-session in their memory when nothing is said. */
  sessions?: 'memory' | 'redis' | Sessions;
  /** Does each person use one connection for everything, as browsers do? */
  keepAlive?: boolean;
  /** How far the times of answers may lie apart. */
  toleranceMs?: number;
  known?: readonly KnownDifference[];
}

/** A case and the program that it is tried against. */
export interface Trial {
  setting: RealCase;
  against: 'nginx' | 'haproxy';
}
