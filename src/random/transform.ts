import type { Complex } from "../special/complex.ts";
import type { Distribution } from "./distribution.ts";
import { lawOf } from "./law.ts";

/**
 * The Laplace–Stieltjes transform E exp(−sX) at s = re + i·im [1/s]; the absolute error is below 10⁻¹².
 *
 * @throws RangeError unless re ≥ 0; and for beta and truncated normal laws where the exponential turns so often within
 *   their range, thousands of times, that quadrature cannot follow
 */
export function laplace(d: Distribution, re: number, im: number): Complex {
  if (!(re >= 0)) throw new RangeError(`The transform is known for Re s ≥ 0, not for ${re}.`);
  return lawOf(d).laplace([re, im]);
}
