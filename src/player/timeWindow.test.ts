import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centred,
  holds,
  isInPage,
  isWhole,
  keyStepMs,
  NARROWEST_MS,
  panned,
  pinched,
  revealed,
  stretched,
  type TimeSpan,
  turned,
  widthMs,
  within,
  zoomed,
} from './timeWindow.ts';

const HOUR = 3_600_000;

/** A run, a window in it, and a time in that. */
const looking = fc
  .record({
    wholeMs: fc.double({ min: 60_000, max: 2 * HOUR, noNaN: true }),
    width: fc.double({ min: 0, max: 1, noNaN: true }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ wholeMs, width, from, at }) => {
    // As many narrow windows as wide ones.
    const ms = NARROWEST_MS * (wholeMs / NARROWEST_MS) ** width;
    const fromMs = from * (wholeMs - ms);
    const span: TimeSpan = { fromMs, toMs: fromMs + ms };
    return { wholeMs, span, atMs: fromMs + at * ms };
  });
const factor = fc.double({ min: 0.05, max: 20, noNaN: true });
const runMs = fc.double({ min: -HOUR, max: 3 * HOUR, noNaN: true });

const shareOf = (span: TimeSpan, ms: number) => (ms - span.fromMs) / widthMs(span);

function expectInRun(span: TimeSpan, wholeMs: number) {
  expect(span.fromMs).toBeGreaterThanOrEqual(0);
  expect(span.toMs).toBeLessThanOrEqual(wholeMs * (1 + 1e-12));
  expect(widthMs(span)).toBeGreaterThanOrEqual(NARROWEST_MS * (1 - 1e-6));
}
function expectSame(a: TimeSpan, b: TimeSpan) {
  expect(Math.abs(a.fromMs - b.fromMs)).toBeLessThan(1e-3);
  expect(Math.abs(a.toMs - b.toMs)).toBeLessThan(1e-3);
}

describe('zooming', () => {
  it('keeps the time under the pointer there, closer by the factor', () => {
    fc.assert(
      fc.property(looking, fc.double({ min: 1, max: 20, noNaN: true }), ({ wholeMs, span, atMs }, by) => {
        const closer = zoomed(span, wholeMs, by, atMs);
        expectInRun(closer, wholeMs);
        expect(Math.abs(shareOf(closer, atMs) - shareOf(span, atMs))).toBeLessThan(1e-4);
        expect(widthMs(closer)).toBeCloseTo(Math.max(NARROWEST_MS, widthMs(span) / by), 3);
      }),
      { seed: 1 },
    );
  });

  it('out keeps it there too, as far as the run reaches, and never loses it', () => {
    fc.assert(
      fc.property(looking, factor, ({ wholeMs, span, atMs }, by) => {
        const other = zoomed(span, wholeMs, by, atMs);
        expectInRun(other, wholeMs);
        expect(shareOf(other, atMs)).toBeGreaterThan(-1e-6);
        expect(shareOf(other, atMs)).toBeLessThan(1 + 1e-6);
        const atEdge = other.fromMs === 0 || other.toMs > wholeMs - 1e-3;
        if (!atEdge) expect(Math.abs(shareOf(other, atMs) - shareOf(span, atMs))).toBeLessThan(1e-4);
      }),
      { seed: 2 },
    );
  });

  it('in and out again comes back', () => {
    fc.assert(
      fc.property(looking, fc.double({ min: 1, max: 20, noNaN: true }), ({ wholeMs, span, atMs }, by) => {
        fc.pre(widthMs(span) / by > NARROWEST_MS);
        expectSame(zoomed(zoomed(span, wholeMs, by, atMs), wholeMs, 1 / by, atMs), span);
      }),
      { seed: 3 },
    );
  });

  it('out for long enough shows the whole run', () => {
    fc.assert(
      fc.property(looking, ({ wholeMs, span, atMs }) => {
        let shown = span;
        for (let i = 0; i < 20; i++) shown = zoomed(shown, wholeMs, 1 / 3, atMs);
        expect(isWhole(shown, wholeMs)).toBe(true);
        expectSame(shown, { fromMs: 0, toMs: wholeMs });
      }),
      { seed: 4 },
    );
  });
});

describe('panning', () => {
  it('stays within the run, keeps its width, and goes as far as it is told where there is room', () => {
    fc.assert(
      fc.property(looking, runMs, ({ wholeMs, span }, byMs) => {
        const other = panned(span, wholeMs, byMs);
        expectInRun(other, wholeMs);
        expect(widthMs(other)).toBeCloseTo(widthMs(span), 3);
        const wanted = span.fromMs + byMs;
        const possible = Math.max(0, Math.min(wholeMs - widthMs(span), wanted));
        expect(other.fromMs).toBeCloseTo(possible, 3);
        if (Math.abs(possible - wanted) < 1e-9) expectSame(panned(other, wholeMs, -byMs), span);
      }),
      { seed: 5 },
    );
  });

  it('to a time shows it', () => {
    fc.assert(
      fc.property(looking, fc.double({ min: 0, max: 1, noNaN: true }), ({ wholeMs, span }, share) => {
        expect(shareOf(centred(span, wholeMs, share * wholeMs), share * wholeMs)).toBeGreaterThan(-1e-6);
        expect(shareOf(centred(span, wholeMs, share * wholeMs), share * wholeMs)).toBeLessThan(1 + 1e-6);
      }),
      { seed: 6 },
    );
  });

  it('by one end leaves the other where it is', () => {
    fc.assert(
      fc.property(looking, runMs, ({ wholeMs, span }, ms) => {
        const left = stretched(span, wholeMs, 'fromMs', ms);
        const right = stretched(span, wholeMs, 'toMs', ms);
        expectInRun(left, wholeMs);
        expectInRun(right, wholeMs);
        expect(left.toMs).toBe(span.toMs);
        expect(right.fromMs).toBe(span.fromMs);
      }),
      { seed: 7 },
    );
  });

  it('what lies within already stays, and a run that became shorter takes the window along', () => {
    fc.assert(
      fc.property(looking, ({ wholeMs, span }) => {
        expectSame(within(span, wholeMs), span);
        expectInRun(within(span, wholeMs / 3), wholeMs / 3);
      }),
      { seed: 8 },
    );
  });
});

describe('two fingers', () => {
  it('keep the times under them', () => {
    fc.assert(
      fc.property(
        looking,
        fc.double({ min: 0, max: 320, noNaN: true }),
        fc.double({ min: 13, max: 320, noNaN: true }),
        ({ wholeMs, span }, leftPx, apartPx) => {
          const plotPx = 640;
          const held = [span.fromMs, span.toMs] as const;
          const px = [leftPx, leftPx + apartPx] as const;
          const other = pinched(held, px, plotPx, wholeMs);
          expectInRun(other, wholeMs);
          const free =
            other.fromMs > 0 &&
            other.toMs < wholeMs - 1e-3 &&
            widthMs(other) > NARROWEST_MS * 1.001 &&
            widthMs(other) < wholeMs * 0.999;
          if (!free) return;
          for (const i of [0, 1]) expect(shareOf(other, held[i]) * plotPx).toBeCloseTo(px[i], 1);
        },
      ),
      { seed: 9 },
    );
  });

  it('that hardly move change nothing, and that cross do no harm', () => {
    const span = { fromMs: 10_000, toMs: 20_000 };
    expectSame(pinched([12_000, 18_000], [128, 512], 640, 60_000), span);
    expectSame(pinched([18_000, 12_000], [512, 128], 640, 60_000), span);
    expectInRun(pinched([12_000, 18_000], [300, 300], 640, 60_000), 60_000);
  });
});

describe('following', () => {
  it('turns the page when the playhead comes near its end, and shows it again', () => {
    const span = { fromMs: 10_000, toMs: 20_000 };
    expect(turned(span, 60_000, 18_900, false)).toBe(span);
    expect(turned(span, 60_000, 19_100, false)).toEqual({ fromMs: 18_100, toMs: 28_100 });
    expect(turned(span, 60_000, 11_100, true)).toBe(span);
    expect(turned(span, 60_000, 10_900, true)).toEqual({ fromMs: 1900, toMs: 11_900 });
    fc.assert(
      fc.property(looking, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (look, share, back) => {
        const nowMs = share * look.wholeMs;
        const page = turned(look.span, look.wholeMs, nowMs, back);
        expectInRun(page, look.wholeMs);
        expect(shareOf(page, nowMs)).toBeGreaterThan(-1e-6);
        expect(shareOf(page, nowMs)).toBeLessThan(1 + 1e-6);
        // At the ends of the run there is no further page.
        const atEnd = back ? page.fromMs === 0 : page.toMs > look.wholeMs - 1e-3;
        if (!atEnd) expect(isInPage(page, nowMs, back)).toBe(true);
      }),
      { seed: 10 },
    );
  });

  it('somebody who went elsewhere is shown it, and as little moves as can be', () => {
    const span = { fromMs: 10_000, toMs: 20_000 };
    expect(revealed(span, 60_000, 20_000)).toBe(span);
    expect(revealed(span, 60_000, 21_000)).toEqual({ fromMs: 20_000, toMs: 30_000 });
    expect(revealed(span, 60_000, 9000)).toEqual({ fromMs: 0, toMs: 10_000 });
    expect(revealed(span, 60_000, 40_000)).toEqual({ fromMs: 35_000, toMs: 45_000 });
    fc.assert(
      fc.property(looking, fc.double({ min: 0, max: 1, noNaN: true }), ({ wholeMs, span: s }, share) => {
        const shown = revealed(s, wholeMs, share * wholeMs);
        expectInRun(shown, wholeMs);
        expect(holds({ fromMs: shown.fromMs - 1e-6, toMs: shown.toMs + 1e-6 }, share * wholeMs)).toBe(true);
      }),
      { seed: 11 },
    );
  });

  it('steps by keys are a second, and finer the closer one looks', () => {
    expect([HOUR, 60_000, 20_000, 10_000, 1000, 100].map(keyStepMs)).toEqual([1000, 1000, 1000, 100, 10, 1]);
  });
});
