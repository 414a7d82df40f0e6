import { continuedFraction } from "./continued-fraction.ts";
import { deviance } from "./deviance.ts";
import { logGammaOnePlus, stirlingError } from "./log-gamma.ts";

/**
 * P(a, x) = γ(a, x)/Γ(a): the probability that a gamma variable with shape a and mean a is at most x. a > 0, x ≥ 0.
 *
 * @see Abramowitz & Stegun (1964), 6.5.29 (series) and 6.5.31 (continued fraction, here its even part)
 */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? gammaTerm(a, x) * series(a, x) : 1 - gammaQ(a, x);
}

/** Q(a, x) = 1 − P(a, x), with full relative accuracy in the upper tail. a > 0, x ≥ 0. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  if (a < 1 && x < 1.5) return nearZero(a, x);
  if (x < a + 1) return 1 - gammaTerm(a, x) * series(a, x);
  const fraction = continuedFraction(
    (n) => n * (a - n),
    (n) => x - a + 2 * n + 1,
  );
  return (a * gammaTerm(a, x)) / fraction;
}

/** xᵃe⁻ˣ/Γ(a + 1), also where its factors overflow. a, x > 0. */
export function gammaTerm(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** Σ xⁿ/((a + 1)…(a + n)). */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 2 ** -54; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Q for a < 1 and small x, where P is close to 1. */
function nearZero(a: number, x: number): number {
  const excess = Math.expm1(a * Math.log(x) - logGammaAbove(a)); // xᵃ/Γ(1 + a) − 1
  let term = a;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 2 ** -56 * Math.abs(sum); n++) {
    term *= -x / n;
    sum += term / (a + n);
  }
  return -excess - (1 + excess) * sum;
}

/** ln Γ(1 + a), 0 < a < 1. */
function logGammaAbove(a: number): number {
  return a <= 0.5 ? logGammaOnePlus(a) : logGammaOnePlus(a - 1) + Math.log(a);
}
