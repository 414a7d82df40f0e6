import { over, scaled } from "../../special/complex.ts";
import type { Law } from "./law.ts";

const FACTORIAL = [1, 1, 2, 6, 24];

/** Exponential with mean `mean`. */
export function exponentialLaw(mean: number): Law {
  return {
    moment: (k) => FACTORIAL[k] * mean ** k,
    variance: () => mean * mean,
    cdf: (x) => (x > 0 ? -Math.expm1(-x / mean) : 0),
    survival: (x) => (x > 0 ? Math.exp(-x / mean) : 1),
    quantile: (p) => -mean * Math.log1p(-p),
    laplace: (s) => over([1, 0], scaled(mean, s, 1)),
  };
}
