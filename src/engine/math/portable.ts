/**
 * Logarithm and exponential with the same bits in every JavaScript engine.
 *
 * `Math.log` and `Math.exp` may differ in the last bit between browsers, and one bit is enough for two
 * runs of the same link to drift apart. Both functions follow the classical argument reductions of
 * fdlibm and use only operations that IEEE 754 pins down (+ - * / and reading the bits of a double).
 */

// Scratch for looking at the bits of a double. It carries nothing from one call to the next.
const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);
const high = (() => {
  scratch[0] = 1;
  return words[1] === 0x3ff00000 ? 1 : 0;
})();

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

/** Natural logarithm. `NaN` for negative numbers, `-Infinity` for zero; within 1 ulp otherwise. */
export function log(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let exponent = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2^54 lifts a subnormal number into the normal range
    exponent = -54;
  }
  scratch[0] = x;
  const top = words[high];
  exponent += (top >>> 20) - 1023;
  let mantissa = top & 0xfffff;
  // Keep the reduced argument between sqrt(1/2) and sqrt(2), so that the series below converges fast.
  const aboveSqrt2 = (mantissa + 0x95f64) & 0x100000;
  exponent += aboveSqrt2 >>> 20;
  mantissa |= aboveSqrt2 ^ 0x3ff00000;
  words[high] = mantissa;
  const f = scratch[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const series =
    z *
    (6.66666666666673513e-1 +
      z *
        (3.999999999940941908e-1 +
          z *
            (2.857142874366239149e-1 +
              z *
                (2.222219843214978396e-1 +
                  z *
                    (1.818357216161805012e-1 +
                      z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1))))));
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + series) + exponent * LN2_LOW) - f);
}

/** e to the power x, within 1 ulp. Overflows to `Infinity` above 709.78, vanishes below -745.13. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.round(x * INVERSE_LN2);
  const upper = x - k * LN2_HIGH;
  const lower = k * LN2_LOW;
  const r = upper - lower;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019e-1 +
        t *
          (-2.77777777770155934e-3 +
            t * (6.61375632143793436e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846e-8))));
  const y = 1 - (lower - (r * c) / (2 - c) - upper);
  // Two steps, because 2^k alone may be outside the range of a double while y * 2^k is not.
  const first = k >> 1;
  return y * powerOfTwo(first) * powerOfTwo(k - first);
}

function powerOfTwo(k: number): number {
  words[high] = (k + 1023) << 20;
  words[1 - high] = 0;
  return scratch[0];
}
