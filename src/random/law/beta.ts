import { betaRegularizedInverse } from "../../special/beta-quantile.ts";
import { type Complex, complexExp } from "../../special/complex.ts";
import { betaRegularized, betaTerm } from "../../special/incomplete-beta.ts";
import { tanhSinh } from "../../special/quadrature.ts";
import { momentAfterShift } from "./affine.ts";
import type { Law } from "./law.ts";

/** Beta with parameters a and b, stretched over [min, max]. */
export function betaLaw({ a, b, min, max }: { a: number; b: number; min: number; max: number }): Law {
  const width = max - min;
  const share = (length: number) => Math.min(1, Math.max(0, length / width));
  const standardMoment = (k: number) => {
    let product = 1;
    for (let i = 0; i < k; i++) product *= (width * (a + i)) / (a + b + i);
    return product;
  };
  return {
    moment: (k) => momentAfterShift(k, standardMoment, min),
    variance: () => ((width / (a + b)) ** 2 * a * b) / (a + b + 1),
    cdf: (x) => betaRegularized(a, b, share(x - min), share(max - x)),
    survival: (x) => betaRegularized(b, a, share(max - x), share(x - min)),
    quantile: (p) => min + width * betaRegularizedInverse(a, b, p),
    laplace: ([re, im]) => {
      const integrand = ({ x, fromLow, fromHigh }: { x: number; fromLow: number; fromHigh: number }): Complex => {
        const density = betaTerm(a, b, fromLow / width, fromHigh / width) * (width / fromLow / fromHigh);
        const [cos, sin] = complexExp([-re * x, -im * x]);
        return [density * cos, density * sin];
      };
      return tanhSinh(integrand, min, max);
    },
  };
}
