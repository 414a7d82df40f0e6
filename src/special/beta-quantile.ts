import { betaRegularized, betaTerm } from "./incomplete-beta.ts";
import { increasingRoot } from "./increasing-root.ts";

/** The x with I(x; a, b) = p; a, b > 0, 0 ≤ p ≤ 1. */
export function betaRegularizedInverse(a: number, b: number, p: number): number {
  return logistic(betaLogit(a, b, p));
}

/**
 * ln(x/(1 − x)) for that x: exact at both ends of the unit interval.
 *
 * @param q 1 − p, for those who know it better than the subtraction does
 */
export function betaLogit(a: number, b: number, p: number, q = 1 - p): number {
  if (p > q) return -betaLogit(b, a, q, p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  const target = Math.log(p);
  // ln I is concave in the logit, so Newton's steps close in from one side.
  const f = (t: number) => {
    const [x, y] = [logistic(t), logistic(-t)];
    const probability = betaRegularized(a, b, x, y);
    return { value: Math.log(probability) - target, slope: betaTerm(a, b, x, y) / probability };
  };
  return increasingRoot(f, { start: Math.log(a / b), low: -745, high: 745, resolution: 2 ** -53 });
}

function logistic(t: number): number {
  return 1 / (1 + Math.exp(-t));
}
