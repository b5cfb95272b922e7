/**
 * A model of its own of a store that keeps sessions on disk and has limited room: a journal of everything that was
 * written, from which what a crash leaves is worked out anew.
 */
import type { StoreSettings } from '../scenario.ts';

/** What a place knows of a session. */
export interface Known {
  usedMs: number;
  loggedIn: boolean;
}

interface Entry {
  atMs: number;
  session: number;
  /** What was written; null when it was taken away. */
  known: Known | null;
}

export function watchStore({ persistence, maxSessions, whenFull }: StoreSettings) {
  let onDisk = new Map<number, Known>();
  let journal: Entry[] = [];
  return {
    /** The session was written, or is gone. Say so after the shelf has changed. */
    wrote(shelf: Map<number, Known>, session: number, atMs: number): void {
      const known = shelf.get(session);
      journal.push({ atMs, session, known: known === undefined ? null : { ...known } });
    },
    /** A new record is about to be put down: the one used longest ago makes room. */
    makeRoom(shelf: Map<number, Known>, atMs: number): void {
      while (whenFull === 'evict' && maxSessions !== null && shelf.size >= maxSessions) {
        let oldest = [...shelf][0];
        for (const entry of shelf) if (entry[1].usedMs < oldest[1].usedMs) oldest = entry;
        shelf.delete(oldest[0]);
        journal.push({ atMs, session: oldest[0], known: null });
      }
    },
    /** The process dies: the shelf becomes what is on disk. */
    crash(shelf: Map<number, Known>, nowMs: number): void {
      const saved = persistence === 'none' ? [] : journal.filter(({ atMs }) => atMs < savedBefore(nowMs));
      if (persistence === 'none') onDisk = new Map();
      for (const { session, known } of saved) {
        if (known === null) onDisk.delete(session);
        else onDisk.set(session, known);
      }
      journal = [];
      shelf.clear();
      for (const [session, known] of onDisk) shelf.set(session, { ...known });
    },
  };

  /** Everything written before this time is on disk. Runs are too short for snapshots: 60 s is the least there is. */
  function savedBefore(nowMs: number): number {
    return persistence === 'aof' ? Math.floor(nowMs / 1000) * 1000 : 0;
  }
}
