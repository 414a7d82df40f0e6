import { type BatchMeansInterval, batchMeansInterval, groupMeans } from "./batch-means.ts";
import { differenceOf, type Estimate } from "./estimate.ts";

/** A difference and its interval, from pairs of batches that saw the same arrivals and the same work. */
export interface Comparison extends BatchMeansInterval {
  /** How many times as long two independent runs would have to be for the same precision; Infinity for twins. */
  varianceReduction: number;
}

/**
 * a − b with its interval. Both must stand on the same grid of batches; that they used the same random numbers is what
 * makes the difference precise, not what makes the interval right.
 *
 * @param confidence probability of covering the truth, in (0, 1)
 * @throws RangeError with fewer than three batches in all
 */
export function comparison(a: Estimate, b: Estimate, confidence: number): Comparison {
  const difference = differenceOf(a, b);
  const apart = spread(a) + spread(b);
  const scatter = spread(difference);
  const interval = batchMeansInterval(difference, confidence);
  if (apart === 0) return { ...interval, varianceReduction: 1 };
  if (scatter > apart * ROUNDING ** 2) return { ...interval, varianceReduction: apart / scatter };
  const value = Math.abs(interval.value) > ROUNDING * Math.abs(a.value) ? interval.value : 0;
  return { ...interval, value, low: value, high: value, varianceReduction: Infinity };
}

/**
 * Share of two values below which their difference is what the order of additions leaves: sums of a million terms agree
 * to ten digits or more, and no run is long enough to tell two scenarios apart as finely.
 */
const ROUNDING = 1e-9;

/** Sum of squares of the long batches' means. */
function spread(estimate: Estimate): number {
  return groupMeans(estimate.influence).reduce((sum, run) => run.reduce((all, x) => all + x * x, sum), 0);
}
