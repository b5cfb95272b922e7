/** The first question of all: three servers, four places for a session, and a server that dies. */
import { base, butWith, type ReadyComparison, setting } from './ready.ts';

export const whereSessionsLive: ReadyComparison = {
  base: base('three-servers', 7, [{ atMs: 15_000, do: 'kill-server', server: 1 }]),
  variants: [
    butWith([setting('sessions.strategy', 'sticky')]),
    butWith([setting('sessions.strategy', 'replicated')]),
    butWith([setting('sessions.strategy', 'shared')]),
  ],
  fromMs: 12_000,
  tellingMs: 17_000,
  untilMs: 40_000,
  speed: 1,
};
