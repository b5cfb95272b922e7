/** The bits of doubles, for tests that are about the last of them. */

export function bitsOf(x: number): string {
  return pattern(x).toString(16).padStart(16, '0');
}

/** How many doubles lie between two, counting one of them: 0 for the same, 1 for neighbours. */
export function ulpsBetween(a: number, b: number): number {
  const distance = place(a) - place(b);
  return Number(distance < 0n ? -distance : distance);
}

/** The double with these bits. */
export function doubleOf(bits: bigint): number {
  return new Float64Array(new BigUint64Array([bits]).buffer)[0];
}

function pattern(x: number): bigint {
  return new BigUint64Array(new Float64Array([x]).buffer)[0];
}

/** Doubles in order: neighbours differ by one, across zero too. */
function place(x: number): bigint {
  const bits = pattern(x);
  return bits >> 63n === 0n ? bits : -(bits & 0x7fffffffffffffffn);
}
