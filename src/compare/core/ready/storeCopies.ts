/** The store dies: with and without copies that can take over. */
import { base, butIn, type ReadyComparison } from './ready.ts';

export const storeCopies: ReadyComparison = {
  base: base('shared-store', 7, [{ atMs: 10_000, do: 'kill-store' }]),
  variants: [butIn('failover')],
  fromMs: 8000,
  tellingMs: 43_000,
  untilMs: 90_000,
  speed: 5,
};
