/** Many come at once: what is there already, what comes when it is called, and what people do who have to wait. */
import { base, butWith, type ReadyComparison, setting } from './ready.ts';

export const suddenRush: ReadyComparison = {
  base: base('sudden-rush', 7),
  variants: [
    butWith([setting('servers.count', 4)]),
    butWith([setting('autoscaler.on', true), setting('autoscaler.least', 2)]),
    butWith([setting('patience.retries', 3), setting('patience.waitMs', 2000)]),
  ],
  fromMs: 8000,
  tellingMs: 16_000,
  untilMs: 45_000,
  speed: 2,
};
