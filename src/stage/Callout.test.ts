import { describe, expect, it } from 'vitest';
import type { Notice } from '../timeline/recent.ts';
import { choose, newest } from './Callout.tsx';

const refusal = (atMs: number): Notice => ({
  what: 'answer',
  atMs,
  number: atMs,
  stores: 1,
  user: 0,
  kind: 2,
  server: 1,
  status: 401,
  serial: atMs,
  causes: [],
});

describe('the refusal to explain', () => {
  const storm = [10, 110, 120, 130, 210, 390].map(refusal);

  it('is the first of each stretch, for the whole stretch', () => {
    expect(choose(storm, 115, 100)?.atMs).toBe(110);
    expect(choose(storm, 199, 100)?.atMs).toBe(110);
    expect(choose(storm, 215, 100)?.atMs).toBe(210);
  });

  it('goes on into the next stretch until it can have been read, when nothing new comes', () => {
    expect(choose(storm, 205, 100)?.atMs).toBe(110);
    expect(choose(storm, 330, 100)?.atMs).toBe(210);
    expect(choose(storm, 336, 100)).toBeNull();
  });

  it('does not know the future', () => {
    expect(choose(storm, 5, 100)).toBeNull();
  });

  it('is the newest where time stands still, for as long as it is of the moment', () => {
    expect(newest(storm, 205, 100)?.atMs).toBe(130);
    expect(newest(storm, 130, 100)?.atMs).toBe(130);
    expect(newest(storm, 320, 100)).toBeNull();
  });
});
