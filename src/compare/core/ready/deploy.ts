/** A new version on every server: at once and hard, with drains, or where sessions do not live on servers. */
import { base, butDoing, butWith, type ReadyComparison, setting } from './ready.ts';

export const deploy: ReadyComparison = {
  base: base('sticky-three', 7, [{ atMs: 10_000, do: 'deploy', batch: 1, drain: false }]),
  variants: [
    butDoing({ atMs: 10_000, do: 'deploy', batch: 1, drain: true }),
    butWith(
      [setting('sessions.strategy', 'shared')],
      [{ atMs: 10_000, do: 'deploy', batch: 1, drain: true }],
    ),
  ],
  fromMs: 9000,
  tellingMs: 13_000,
  untilMs: 120_000,
  speed: 5,
};
