/**
 * Decides what a screen reader hears: one polite line, at most one message in a few seconds while a run
 * plays, the newest replacing what waits; what the visitor did is told at once.
 */

/** Wall time between two messages that nobody asked for. */
export const QUIET_MS = 4000;

export interface Announcer {
  /** Something that happened by itself. Told when the line has been quiet long enough. */
  offer(message: string, wallMs: number): void;
  /** The answer to something the visitor did. Told at once; drops what waits. */
  answer(message: string, wallMs: number): void;
  /** What the line reads now. To be asked from time to time. */
  read(wallMs: number): string;
  /** Empties the line, and drops what waits. */
  forget(): void;
}

export function createAnnouncer(): Announcer {
  let line = '';
  let saidMs = Number.NEGATIVE_INFINITY;
  let waiting: string | null = null;
  const say = (message: string, wallMs: number) => {
    line = message;
    saidMs = wallMs;
    waiting = null;
  };
  return {
    offer(message, wallMs) {
      if (message === line) return;
      if (wallMs - saidMs >= QUIET_MS) say(message, wallMs);
      else waiting = message;
    },
    answer: say,
    read(wallMs) {
      if (waiting !== null && wallMs - saidMs >= QUIET_MS) say(waiting, wallMs);
      return line;
    },
    forget() {
      line = '';
      waiting = null;
    },
  };
}
