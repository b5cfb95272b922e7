/** What the tests need of a real balancer, whichever program it is. */

export interface ServerAddress {
  /** As the engine names it: A, B, … */
  name: string;
  port: number;
  weight: number;
}

export interface Balancer {
  /** Where people ask. */
  readonly port: number;
  /** Does it believe that the server may be used? Only where it checks by itself. */
  isUsing?(server: string): Promise<boolean>;
  /** Puts one more server into its list. */
  add?(server: ServerAddress): Promise<void>;
  /** Keeps new people away from a server (`drain`), everybody (`maint`), or nobody (`ready`). */
  tell?(server: string, state: 'drain' | 'maint' | 'ready'): Promise<void>;
}
