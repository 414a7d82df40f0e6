import { type Complex, over, scaled } from "../../special/complex.ts";
import type { Law } from "./law.ts";
import { phaseTypeLaw } from "./phase-type.ts";

/** The sum of independent exponential stages with these means. */
export function hypoexponentialLaw(means: number[]): Law {
  const onward = means.slice(1).map(() => 1);
  const powerSum = (k: number) => means.reduce((sum, mean) => sum + mean ** k, 0);
  return {
    ...coxianLaw(means, onward),
    variance: () => powerSum(2),
    laplace: (s) => means.reduce<Complex>((product, mean) => over(product, scaled(mean, s, 1)), [1, 0]),
  };
}

/** Exponential stages in series; after stage i the work goes on with probability `onward[i]`. */
export function coxianLaw(means: number[], onward: number[]): Law {
  const generator = means.map((mean, i) =>
    means.map((_, j) => (j === i ? -1 / mean : j === i + 1 ? onward[i] / mean : 0)),
  );
  const initial = means.map((_, i) => (i === 0 ? 1 : 0));
  return phaseTypeLaw(initial, generator);
}
