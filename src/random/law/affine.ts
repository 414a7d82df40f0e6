import { complexExp, scaled, times } from "../../special/complex.ts";
import type { Law } from "./law.ts";

/** by + X, by ≥ 0. */
export function shiftedLaw(law: Law, by: number): Law {
  return {
    moment: (k) => momentAfterShift(k, law.moment, by),
    variance: law.variance,
    cdf: (x) => law.cdf(x - by),
    survival: (x) => law.survival(x - by),
    quantile: (p) => by + law.quantile(p),
    laplace: (s) => times(complexExp(scaled(-by, s)), law.laplace(s)),
  };
}

/** by · X, by > 0. */
export function scaledLaw(law: Law, by: number): Law {
  return {
    moment: (k) => by ** k * law.moment(k),
    variance: () => by * by * law.variance(),
    cdf: (x) => law.cdf(x / by),
    survival: (x) => law.survival(x / by),
    quantile: (p) => by * law.quantile(p),
    laplace: (s) => law.laplace(scaled(by, s)),
  };
}

/** E (by + X)ᵏ by the binomial theorem. */
export function momentAfterShift(k: number, moment: (k: number) => number, by: number): number {
  let sum = by ** k;
  let binomial = 1;
  for (let i = 1; i <= k; i++) {
    binomial *= (k - i + 1) / i;
    if (by > 0 || i === k) sum += binomial * moment(i) * by ** (k - i);
  }
  return sum;
}
