import type { Distribution } from "./distribution.ts";
import { lawOf } from "./law.ts";

/**
 * The least x with P(X ≤ x) ≥ p; Infinity at p = 1 where X has no bound.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1
 */
export function quantile(d: Distribution, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile needs a probability, 0 … 1, not ${p}.`);
  return lawOf(d).quantile(p);
}
