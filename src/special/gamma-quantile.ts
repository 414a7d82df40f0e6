import { gammaP, gammaQ, gammaTerm } from "./incomplete-gamma.ts";
import { increasingRoot } from "./increasing-root.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal.ts";

/** The x with P(a, x) = p; a > 0, 0 ≤ p ≤ 1. */
export function gammaPInverse(a: number, p: number): number {
  if (p > 0.5) return gammaQInverse(a, 1 - p);
  if (p === 0) return 0;
  const target = Math.log(p);
  return inLogarithm(startFor(a, p), (x) => {
    const probability = gammaP(a, x);
    return { value: Math.log(probability) - target, slope: (a * gammaTerm(a, x)) / probability };
  });
}

/** The x with Q(a, x) = q; a > 0, 0 ≤ q ≤ 1. */
export function gammaQInverse(a: number, q: number): number {
  if (q > 0.5) return gammaPInverse(a, 1 - q);
  if (q === 0) return Number.POSITIVE_INFINITY;
  const target = Math.log(q);
  return inLogarithm(startFor(a, 1 - q), (x) => {
    const probability = gammaQ(a, x);
    return { value: target - Math.log(probability), slope: (a * gammaTerm(a, x)) / probability };
  });
}

/**
 * Solves in t = ln x, in which ln P and ln Q are concave and Newton's steps close in from one side. A last step in x
 * makes good what the exponential function of a rounded t loses.
 */
function inLogarithm(start: number, f: (x: number) => { value: number; slope: number }): number {
  const t = increasingRoot((t) => f(Math.exp(t)), { start, low: -746, high: 710, resolution: 2 ** -50 });
  const x = Math.exp(t);
  const { value, slope } = f(x);
  return Number.isFinite(value) ? x - x * (value / slope) : x;
}

/** ln x, roughly: Wilson and Hilferty's cube of a normal variable, or the power law near zero. */
function startFor(a: number, p: number): number {
  const spread = 1 / (9 * a);
  const root = 1 - spread + normalQuantile(Math.min(p, 1 - 2 ** -53)) * Math.sqrt(spread);
  if (root > 0.2) return Math.log(a) + 3 * Math.log(root);
  return Math.max(-745, (Math.log(p) + logGamma(a + 1)) / a);
}
