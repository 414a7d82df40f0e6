import { crossing } from "./root.ts";

/**
 * The least t ≥ 0 [s] at which `tail` has fallen to 1 − p.
 *
 * @param tail P(T > t), non-increasing, for t ≥ 0
 * @param p 0 ≤ p < 1
 * @param scale a time of the right order of magnitude, such as the mean [s], > 0
 * @param tolerance relative error of t that does not matter; default the last bits
 * @throws RangeError when p is outside [0, 1)
 */
export function quantile(tail: (t: number) => number, p: number, scale: number, tolerance = 2 ** -51): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`A quantile needs a probability p with 0 ≤ p < 1, not ${p}.`);
  const beyond = 1 - p;
  let above = 0; // the longest time seen with more than 1 − p beyond it
  const excess = (t: number): [number, number] => {
    const value = Math.log(Math.max(tail(t), Number.MIN_VALUE) / beyond);
    if (value > 0) above = Math.max(above, t);
    return [t, value];
  };
  // tails are close to exponential, so their logarithm is close to a line, which is followed until it has crossed 0
  let low = excess(0);
  if (low[1] <= 0) return 0;
  let high = excess(scale);
  while (high[1] > 0) {
    const ahead = 1.1 * (high[0] + (high[1] * (high[0] - low[0])) / (low[1] - high[1]));
    low = high;
    high = excess(Math.min(8 * low[0], Math.max(1.25 * low[0], ahead)));
    if (high[0] === Infinity) throw new RangeError(`The tail never falls to ${beyond}: the law is defective.`);
  }
  const end = crossing((t) => excess(t)[1], low, high, tolerance);
  // a tail that rests at 1 − p may have been met anywhere along the rest
  if (end - above < 1e-6 * end || tail(0.999999 * end) > beyond) return end;
  return crossing((t) => (tail(t) > beyond ? 1 : -1), [above, 1], [end, -1], tolerance);
}
