import { complexExp, complexExpm1, over, scaled, times } from "../../special/complex.ts";
import type { Law } from "./law.ts";

/** Uniform between min and max. */
export function uniformLaw(min: number, max: number): Law {
  const width = max - min;
  const share = (length: number) => Math.min(1, Math.max(0, length / width));
  return {
    moment: (k) => symmetricSum(k, [min, max]) / (k + 1),
    variance: () => (width * width) / 12,
    cdf: (x) => share(x - min),
    survival: (x) => share(max - x),
    quantile: (p) => min + p * width,
    laplace: (s) => {
      const z = scaled(-width, s);
      if (z[0] === 0 && z[1] === 0) return [1, 0];
      return times(complexExp(scaled(-min, s)), over(complexExpm1(z), z));
    },
  };
}

/** Sum of all products of k factors, repeated ones included, from `numbers`. */
export function symmetricSum(k: number, numbers: number[]): number {
  const sums = [1, ...new Array<number>(k).fill(0)];
  for (const x of numbers) for (let degree = 1; degree <= k; degree++) sums[degree] += x * sums[degree - 1];
  return sums[k];
}
