/** What a visitor can do to a run, each with the simulated time at which it takes effect. */
import type { PolicyId } from './policies/index.ts';
import type { SettingPath, SettingValue } from './settings.ts';
import type { SizeId } from './sizes.ts';
import type { StrategyId } from './strategies/index.ts';

export type Action =
  /** One more server; it listens after the scenario's start time. */
  | { do: 'add-server' }
  /** The process dies at once; whatever it held is gone. */
  | { do: 'kill-server'; server: number }
  /** The machine falls silent: connections are neither accepted nor refused. */
  | { do: 'hang-server'; server: number }
  /** Stops and starts the process; also starts one that is down. Graceful drains first. */
  | { do: 'restart-server'; server: number; graceful: boolean }
  /** Stops the machine and starts the program on another one; whatever it held is gone. */
  | { do: 'resize-server'; server: number; size: SizeId }
  /** Every server restarts with a new version, `batch` at a time; with `drain` each finishes what it has first. */
  | { do: 'deploy'; batch: number; drain: boolean }
  /** No new people are sent there; those bound to it still are. */
  | { do: 'drain-server'; server: number }
  /** Ends a drain. */
  | { do: 'resume-server'; server: number }
  /** Out of the balancer's list; gone when it has finished what it holds. */
  | { do: 'remove-server'; server: number }
  | { do: 'set-strategy'; strategy: StrategyId }
  | { do: 'set-policy'; policy: PolicyId }
  /** Mean time between an answer and the same person's next request. */
  | { do: 'set-think-time'; meanMs: number }
  | { do: 'set-visitors'; perSecond: number }
  /** Any other setting of the scenario, as if the run went on with another one. */
  | { do: 'set'; setting: SettingPath; value: SettingValue }
  /** The person logs out, at once or as the next thing after what is under way. */
  | { do: 'log-out'; user: number }
  /**
   * Somebody else asks for a page with a copy of this person's cookie: of the one from before the last logout, or,
   * without a logout, of the one in use.
   */
  | { do: 'replay-cookie'; user: number }
  /** New keys to sign cookies with. Graceful: what was signed with the last ones is still accepted. */
  | { do: 'rotate-keys'; graceful: boolean }
  /** Every cache is emptied: those of the CDN and those for pages. */
  | { do: 'purge-cache' }
  /** A node of the store dies, the first one unless told otherwise, and forgets what is not on its disk. */
  | { do: 'kill-store'; node?: number }
  /** It comes back, with what is on its disk. */
  | { do: 'restart-store'; node?: number }
  /** The store gets one more shard. */
  | { do: 'add-shard' }
  /** The balancer in charge dies, and every connection breaks. */
  | { do: 'kill-balancer' }
  /** A dead balancer comes back, as if it had just been set up. */
  | { do: 'restart-balancer' }
  /** Nothing gets from one zone to the other any more. */
  | { do: 'partition' }
  /** The zones reach each other again. */
  | { do: 'heal' };

export type ActionKind = Action['do'];

/** An action at a simulated time in milliseconds; takes effect after every event at that same time. */
export type Intervention = { atMs: number } & Action;
