import { gammaP, gammaQ } from "./incomplete-gamma.ts";
import { increasingRoot } from "./increasing-root.ts";

/** Density of the standard normal law at z. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Probability that a standard normal variable is at most z; the upper tail is normalCdf(−z). */
export function normalCdf(z: number): number {
  const half = (z * z) / 2;
  return z > 0 ? 0.5 + 0.5 * gammaP(0.5, half) : 0.5 * gammaQ(0.5, half);
}

/**
 * The z with normalCdf(z) = p.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies between 0 and 1, not at ${p}`);
  if (p > 0.75) return -normalQuantile(1 - p);
  if (p >= 0.25) return central(p - 0.5);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  const target = Math.log(p);
  const f = (z: number) => {
    const probability = normalCdf(z);
    return { value: Math.log(probability) - target, slope: normalDensity(z) / probability };
  };
  return increasingRoot(f, { start: -Math.sqrt(-2 * target - 1.3), high: 0 });
}

/** The z with P(0 < Z < z) = `excess`, which may be negative; relative accuracy is kept about 0. */
function central(excess: number): number {
  const f = (z: number) => ({
    value: 0.5 * Math.sign(z) * gammaP(0.5, (z * z) / 2) - excess,
    slope: normalDensity(z),
  });
  return increasingRoot(f, { start: excess * Math.sqrt(2 * Math.PI) });
}
