import { coefficients } from "./fourier.ts";
import type { Transform } from "./inversion.ts";

const ALIASING = 1e-11;

/**
 * P(N = n) from E[zᴺ], |z| < 1, with absolute error near 10⁻¹¹: Cauchy's integral by the trapezoidal rule on a circle
 * small enough that the probabilities of n + 2n, n + 4n, … do not show. Costs n evaluations.
 *
 * @see Abate & Whitt (1992), Operations Research Letters 12(4), 245–251
 */
export function coefficient(generating: Transform, n: number): number {
  if (!Number.isInteger(n) || n < 0) return 0;
  if (n === 0) return generating(0, 0)[0];
  const radius = ALIASING ** (1 / (2 * n));
  let sum = (generating(radius, 0)[0] + (n % 2 === 0 ? 1 : -1) * generating(-radius, 0)[0]) / 2;
  for (let j = 1; j < n; j++) {
    const angle = (Math.PI * j) / n;
    const value = generating(radius * Math.cos(angle), radius * Math.sin(angle))[0];
    sum += j % 2 === 0 ? value : -value;
  }
  return Math.max(0, sum / (n * Math.sqrt(ALIASING)));
}

/** How many coefficients are found at once. */
const AT_ONCE = [32, 256];

/** `coefficient` for many n: the first ones are found together when one of them is asked for, and kept. */
export function manyCoefficients(generating: Transform): (n: number) => number {
  let known: Float64Array = new Float64Array(0);
  return (n) => {
    if (!Number.isInteger(n) || n < 0) return 0;
    const enough = AT_ONCE.find((count) => n < count);
    if (enough === undefined) return coefficient(generating, n);
    if (n >= known.length) known = coefficients(generating, enough);
    return known[n];
  };
}
