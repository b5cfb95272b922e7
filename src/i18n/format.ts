/**
 * Numbers, times and lists as a reader of one language writes them. Formatters are made on first use and
 * kept, since live counters call these many times a second. Nothing here throws: no number is a dash.
 */

import type { Locale } from './locale.ts';

export interface Format {
  /** 1,234.5. With `digits` exactly so many decimals, for columns; without, at most two. */
  number(value: number, digits?: number): string;
  /** A share of 1 as 12.3%. Without `digits`, what is not nothing or all never reads 0% or 100%. */
  percent(share: number, digits?: number): string;
  /** How long something takes, to three digits: 100 ns, 0.5 ms, 1.25 s, 2 min 5 s, 1 h 5 min. */
  duration(ms: number): string;
  /** A point in simulated time, the same in every language: 0:42.310, 1:02:03.004. */
  clock(ms: number): string;
  /** US dollars, down to a hundredth of a cent where that is much: $0.1008, $12.70, $360.99. */
  money(usd: number): string;
  /** 6.2/s, 초당 6.2. */
  rate(perSecond: number): string;
  /** A, B, and C; A, B, C. */
  list(items: readonly string[]): string;
}

interface Words {
  ns: string;
  us: string;
  ms: string;
  s: string;
  min: string;
  h: string;
  d: string;
  lessThan(amount: string): string;
  moreThan(amount: string): string;
  perSecond(amount: string): string;
}

/** Not Intl's own units: it writes "1.25 sec" and "1.25ms"; in Korean all units are words, which touch. */
const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    ns: ' ns',
    us: ' µs',
    ms: ' ms',
    s: ' s',
    min: ' min',
    h: ' h',
    d: ' d',
    lessThan: (amount) => `<${amount}`,
    moreThan: (amount) => `>${amount}`,
    perSecond: (amount) => `${amount}/s`,
  },
  ko: {
    ns: '나노초',
    us: '마이크로초',
    ms: '밀리초',
    s: '초',
    min: '분',
    h: '시간',
    d: '일',
    lessThan: (amount) => `${amount} 미만`,
    moreThan: (amount) => `${amount} 초과`,
    perSecond: (amount) => `초당 ${amount}`,
  },
};

const MOST_DIGITS = 6;
const NO_NUMBER = '–';

/** The formats of one language. Make one per language and keep it: it holds the Intl formatters. */
export function createFormat(locale: Locale): Format {
  const words = WORDS[locale];
  const exact: Intl.NumberFormat[] = [];
  const atMost: Intl.NumberFormat[] = [];
  let lists: Intl.ListFormat | undefined;

  const exactly = (value: number, digits: number): string => {
    exact[digits] ??= new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return exact[digits].format(withoutMinusZero(value, digits));
  };
  const upTo = (value: number, digits: number): string => {
    atMost[digits] ??= new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    return atMost[digits].format(withoutMinusZero(value, digits));
  };

  const number = (value: number, digits?: number): string =>
    digits === undefined ? upTo(value, 2) : exactly(value, clampDigits(digits));

  const percent = (share: number, digits?: number): string => {
    if (digits !== undefined) return `${exactly(share * 100, clampDigits(digits))}%`;
    if (share > 0 && share < 0.0005) return words.lessThan(`${upTo(0.1, 1)}%`);
    if (share >= 0.9995 && share < 1) return words.moreThan(`${upTo(99.9, 1)}%`);
    return `${upTo(share * 100, 1)}%`;
  };

  const duration = (ms: number): string => {
    if (ms < 0) return `-${duration(-ms)}`;
    const milliseconds = threeDigits(ms);
    if (ms === Infinity) return '∞';
    if (ms === 0) return `0${words.ms}`;
    if (milliseconds < 0.001) return upTo(threeDigits(ms * 1e6), 2) + words.ns;
    if (milliseconds < 0.01) return upTo(threeDigits(ms * 1e3), 2) + words.us;
    if (milliseconds < 1000) return upTo(milliseconds, 4) + words.ms;
    // Each unit is chosen after rounding, so that 59.999 s reads 1 min and not 60 s.
    const seconds = threeDigits(ms / 1000);
    if (seconds < 60) return upTo(seconds, 2) + words.s;
    return longDuration(ms);
  };

  const longDuration = (ms: number): string => {
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600) return twoUnits(seconds, 60, words.min, words.s);
    const minutes = Math.round(ms / 60_000);
    if (minutes < 1440) return twoUnits(minutes, 60, words.h, words.min);
    return twoUnits(Math.round(ms / 3_600_000), 24, words.d, words.h);
  };

  const twoUnits = (amount: number, size: number, large: string, small: string): string => {
    const whole = upTo(Math.floor(amount / size), 0) + large;
    const rest = amount % size;
    return rest === 0 ? whole : `${whole} ${upTo(rest, 0)}${small}`;
  };

  const money = (usd: number): string => `$${usd < 1 ? upTo(usd, 4) : exactly(usd, 2)}`;

  const rate = (perSecond: number): string => {
    const size = Math.abs(perSecond);
    return words.perSecond(upTo(perSecond, size < 1 ? 2 : size < 100 ? 1 : 0));
  };

  const list = (items: readonly string[]): string => {
    if (!Array.isArray(items)) return String(items);
    // Korean speech puts no "and" in a list of names; Intl's 및 is of official letters.
    if (locale === 'ko') return items.join(', ');
    lists ??= new Intl.ListFormat(locale, { type: 'conjunction' });
    return lists.format(items);
  };

  return {
    number: guarded(number),
    percent: guarded(percent),
    duration: guarded(duration),
    clock: guarded(clock),
    money: guarded(money),
    rate: guarded(rate),
    list,
  };
}

/**
 * No number (nothing measured yet) is a dash. What is not of type number at all is shown as it came: the
 * tests of messages pass markers and look for them in the text.
 */
function guarded(write: (value: number, digits?: number) => string) {
  return (value: number, digits?: number): string => {
    if (typeof value !== 'number') return String(value);
    return Number.isNaN(value) ? NO_NUMBER : write(value, digits);
  };
}

function clock(ms: number): string {
  if (ms < 0) return `-${clock(-ms)}`;
  if (ms === Infinity) return '∞';
  // Cut, not rounded: a clock must not show a time that has not come. The grain of dust lifts what
  // floating point left just under a whole millisecond (1.001 * 1000).
  const whole = Math.floor(ms + 1e-6);
  const hours = Math.floor(whole / 3_600_000);
  const minutes = Math.floor(whole / 60_000) % 60;
  const seconds = Math.floor(whole / 1000) % 60;
  const start = hours > 0 ? `${hours}:${padded(minutes, 2)}` : `${minutes}`;
  return `${start}:${padded(seconds, 2)}.${padded(whole % 1000, 3)}`;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}

function clampDigits(digits: number): number {
  return Math.min(MOST_DIGITS, Math.max(0, Math.floor(digits) || 0));
}

/** Intl writes -0.001 to one digit as "-0". */
function withoutMinusZero(value: number, digits: number): number {
  return Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
}
