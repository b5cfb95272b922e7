/**
 * What a session strategy is: who keeps the sessions, how a server finds out who asks, how it keeps what a
 * request changed, and what the balancer has to do. `sessionAccess.ts` has the steps that strategies share.
 */
import type { Sim } from '../sim.ts';
import type { StrategyKind } from './index.ts';

export interface SessionStrategy extends StrategyKind {
  readonly id: string;
  /** Brings what it needs into a world that begins with it. */
  open?(sim: Sim): void;
  /**
   * A worker begins to find out who asks: the request brought a cookie. Ends with an answer to compute, or asks
   * the store first.
   */
  find(sim: Sim, r: number): void;
  /** The store has answered what `find` asked, perhaps under the strategy before this one. */
  storeAnswered(sim: Sim, r: number): void;
  /** Does the store have to answer before the server can `keep` what this request changed? */
  keepsInStore(sim: Sim, r: number): boolean;
  /** Keeps what a request changed in its session, wherever that is; whoever has to be reached has been. */
  keep(sim: Sim, r: number): void;
  /**
   * Carries the sessions over when a visitor switches to this strategy in the middle of a run, so that
   * what is seen is the strategy and not the migration. Sessions that it cannot carry stay where they are.
   */
  takeOver(sim: Sim): void;
}
