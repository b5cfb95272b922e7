import { describe, expect, it } from 'vitest';
import { createStreams, uniform } from './streams.ts';

const N = 65_536;
const BINS = 256;

type Draw = (i: number) => number;

/** Chi-square of a sequence over 256 bins, as a distance from its mean 255 in deviations (sqrt(2 * 255)). */
function chiSquareZ(draw: Draw): number {
  const counts = new Float64Array(BINS);
  for (let i = 0; i < N; i++) counts[Math.floor(draw(i) * BINS)]++;
  let sum = 0;
  for (const count of counts) sum += (count - N / BINS) ** 2 / (N / BINS);
  return (sum - 255) / Math.sqrt(2 * 255);
}

/** Correlation of two sequences in deviations: that of independent ones has deviation 1 / sqrt(N). */
function correlationZ(a: Draw, b: Draw): number {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += (a(i) - 0.5) * (b(i) - 0.5);
  return (sum / N) * 12 * Math.sqrt(N);
}

/** 5 deviations: for the 60 or so numbers below, wrong by chance once in thirty thousand seeds. */
const FAR = 5;

describe.each([0, 1, 42, 0xffffffff])('seed %i', (seed) => {
  const s = createStreams(seed);

  it.each<[string, Draw]>([
    ['draw after draw of one person', (i) => uniform(s.think, 3, i)],
    ['the first draw of person after person', (i) => uniform(s.think, i, 0)],
    ['attempt after attempt of request after request', (i) => uniform(s.routing, i >> 2, (i & 3) << 8)],
    ['visitors', (i) => uniform(s.arrival, 0, i)],
  ])('is uniform over %s', (_, draw) => {
    expect(Math.abs(chiSquareZ(draw))).toBeLessThan(FAR);
    // Low bits too: the place within a bin.
    expect(Math.abs(chiSquareZ((i) => (draw(i) * 4096) % 1))).toBeLessThan(FAR);
  });

  it.each<[string, Draw, Draw]>([
    ['a draw and the next', (i) => uniform(s.think, 3, i), (i) => uniform(s.think, 3, i + 1)],
    ['a person and the next', (i) => uniform(s.think, i, 5), (i) => uniform(s.think, i + 1, 5)],
    ['draws of two persons', (i) => uniform(s.think, 3, i), (i) => uniform(s.think, 4, i)],
    ['two streams', (i) => uniform(s.think, 3, i), (i) => uniform(s.service, 3, i)],
    ['arrivals and service', (i) => uniform(s.arrival, 0, i), (i) => uniform(s.visitorService, 0, i)],
    ['person and draw swapped', (i) => uniform(s.think, 9, i), (i) => uniform(s.think, i, 9)],
    ['two seeds', (i) => uniform(s.think, 3, i), (i) => uniform(createStreams((seed + 1) >>> 0).think, 3, i)],
  ])('has no correlation between %s', (_, a, b) => {
    expect(Math.abs(correlationZ(a, b))).toBeLessThan(FAR);
  });
});

describe('a draw', () => {
  it('is strictly between 0 and 1', () => {
    const { think } = createStreams(1);
    const draws = Array.from({ length: N }, (_, i) => uniform(think, i, i));
    expect(draws.every((u) => u > 0 && u < 1)).toBe(true);
  });

  it('is the same for ever', () => {
    const s = createStreams(1);
    // 32 random bits and a half, over 2^32: written as whole numbers.
    const bits = (u: number) => u * 4294967296 - 0.5;
    expect(bits(uniform(s.think, 0, 0))).toBe(2847038895);
    expect(bits(uniform(s.service, 7, 3))).toBe(3791282295);
    expect(bits(uniform(createStreams(0xffffffff).routing, 100_000, 1 << 8))).toBe(999372362);
  });

  it('differs from stream to stream', () => {
    const s = createStreams(1);
    const streams = Object.values(s);
    expect(new Set(streams.map((stream) => uniform(stream, 0, 0))).size).toBe(streams.length);
  });
});
