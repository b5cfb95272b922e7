/**
 * Logarithm, exponential, sine and cosine with the same bits in every JavaScript engine.
 *
 * Those of `Math` may differ in the last bit between browsers, and one bit is enough for two
 * runs of the same link to drift apart. The functions follow the classical argument reductions of
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

const TURN = 6.283185307179586;

/** The sine of an angle in turns: 0.25 is a right angle. Whole turns are taken off without any error. */
export function sineOfTurns(turns: number): number {
  const rest = turns - Math.floor(turns);
  // The nearest quarter, and an angle of at most an eighth of a turn from it.
  const quarter = Math.round(rest * 4);
  const x = (rest - quarter / 4) * TURN;
  switch (quarter & 3) {
    case 0:
      return sineKernel(x);
    case 1:
      return cosineKernel(x);
    case 2:
      return -sineKernel(x);
    default:
      return -cosineKernel(x);
  }
}

/** The cosine of an angle in turns. */
export function cosineOfTurns(turns: number): number {
  return sineOfTurns(turns - Math.floor(turns) + 0.25);
}

/** fdlibm's polynomials, for angles between -pi/4 and pi/4. */
function sineKernel(x: number): number {
  const z = x * x;
  const series =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x + z * x * (-1.66666666666666324348e-1 + z * series);
}

function cosineKernel(x: number): number {
  const z = x * x;
  const series =
    4.16666666666666019037e-2 +
    z *
      (-1.38888888888741095749e-3 +
        z *
          (2.48015872894767294178e-5 +
            z *
              (-2.75573143513906633035e-7 +
                z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11))));
  return 1 - (z / 2 - z * z * series);
}
