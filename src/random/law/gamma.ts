import { complexExp, complexLog1p, scaled } from "../../special/complex.ts";
import { gammaPInverse } from "../../special/gamma-quantile.ts";
import { gammaP, gammaQ } from "../../special/incomplete-gamma.ts";
import type { Law } from "./law.ts";

/** Gamma with mean shape · scale; Erlang where the shape is whole. */
export function gammaLaw(shape: number, scale: number): Law {
  return {
    moment: (k) => (k === 0 ? 1 : shape * scale * risingProduct(shape + 1, k - 1) * scale ** (k - 1)),
    variance: () => shape * scale * scale,
    cdf: (x) => gammaP(shape, x / scale),
    survival: (x) => gammaQ(shape, x / scale),
    quantile: (p) => scale * gammaPInverse(shape, p),
    laplace: (s) => complexExp(scaled(-shape, complexLog1p(scaled(scale, s)))),
  };
}

/** a(a + 1) … of `count` factors. */
function risingProduct(a: number, count: number): number {
  let product = 1;
  for (let i = 0; i < count; i++) product *= a + i;
  return product;
}
