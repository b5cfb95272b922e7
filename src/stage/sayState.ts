/** What is to be said of a server on its card, as long as there is room for. */
import { describeState } from '../player/describe.ts';
import type { Language } from '../player/names.ts';
import type { ServerView } from '../player/view.ts';

/** Narrower cards have room for what a server does, and for a short word more than that. */
const STATE_BELOW_PX = 230;
const SHORT_BELOW_PX = 330;

/**
 * @param fall failed checks after which the balancer takes a server out
 * @param startsInMs until it is there, if it is coming; 0 otherwise
 * @param widthPx how wide its card is
 * @param ownLine has it a line of its own? Else it shares one with the name
 * @returns `says` is empty for a server that does what it should; `full` is for who asks
 */
export function sayState(
  language: Language,
  server: ServerView,
  fall: number,
  startsInMs: number,
  widthPx: number,
  ownLine: boolean,
): { says: string; full: string } {
  const { t, f } = language;
  const { state, healthy, weightShare } = server;
  const { brief, outOfRotation, unnoticed, unnoticedShort } = t.server;
  const isNarrow = widthPx < STATE_BELOW_PX;
  const isBrief = isNarrow && !ownLine;
  const inMs = Math.ceil(startsInMs / 100) * 100;
  const full = inMs > 0 ? t.server.ready({ inMs }) : describeState(language, server, fall);
  let says = full;
  if (inMs > 0) {
    if (isBrief) says = f.duration(inMs);
  } else if (state === 'up' && healthy) {
    says =
      weightShare === 1 ? '' : isBrief ? f.percent(weightShare, 0) : t.server.slow({ share: weightShare });
  } else if (isNarrow) {
    says =
      (isBrief && brief[state as keyof typeof brief]) ||
      (state === 'up' ? outOfRotation : t.server.state[state]);
  } else if (widthPx < SHORT_BELOW_PX) says = full.replace(unnoticed, unnoticedShort);
  return { says, full };
}
