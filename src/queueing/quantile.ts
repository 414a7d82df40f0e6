import { root } from "./root.ts";

/**
 * The least t ≥ 0 [s] at which `tail` has fallen to 1 − p.
 *
 * @param tail P(T > t), non-increasing, for t ≥ 0
 * @param p 0 ≤ p < 1
 * @param scale a time of the right order of magnitude, such as the mean [s], > 0
 * @throws RangeError when p is outside [0, 1)
 */
export function quantile(tail: (t: number) => number, p: number, scale: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`A quantile needs a probability p with 0 ≤ p < 1, not ${p}.`);
  const beyond = 1 - p;
  if (tail(0) <= beyond) return 0;
  let low = 0;
  let high = scale;
  while (tail(high) > beyond) {
    low = high;
    high *= 2;
    if (!(high < Infinity)) throw new RangeError(`The tail never falls to ${beyond}: the law is defective.`);
  }
  // tails are close to exponential, so their logarithm is close to a line and the search is short
  return root((t) => Math.log(Math.max(tail(t), Number.MIN_VALUE)) - Math.log(beyond), low, high);
}
