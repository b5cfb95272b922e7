/**
 * The arithmetic of looking at a part of a run: zooming, panning, pinching, following the playhead. Times in simulated
 * milliseconds. A window lies within the run, from 0 to `wholeMs`; what is shown of a run never changes what happens in it.
 */

export interface TimeSpan {
  fromMs: number;
  toMs: number;
}

/** The part of the run that is shown in place of all of it. */
export interface TimeWindow extends TimeSpan {
  /** The visitor looks elsewhere while the run plays on: the window stays, wherever the playhead is. */
  away: boolean;
}

/** Narrower than this a screen shows nothing more. */
export const NARROWEST_MS = 100;
/** One press of a button or a key. */
export const ZOOM_STEP = 2;

/** Shares of the window in which the playhead is followed: it turns the page at the second, and begins the next at the first. */
const PAGE_BEGINS = 0.1;
const PAGE_ENDS = 0.9;
/** Of fingers closer together than this nobody can say how far apart they are. */
const LEAST_PINCH_PX = 12;

export const widthMs = ({ fromMs, toMs }: TimeSpan): number => toMs - fromMs;

export const isWhole = (span: TimeSpan, wholeMs: number): boolean => widthMs(span) >= wholeMs;

/** The nearest span as wide, or as wide as the run is long, that lies within the run. */
export function within(span: TimeSpan, wholeMs: number): TimeSpan {
  const width = Math.min(wholeMs, Math.max(Math.min(NARROWEST_MS, wholeMs), widthMs(span)));
  const fromMs = Math.max(0, Math.min(wholeMs - width, span.fromMs));
  return { fromMs, toMs: fromMs + width };
}

/** `factor` times as close. The time at `aroundMs` stays where it is on the screen, unless that would show what is no part of the run. */
export function zoomed(span: TimeSpan, wholeMs: number, factor: number, aroundMs: number): TimeSpan {
  const width = Math.max(Math.min(NARROWEST_MS, wholeMs), Math.min(wholeMs, widthMs(span) / factor));
  const fromMs = aroundMs - ((aroundMs - span.fromMs) * width) / widthMs(span);
  return within({ fromMs, toMs: fromMs + width }, wholeMs);
}

export function panned(span: TimeSpan, wholeMs: number, byMs: number): TimeSpan {
  return within({ fromMs: span.fromMs + byMs, toMs: span.toMs + byMs }, wholeMs);
}

/** The same width, with a time in its middle. */
export function centred(span: TimeSpan, wholeMs: number, ms: number): TimeSpan {
  return panned(span, wholeMs, ms - (span.fromMs + span.toMs) / 2);
}

/** One end goes to another time; the other stays. */
export function stretched(span: TimeSpan, wholeMs: number, edge: keyof TimeSpan, ms: number): TimeSpan {
  const least = Math.min(NARROWEST_MS, wholeMs);
  return edge === 'fromMs'
    ? { fromMs: Math.max(0, Math.min(span.toMs - least, ms)), toMs: span.toMs }
    : { fromMs: span.fromMs, toMs: Math.min(wholeMs, Math.max(span.fromMs + least, ms)) };
}

/**
 * Two fingers hold two times and take them along.
 *
 * @param held the times under the fingers when they came down
 * @param px where the fingers are now, from the left edge of a plot that is `plotPx` wide
 */
export function pinched(
  held: readonly [number, number],
  px: readonly [number, number],
  plotPx: number,
  wholeMs: number,
): TimeSpan {
  const apartMs = Math.abs(held[1] - held[0]);
  const apartPx = Math.max(LEAST_PINCH_PX, Math.abs(px[1] - px[0]));
  const middlePx = (px[0] + px[1]) / 2;
  const middleMs = (held[0] + held[1]) / 2;
  const width = Math.max(NARROWEST_MS, Math.min(wholeMs, (apartMs / apartPx) * plotPx));
  const fromMs = middleMs - (middlePx / plotPx) * width;
  return within({ fromMs, toMs: fromMs + width }, wholeMs);
}

export const holds = ({ fromMs, toMs }: TimeSpan, ms: number): boolean => ms >= fromMs && ms <= toMs;

/** Is the playhead where a playing run would not turn the page at once? */
export function isInPage(span: TimeSpan, nowMs: number, backwards: boolean): boolean {
  const share = (nowMs - span.fromMs) / widthMs(span);
  return backwards ? share >= 1 - PAGE_ENDS && share <= 1 : share >= 0 && share <= PAGE_ENDS;
}

/** Where the window goes when the run plays: a page further when the playhead comes near the end of this one. */
export function turned(span: TimeSpan, wholeMs: number, nowMs: number, backwards: boolean): TimeSpan {
  if (isInPage(span, nowMs, backwards)) return span;
  const begins = backwards ? 1 - PAGE_BEGINS : PAGE_BEGINS;
  return panned(span, wholeMs, nowMs - span.fromMs - begins * widthMs(span));
}

/** Where the window goes when somebody went elsewhere: as little as shows the playhead, or around it when that is far. */
export function revealed(span: TimeSpan, wholeMs: number, nowMs: number): TimeSpan {
  if (holds(span, nowMs)) return span;
  const beyond = nowMs < span.fromMs ? span.fromMs - nowMs : nowMs - span.toMs;
  return beyond < widthMs(span) / 2
    ? turned(span, wholeMs, nowMs, nowMs < span.fromMs)
    : centred(span, wholeMs, nowMs);
}

/** Steps of the arrow keys: a second, or what is about a fiftieth of what is shown; a power of ten. */
export function keyStepMs(shownMs: number): number {
  return Math.min(1000, 10 ** Math.max(0, Math.floor(Math.log10(shownMs / 20))));
}
