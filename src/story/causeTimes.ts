/** When each link of a chain of causes happened: what it says itself, or else when the request met with it. */
import type { Cause } from '../engine/causes.ts';
import type { RequestStory, Stretch } from './requestStory.ts';

/** Simulated milliseconds, one for each cause of the story. */
export function causeTimes(story: RequestStory): number[] {
  const settledMs = story.decidedMs ?? story.bornMs;
  /** Attempts in vain that were told before. */
  let attempts = 0;
  return story.causes.map((cause) => {
    if (cause.code === 'tried') attempts += cause.times;
    return timeOf(cause, story, attempts) ?? settledMs;
  });
}

/** Undefined for how things stood when the answer was settled. */
function timeOf(cause: Cause, story: RequestStory, attempts: number): number | undefined {
  if ('atMs' in cause) return cause.atMs;
  const { bornMs, choices, causes, decidedMs } = story;
  switch (cause.code) {
    case 'repeat':
    case 'rush':
      return bornMs;
    case 'tried':
      return lastOf(story, (s) => s.attempt === attempts - 1 && s.phase !== 'retrying')?.untilMs;
    case 'routed':
    case 'bound-server-out':
    case 'cookie-of-another':
      // Servers go on when nobody waits any more.
      return choices.findLast(({ atMs }) => atMs <= (decidedMs ?? Number.POSITIVE_INFINITY))?.atMs;
    case 'cookie-valid':
    case 'cookie-missing':
    case 'key-unknown':
    case 'key-of-server':
      return begunMs(story);
    case 'looked-in':
      return lastOf(story, (s) => s.phase === 'readingStore')?.untilMs ?? begunMs(story);
    case 'server-busy':
      return lastOf(story, (s) => s.phase === 'queued')?.sinceMs;
    case 'waits-for-another':
      return lastOf(story, (s) => s.phase.startsWith('waiting'))?.sinceMs;
    case 'not-copied-yet':
      return decidedMs === null ? undefined : decidedMs - cause.ms;
    case 'never-copied': {
      // It was written so long before the other was lost.
      const made = causes.find((c) => c.code === 'record-made');
      return made?.code === 'record-made' ? made.atMs + cause.ms : undefined;
    }
    default:
      return undefined;
  }
}

/** When the last server that was tried began to work on it. */
function begunMs({ stretches }: RequestStory): number | undefined {
  const attempt = stretches.at(-1)?.attempt;
  return stretches.find((s) => s.attempt === attempt && (s.phase === 'readingStore' || s.phase === 'serving'))
    ?.sinceMs;
}

function lastOf({ stretches }: RequestStory, which: (stretch: Stretch) => boolean): Stretch | undefined {
  return stretches.findLast((s) => which(s) && Number.isFinite(s.untilMs));
}
