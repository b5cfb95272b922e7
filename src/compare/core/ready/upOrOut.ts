/** One server with more to do than it can: another machine in its place, or two more beside it. */
import { base, butDoing, butWith, type ReadyComparison, setting } from './ready.ts';

const added = [
  { atMs: 10_000, do: 'add-server' },
  { atMs: 10_000, do: 'add-server' },
] as const;

export const upOrOut: ReadyComparison = {
  base: base('one-server', 7, [], [setting('visitors.perSecond', 12)]),
  variants: [
    butDoing({ atMs: 10_000, do: 'resize-server', server: 0, size: 'm7i.4xlarge' }),
    butDoing(...added),
    butWith([setting('sessions.strategy', 'sticky')], added),
  ],
  fromMs: 8000,
  tellingMs: 14_000,
  untilMs: 60_000,
  speed: 2,
};
