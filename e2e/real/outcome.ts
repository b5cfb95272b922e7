/** What became of the lines of a script, in the engine or in reality. */
import type { ScriptLine } from '../../src/engine/scenario.ts';

export interface Outcome {
  line: ScriptLine;
  /** When it set out, from the start of the script. */
  bornMs: number;
  tookMs: number;
  status: number;
  /** Who wrote the answer: the name of a server, or '-' for the balancer itself. */
  server: string;
  /** Did the answer give the person another session cookie? */
  newCookie: boolean;
  /** Servers that were tried in vain before, in order; null where the balancer does not tell. */
  tried: string[] | null;
}

/** The balancer's opinion of a server has changed. */
export interface HealthChange {
  atMs: number;
  server: string;
  healthy: boolean;
}

export interface Record {
  /** In the order of the script. */
  outcomes: Outcome[];
  /** null where the balancer does not tell. */
  health: HealthChange[] | null;
  /** Session records at the end, by the name of the server, and `store`. */
  records: { [place: string]: number };
}
