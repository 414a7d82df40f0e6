import type { Complex } from "./complex.ts";

/** A Laplace or Laplace–Stieltjes transform at s = re + i·im, re > 0 [1/s]. */
export type Transform = (re: number, im: number) => Complex;

const DISCRETIZATION = 23; // aliasing exp(−23) = 10⁻¹⁰, at the price of losing 5 of the 16 digits of the transform
const AVERAGED = 16;
const FIRST_TERMS = 16;
const MOST_TERMS = 16_384;
const AGREEMENT = 1e-8; // of the last two summations; the last alone is closer by as much as they agreed to again
const ROUNDING = 1e-7; // disagreement that may be due to rounding, amplified as above, and then stops falling

/**
 * The function of t > 0 with the given Laplace transform, for functions between 0 and 1 such as tails; the error is
 * near 10⁻¹⁰ where the function is smooth within (0, 2t).
 *
 * Bromwich's integral by the trapezoidal rule; the alternating series it gives is summed by binomial averages of its
 * partial sums (Euler). Kinks slow the series down, so terms are added until two summations agree, or
 * disagree only by rounding.
 *
 * @see Abate & Whitt (1995), ORSA Journal on Computing 7(1), 36–43
 */
export function invert(transform: Transform, t: number): number {
  const re = DISCRETIZATION / (2 * t);
  const partial = [transform(re, 0)[0] / 2];
  let before = Infinity;
  let gapBefore = Infinity;
  for (let terms = FIRST_TERMS; ; terms *= 2) {
    while (partial.length < terms + AVERAGED) {
      const k = partial.length;
      const term = transform(re, (k * Math.PI) / t)[0];
      partial.push(partial[k - 1] + (k % 2 === 0 ? term : -term));
    }
    const now = (Math.exp(DISCRETIZATION / 2) / t) * average(partial.slice(-AVERAGED));
    const gap = Math.abs(now - before);
    if (gap < AGREEMENT || (gap < ROUNDING && gap > gapBefore) || terms >= MOST_TERMS) return now;
    [before, gapBefore] = [now, gap];
  }
}

/** Mean of the values under binomial weights. */
function average(values: number[]): number {
  let sum = 0;
  let weight = 2 ** (1 - values.length);
  for (const [i, value] of values.entries()) {
    sum += weight * value;
    weight *= (values.length - 1 - i) / (i + 1);
  }
  return sum;
}
