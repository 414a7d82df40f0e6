import { complexExp, scaled } from "../../special/complex.ts";
import type { Law } from "./law.ts";

/** Always `value`. */
export function constantLaw(value: number): Law {
  return {
    moment: (k) => value ** k,
    variance: () => 0,
    cdf: (x) => (x >= value ? 1 : 0),
    survival: (x) => (x >= value ? 0 : 1),
    quantile: () => value,
    laplace: (s) => complexExp(scaled(-value, s)),
  };
}
