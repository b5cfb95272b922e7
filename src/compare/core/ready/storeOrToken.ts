/** Who keeps the session when nobody's memory does: a store that can die, or a token that cannot be taken back. */
import { base, butWith, type ReadyComparison, setting } from './ready.ts';

export const storeOrToken: ReadyComparison = {
  base: base('shared-store', 7, [
    { atMs: 8000, do: 'log-out', user: 0 },
    { atMs: 10_000, do: 'replay-cookie', user: 0 },
    { atMs: 15_000, do: 'kill-store' },
  ]),
  variants: [
    butWith([setting('sessions.strategy', 'token')]),
    butWith([setting('sessions.strategy', 'token'), setting('sessions.token.revocation', 'list')]),
  ],
  fromMs: 7000,
  tellingMs: 16_000,
  untilMs: 30_000,
  speed: 1,
};
