/** A store in two zones, and twelve seconds in which nothing gets from one to the other. */
import { base, butIn, type ReadyComparison } from './ready.ts';

export const consistentOrAvailable: ReadyComparison = {
  base: base('cut-consistent', 7, [
    { atMs: 8000, do: 'partition' },
    { atMs: 20_000, do: 'heal' },
  ]),
  variants: [butIn('cut-available')],
  fromMs: 7000,
  tellingMs: 12_000,
  untilMs: 30_000,
  speed: 1,
};
