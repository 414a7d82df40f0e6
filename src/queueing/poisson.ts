import { gammaTerm } from "../special/incomplete-gamma.ts";

/** P(X = n) for X Poisson with mean `mean` ≥ 0, n a whole number; also where nⁿ overflows. */
export function poissonProbability(n: number, mean: number): number {
  if (n < 0) return 0;
  if (mean === 0) return n === 0 ? 1 : 0;
  return n === 0 ? Math.exp(-mean) : gammaTerm(n, mean);
}

/**
 * Σ P(X = n)·f(n) for X Poisson with mean `mean` and 0 ≤ f ≤ 1: what uniformization turns a Markov process into.
 *
 * Terms are added from the mode outwards until all that remain cannot change the sum.
 */
export function poissonMixture(mean: number, f: (n: number) => number): number {
  const mode = Math.floor(mean);
  const peak = poissonProbability(mode, mean);
  let sum = peak * f(mode);
  let weight = peak;
  for (let n = mode; n > 0; n--) {
    weight *= n / mean;
    sum += weight * f(n - 1);
    if (weight * n <= sum * 1e-18) break;
  }
  weight = peak;
  for (let n = mode + 1; ; n++) {
    weight *= mean / n;
    sum += weight * f(n);
    if (weight * n <= sum * 1e-18) return sum;
  }
}
