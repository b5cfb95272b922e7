import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BrowserStorage, createStorage } from './storage.ts';

/** A browser's storage as a map, with a switch for "full". */
function fakeStorage() {
  const values = new Map<string, string>();
  const state = { full: false };
  const storage: BrowserStorage = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (state.full) throw new DOMException('full', 'QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key) => void values.delete(key),
  };
  return { storage, values, state };
}

function refuse(): never {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
}

const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map(
  (name) => () => vi.spyOn(console, name),
);
let logged: ReturnType<(typeof spies)[number]>[];
beforeEach(() => {
  logged = spies.map((spy) => spy());
});
afterEach(() => {
  for (const spy of logged) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

describe('where storage works', () => {
  it('keeps values there, under our name', () => {
    const { storage, values } = fakeStorage();
    const ours = createStorage(() => storage);
    ours.set('lang', 'ko');
    expect(values).toEqual(new Map([['balancing-act:lang', 'ko']]));
    expect(createStorage(() => storage).get('lang')).toBe('ko');
    ours.remove('lang');
    expect(values.size).toBe(0);
    expect(ours.get('lang')).toBeNull();
  });

  it('sees what another tab wrote', () => {
    const { storage, values } = fakeStorage();
    const ours = createStorage(() => storage);
    ours.set('lang', 'ko');
    values.set('balancing-act:lang', 'en');
    expect(ours.get('lang')).toBe('en');
  });
});

describe.each<[string, () => BrowserStorage | null | undefined]>([
  ['reading localStorage throws', refuse],
  ['localStorage is null', () => null],
  ['localStorage is undefined', () => undefined],
  ['each method throws', () => ({ getItem: refuse, setItem: refuse, removeItem: refuse })],
])('where %s', (_, getLocalStorage) => {
  it('keeps values in memory', () => {
    const ours = createStorage(getLocalStorage);
    expect(ours.get('lang')).toBeNull();
    ours.set('lang', 'ko');
    expect(ours.get('lang')).toBe('ko');
    ours.remove('lang');
    expect(ours.get('lang')).toBeNull();
  });

  it('shares nothing between two storages', () => {
    createStorage(getLocalStorage).set('lang', 'ko');
    expect(createStorage(getLocalStorage).get('lang')).toBeNull();
  });
});

describe('where storage stops working', () => {
  it('answers with the value that no longer fitted, then stores again when it can', () => {
    const { storage, values, state } = fakeStorage();
    const ours = createStorage(() => storage);
    ours.set('theme', 'light');
    state.full = true;
    ours.set('theme', 'dark');
    expect(ours.get('theme')).toBe('dark');
    expect(values.get('balancing-act:theme')).toBe('light');
    state.full = false;
    ours.set('theme', 'projector');
    expect(values.get('balancing-act:theme')).toBe('projector');
  });

  it('does not bring back what was removed', () => {
    const { storage } = fakeStorage();
    let allowed = true;
    const ours = createStorage(() => (allowed ? storage : refuse()));
    ours.set('lang', 'ko');
    allowed = false;
    ours.remove('lang');
    allowed = true;
    expect(ours.get('lang')).toBeNull();
  });
});
