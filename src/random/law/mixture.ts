import { weightedSum } from "../../special/complex.ts";
import type { Law } from "../law.ts";

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
      return firstReached(reached, Math.min(...quantiles), Math.max(...quantiles));
    },
    laplace: (s) =>
      weightedSum(
        weights,
        laws.map((law) => law.laplace(s)),
      ),
  };
}

/** The least x of [low, high], to the last bit, for which `reached` holds; halving cares for neither jumps nor gaps. */
function firstReached(reached: (x: number) => boolean, low: number, high: number): number {
  if (high === Number.POSITIVE_INFINITY || reached(low)) return high === Number.POSITIVE_INFINITY ? high : low;
  let [before, at] = [low, high];
  for (;;) {
    const middle = before + (at - before) / 2;
    if (middle <= before || middle >= at) return at;
    if (reached(middle)) at = middle;
    else before = middle;
  }
}
