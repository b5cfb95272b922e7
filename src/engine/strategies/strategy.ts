/**
 * What a session strategy is: where the record of a session is kept, and who has to find the way there.
 */
import type { Place } from '../state/sessions.ts';
import type { World } from '../state/world.ts';

export interface SessionStrategy {
  readonly id: string;
  /** Does the balancer bind a person to the server that answered first, with a cookie of its own? */
  readonly affinity: 'none' | 'cookie';
  /** The place where `server` looks for a session and keeps one: itself or the store. */
  home(server: number): Place;
  /**
   * Carries the sessions over when a visitor switches to this strategy in the middle of a run, so that
   * what is seen is the strategy and not the migration. Sessions that it cannot carry stay where they are.
   */
  takeOver(world: World): void;
}
