import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, doubleOf, ulpsBetween } from '../testing/bits.ts';
import { cosineOfTurns, exp, log, sineOfTurns } from './portable.ts';

const SEED = { seed: 20, numRuns: 20_000 };

describe('log', () => {
  it('is within 2 ulp of the built-in one for every positive number, the smallest included', () => {
    const positive = fc.bigInt(1n, 0x7fefffffffffffffn).map(doubleOf);
    fc.assert(
      fc.property(positive, (x) => ulpsBetween(log(x), Math.log(x)) <= 2),
      SEED,
    );
  });

  it('is within 2 ulp where the result is close to 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => ulpsBetween(log(x), Math.log(x)) <= 2),
      SEED,
    );
  });

  it.each([
    [5e-324, 'c0874385446d71c3'],
    [2.2250738585072014e-308, 'c086232bdd7abcd2'],
    [1e-10, 'c037069e2aa2aa5b'],
    [0.1, 'c0026bb1bbb55515'],
    [0.5, 'bfe62e42fefa39ef'],
    [0.7071067811865476, 'bfd62e42fefa39ee'],
    [0.9999999999999999, 'bca0000000000000'],
    [1, '0000000000000000'],
    [1.0000000000000002, '3cafffffffffffff'],
    [1.5, '3fd9f323ecbf984c'],
    [2, '3fe62e42fefa39ef'],
    [10, '40026bb1bbb55516'],
    [1.7976931348623157e308, '40862e42fefa39ef'],
  ])('of %d has exactly these bits', (x, bits) => {
    expect(bitsOf(log(x))).toBe(bits);
  });

  it('knows its limits', () => {
    expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(log(-1)).toBeNaN();
    expect(log(Number.NaN)).toBeNaN();
  });
});

describe('exp', () => {
  it('is within 2 ulp of the built-in one wherever the result is a number above 0', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -745.1, max: 709.7, noNaN: true }),
        (x) => ulpsBetween(exp(x), Math.exp(x)) <= 2,
      ),
      SEED,
    );
  });

  it('is within 2 ulp where the argument is close to 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => ulpsBetween(exp(x), Math.exp(x)) <= 2),
      SEED,
    );
  });

  it.each([
    [-745.13, '0000000000000001'],
    [-720, '0000000993b4dc95'],
    [-708.5, '000e6cf6d08897ac'],
    [-1, '3fd78b56362cef38'],
    [-1e-10, '3feffffffff24190'],
    [0, '3ff0000000000000'],
    [0.3, '3ff599058c8c1a96'],
    [0.6931471805599453, '4000000000000000'],
    [1, '4005bf0a8b14576a'],
    [10, '40d5829dcf950560'],
    [709.78, '7fefe9ce5c4c52b4'],
  ])('of %d has exactly these bits', (x, bits) => {
    expect(bitsOf(exp(x))).toBe(bits);
  });

  it('knows its limits', () => {
    expect(exp(710)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(-746)).toBe(0);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
  });
});

describe('sine and cosine of turns', () => {
  const turns = fc.double({ min: -1000, max: 1000, noNaN: true });
  // The built-in ones take radians, of which a whole turn is no exact number: so only within one turn, and to 1e-15.
  const within = (x: number) => (x - Math.floor(x)) * 2 * Math.PI;

  it('are those of the built-in ones', () => {
    fc.assert(
      fc.property(turns, (x) => {
        expect(Math.abs(sineOfTurns(x) - Math.sin(within(x)))).toBeLessThan(2e-15);
        expect(Math.abs(cosineOfTurns(x) - Math.cos(within(x)))).toBeLessThan(2e-15);
      }),
      SEED,
    );
  });

  it('are exact at right angles, however many turns there are', () => {
    for (const whole of [0, 1, -3, 1e9]) {
      expect([0, 0.25, 0.5, 0.75].map((x) => sineOfTurns(whole + x) + 0)).toEqual([0, 1, 0, -1]);
      expect([0, 0.25, 0.5, 0.75].map((x) => cosineOfTurns(whole + x) + 0)).toEqual([1, 0, -1, 0]);
    }
  });

  it.each([
    [0.1, '3fe2cf2304755a5e'],
    [1 / 3, '3febb67ae8584cab'],
    [0.7, 'bfee6f0e134454ff'],
  ])('the sine of %d turns has exactly these bits', (x, bits) => {
    expect(bitsOf(sineOfTurns(x))).toBe(bits);
  });
});
