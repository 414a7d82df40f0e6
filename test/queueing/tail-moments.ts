import { gaussPoints } from "../../src/queueing/quadrature.ts";

/** Mean and variance of a time from its tail, ∫ P(T > t) dt and 2∫ t P(T > t) dt, when the tail is over by `end`; panels double from end/2ᵐ on. */
export function tailMoments(
  tail: (t: number) => number,
  end: number,
  doublings = 8,
): { mean: number; variance: number } {
  let [mean, square] = [0, 0];
  for (let [from, to] = [0, end / 2 ** doublings]; from < end; [from, to] = [to, 2 * to]) {
    for (const { at, weight } of gaussPoints(from, to)) {
      const probability = weight * tail(at);
      mean += probability;
      square += 2 * at * probability;
    }
  }
  return { mean, variance: square - mean ** 2 };
}
