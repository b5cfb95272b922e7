import { describe, expect, it } from 'vitest';
import { createAnnouncer, QUIET_MS } from './announcer.ts';

describe('the announcer', () => {
  it('tells the first thing at once and the next when the line has been quiet', () => {
    const a = createAnnouncer();
    a.offer('one', 0);
    a.offer('two', 100);
    expect(a.read(200)).toBe('one');
    expect(a.read(QUIET_MS)).toBe('two');
  });

  it('lets the newest replace what waits', () => {
    const a = createAnnouncer();
    a.offer('one', 0);
    a.offer('two', 100);
    a.offer('three', 200);
    expect(a.read(QUIET_MS)).toBe('three');
  });

  it('answers at once, and drops what waits', () => {
    const a = createAnnouncer();
    a.offer('one', 0);
    a.offer('two', 100);
    a.answer('done', 150);
    expect(a.read(150)).toBe('done');
    expect(a.read(QUIET_MS * 3)).toBe('done');
  });

  it('forgets what it told and what waits', () => {
    const a = createAnnouncer();
    a.offer('one', 0);
    a.offer('two', 100);
    a.forget();
    expect(a.read(150)).toBe('');
    expect(a.read(QUIET_MS)).toBe('');
    a.offer('one', QUIET_MS);
    expect(a.read(QUIET_MS)).toBe('one');
  });

  it('does not repeat itself', () => {
    const a = createAnnouncer();
    a.offer('one', 0);
    a.offer('one', QUIET_MS * 2);
    a.offer('two', QUIET_MS * 2 + 1);
    expect(a.read(QUIET_MS * 2 + 1)).toBe('two');
  });
});
