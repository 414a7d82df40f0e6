import { weightedSum } from "../../special/complex.ts";
import { firstReached } from "../../special/first-reached.ts";
import type { Law } from "./law.ts";

/** One of several laws, each with its probability. */
export function mixtureLaw(parts: { weight: number; law: Law }[]): Law {
  const possible = parts.filter((part) => part.weight > 0);
  const weights = possible.map((part) => part.weight);
  const laws = possible.map((part) => part.law);
  const average = (f: (law: Law) => number) => laws.reduce((sum, law, i) => sum + weights[i] * f(law), 0);
  const survival = (x: number) => average((law) => law.survival(x));
  const cdf = (x: number) => average((law) => law.cdf(x));
  return {
    moment: (k) => average((law) => law.moment(k)),
    variance: () => {
      const mean = average((law) => law.moment(1));
      return mean === Number.POSITIVE_INFINITY ? mean : average((law) => law.variance() + (law.moment(1) - mean) ** 2);
    },
    cdf,
    survival,
    quantile: (p) => {
      const reached = p > 0.5 ? (x: number) => survival(x) <= 1 - p : (x: number) => cdf(x) >= p;
      const quantiles = laws.map((law) => law.quantile(p));
      const [low, high] = [Math.min(...quantiles), Math.max(...quantiles)];
      if (high === Number.POSITIVE_INFINITY) return high; // p is 1
      return reached(low) ? low : firstReached(reached, low, high);
    },
    laplace: (s) =>
      weightedSum(
        weights,
        laws.map((law) => law.laplace(s)),
      ),
  };
}
