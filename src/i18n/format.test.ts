import fc from 'fast-check';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { createFormat } from './format.ts';

const en = createFormat('en');
const ko = createFormat('ko');

describe('number', () => {
  test.each([
    [0, undefined, '0'],
    [1234.5, undefined, '1,234.5'],
    [1 / 3, undefined, '0.33'],
    [1.5, 2, '1.50'],
    [2.5, 0, '3'],
    [-0.001, undefined, '0'],
    [-0.001, 1, '0.0'],
    [-1.5, undefined, '-1.5'],
    [1, 99, '1.000000'],
    [1, -1, '1'],
    [Number.NaN, undefined, '–'],
    [Infinity, undefined, '∞'],
  ])('%d with %s digits is %s in both languages', (value, digits, text) => {
    expect(en.number(value, digits)).toBe(text);
    expect(ko.number(value, digits)).toBe(text);
  });
});

describe('percent', () => {
  test.each([
    [0, '0%', '0%'],
    [0.5, '50%', '50%'],
    [0.1234, '12.3%', '12.3%'],
    [0.07, '7%', '7%'],
    [1, '100%', '100%'],
    [1.5, '150%', '150%'],
    [0.0004, '<0.1%', '0.1% 미만'],
    [0.0005, '0.1%', '0.1%'],
    [0.9994, '99.9%', '99.9%'],
    [0.9995, '>99.9%', '99.9% 초과'],
    [0.99999, '>99.9%', '99.9% 초과'],
    [Number.NaN, '–', '–'],
  ])('%d is %s, %s', (share, english, korean) => {
    expect(en.percent(share)).toBe(english);
    expect(ko.percent(share)).toBe(korean);
  });

  it('shows as many digits as asked for', () => {
    expect(en.percent(0.99994, 2)).toBe('99.99%');
    expect(en.percent(0.5, 0)).toBe('50%');
  });
});

describe('duration', () => {
  test.each([
    [0, '0 ms', '0밀리초'],
    [0.0001, '100 ns', '100나노초'],
    [0.005, '5 µs', '5마이크로초'],
    [0.0123, '0.0123 ms', '0.0123밀리초'],
    [0.5, '0.5 ms', '0.5밀리초'],
    [12.345, '12.3 ms', '12.3밀리초'],
    [75, '75 ms', '75밀리초'],
    [999.4, '999 ms', '999밀리초'],
    [999.6, '1 s', '1초'],
    [1250, '1.25 s', '1.25초'],
    [12_345, '12.3 s', '12.3초'],
    [59_999, '1 min', '1분'],
    [125_000, '2 min 5 s', '2분 5초'],
    [1_800_000, '30 min', '30분'],
    [3_599_999, '1 h', '1시간'],
    [3_900_000, '1 h 5 min', '1시간 5분'],
    [86_400_000, '1 d', '1일'],
    [183_600_000, '2 d 3 h', '2일 3시간'],
    [-75, '-75 ms', '-75밀리초'],
    [Number.NaN, '–', '–'],
    [Infinity, '∞', '∞'],
  ])('%d ms is %s, %s', (ms, english, korean) => {
    expect(en.duration(ms)).toBe(english);
    expect(ko.duration(ms)).toBe(korean);
  });

  it('is never in seconds below one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 999, noNaN: true }), (ms) => {
        expect(en.duration(ms)).toMatch(/ (ms|µs|ns)$/);
        expect(ko.duration(ms)).toMatch(/(밀리|마이크로|나노)초$/);
      }),
    );
  });

  it('never reads 60 s, 60 min or 1,000 ms, at whatever size', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (ms) => {
        expect(en.duration(ms)).not.toMatch(/\b60 (s|min)\b|\b24 h\b|1,000 (ns|µs|ms)/);
      }),
    );
    for (const edge of [60_000, 3_600_000, 86_400_000])
      for (let under = 1; under < 2000; under += 7)
        expect(en.duration(edge - under)).not.toMatch(/\b60 (s|min)\b|\b24 h\b/);
  });
});

describe('clock', () => {
  test.each([
    [0, '0:00.000'],
    [42_310, '0:42.310'],
    [42_310.9, '0:42.310'],
    [1.001 * 1000, '0:01.001'],
    [59_999.9, '0:59.999'],
    [60_000, '1:00.000'],
    [754_005, '12:34.005'],
    [3_723_004, '1:02:03.004'],
    [-500, '-0:00.500'],
    [Infinity, '∞'],
    [Number.NaN, '–'],
  ])('%d ms is %s', (ms, text) => {
    expect(en.clock(ms)).toBe(text);
    expect(ko.clock(ms)).toBe(text);
  });
});

describe('rate', () => {
  test.each([
    [0, '0/s', '초당 0'],
    [0.054, '0.05/s', '초당 0.05'],
    [6.2, '6.2/s', '초당 6.2'],
    [62.54, '62.5/s', '초당 62.5'],
    [1234.4, '1,234/s', '초당 1,234'],
  ])('%d is %s, %s', (perSecond, english, korean) => {
    expect(en.rate(perSecond)).toBe(english);
    expect(ko.rate(perSecond)).toBe(korean);
  });
});

describe('list', () => {
  it('joins as the language does', () => {
    expect(en.list([])).toBe('');
    expect(en.list(['A'])).toBe('A');
    expect(en.list(['A', 'B', 'C'])).toBe('A, B, and C');
    expect(ko.list([])).toBe('');
    expect(ko.list(['서버 A', '서버 B'])).toBe('서버 A, 서버 B');
  });
});

describe('createFormat', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('makes each formatter once', () => {
    let made = 0;
    const counting: ProxyHandler<typeof Intl> = {
      get: (intl, name) => {
        made++;
        return Reflect.get(intl, name);
      },
    };
    vi.stubGlobal('Intl', new Proxy(Intl, counting));
    const format = createFormat('ko');
    const useAll = () => {
      format.number(1);
      format.number(1, 2);
      format.percent(0.5);
      for (const ms of [0.0001, 0.005, 5, 5000, 125_000, 7.5e6, 2e8]) format.duration(ms);
      for (const perSecond of [0.5, 5, 500]) format.rate(perSecond);
      format.list(['A', 'B']);
    };
    useAll();
    const madeAtFirst = made;
    expect(madeAtFirst).toBeGreaterThan(0);
    useAll();
    expect(made).toBe(madeAtFirst);
  });

  it('shows what is no number as it came', () => {
    const marker = '«count»' as unknown as number;
    for (const write of [en.number, en.percent, en.duration, en.clock, en.rate])
      expect(write(marker)).toBe('«count»');
    expect(en.list('«items»' as unknown as string[])).toBe('«items»');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.double(), fc.option(fc.double(), { nil: undefined }), (value, digits) => {
        for (const { number, percent, duration, clock, rate } of [en, ko])
          for (const text of [
            number(value, digits),
            percent(value, digits),
            duration(value),
            clock(value),
            rate(value),
          ])
            expect(text).not.toBe('');
      }),
    );
  });
});
