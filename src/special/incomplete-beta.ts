import { continuedFraction } from "./continued-fraction.ts";
import { deviance } from "./deviance.ts";
import { stirlingError } from "./log-gamma.ts";

/**
 * I(x; a, b): the probability that a beta variable with parameters a, b > 0 is at most x, 0 ≤ x ≤ 1.
 *
 * The upper tail is betaRegularized(b, a, 1 − x, x).
 *
 * @param y 1 − x, for those who know it better than the subtraction does
 * @see Olver et al. (2010), NIST Handbook of Mathematical Functions, 8.17.22
 */
export function betaRegularized(a: number, b: number, x: number, y = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerTail(b, a, y, x);
  return lowerTail(a, b, x, y);
}

/** xᵃyᵇ/B(a, b) for x + y = 1, also where its factors under- or overflow. */
export function betaTerm(a: number, b: number, x: number, y = 1 - x): number {
  const n = a + b;
  const correction = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const exponent = correction - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt(((a / n) * b) / (2 * Math.PI));
}

function lowerTail(a: number, b: number, x: number, y: number): number {
  const numerator = (n: number): number => {
    const m = n >> 1;
    if (n % 2 === 0) return (m * (b - m) * x) / ((a + n - 1) * (a + n));
    return (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n));
  };
  return betaTerm(a, b, x, y) / (a * continuedFraction(numerator, () => 1));
}
