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

/** A node of the store leads from now on, or has copied all from the one that does. */
export interface StoreChange {
  atMs: number;
  /** From 0. */
  node: number;
  what: 'leads' | 'copies';
}

export interface Record {
  /** In the order of the script. */
  outcomes: Outcome[];
  /** null where the balancer does not tell. */
  health: HealthChange[] | null;
  store: StoreChange[];
  /** Session records at the end, by the name of the server, and `store`, and `store 2`, … for further nodes that are up. */
  records: { [place: string]: number };
}

/** What a node of the store is called among records. */
export const nodeName = (node: number): string => (node === 0 ? 'store' : `store ${node + 1}`);
