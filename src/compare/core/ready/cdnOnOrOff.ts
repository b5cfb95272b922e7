/** Pages with pictures: from near those who ask, or from the servers that compute the pages. */
import { base, butWith, type ReadyComparison, setting } from './ready.ts';

export const cdnOnOrOff: ReadyComparison = {
  base: base(
    'pictures',
    7,
    [],
    [setting('cdn.on', false), setting('visitors.perSecond', 15), setting('files.perPage', 8)],
  ),
  variants: [butWith([setting('cdn.on', true)])],
  fromMs: 0,
  tellingMs: 12_000,
  untilMs: 40_000,
  speed: 2,
};
