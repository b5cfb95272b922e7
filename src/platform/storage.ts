/**
 * A visitor's small preferences, kept where the browser allows it. In sandboxed and third-party frames
 * even reading `window.localStorage` throws; values then live in memory until the page goes. Never
 * throws and never logs, so callers need not know which of the two they have.
 */

export interface SafeStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** The part of the browser's `Storage` used here. */
export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** All pages of one github.io account share one storage, so our keys carry our name. */
const PREFIX = 'balancing-act:';

/**
 * Pass the getter, `() => window.localStorage`, not the storage: the getter is what throws. It may also
 * give null, as it does in some Android web views.
 */
export function createStorage(getLocalStorage: () => BrowserStorage | null | undefined): SafeStorage {
  // What could not be written, null standing for a removal. It hides what the browser may still hold.
  const unwritten = new Map<string, string | null>();

  const write = (key: string, value: string | null): void => {
    unwritten.set(key, value);
    try {
      const storage = getLocalStorage();
      if (!storage) return;
      if (value === null) storage.removeItem(PREFIX + key);
      else storage.setItem(PREFIX + key, value);
      unwritten.delete(key);
    } catch {
      // Not allowed, or full: it stays in memory.
    }
  };

  return {
    get(key) {
      const kept = unwritten.get(key);
      if (kept !== undefined) return kept;
      try {
        return getLocalStorage()?.getItem(PREFIX + key) ?? null;
      } catch {
        return null;
      }
    },
    set: (key, value) => write(key, value),
    remove: (key) => write(key, null),
  };
}
