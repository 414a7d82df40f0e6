import { complexExp, scaled, weightedSum } from "../../special/complex.ts";
import type { Law } from "./law.ts";

/** Equally likely values, ascending. */
export function empiricalLaw(values: number[]): Law {
  const n = values.length;
  const average = (f: (x: number) => number) => values.reduce((sum, x) => sum + f(x), 0) / n;
  return {
    moment: (k) => average((x) => x ** k),
    variance: () => {
      const mean = average((x) => x);
      return average((x) => (x - mean) ** 2);
    },
    cdf: (x) => countUpTo(values, x) / n,
    survival: (x) => (n - countUpTo(values, x)) / n,
    quantile: (p) => values[Math.max(0, rankOf(p, n) - 1)],
    laplace: (s) =>
      weightedSum(
        values.map(() => 1 / n),
        values.map((x) => complexExp(scaled(-x, s))),
      ),
  };
}

/** How many of the ascending `values` are at most x. */
function countUpTo(values: number[], x: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least k with k/n ≥ p, also where p·n is rounded up past it. */
function rankOf(p: number, n: number): number {
  const rank = Math.min(n, Math.ceil(p * n));
  return (rank - 1) / n >= p ? rank - 1 : rank;
}
