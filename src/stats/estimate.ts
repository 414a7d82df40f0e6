import { cells, type Series, total } from "./series.ts";

/**
 * An estimate made of all batches of all runs, and how much each batch pulls it away from the truth: to first order,
 * the error of `value` is the average of `influence`. Means, variances, quantiles and their differences all take this
 * form (it is the delta method), so one interval serves for all of them. The influences sum to 0.
 */
export interface Estimate {
  value: number;
  influence: Series;
}

/**
 * A quotient of two totals: Σx / n for observations, ∫N dt / ∫dt for a level, lost / offered for a loss probability.
 * Batches with more observations weigh more, as they should.
 *
 * @throws RangeError when the denominators sum to 0
 */
export function ratioOf(numerator: Series, denominator: Series): Estimate {
  const weight = total(denominator) / cells(denominator);
  if (!(weight > 0)) throw new RangeError("a ratio needs a denominator: there is nothing to divide by");
  const value = total(numerator) / cells(numerator) / weight;
  const influence = numerator.map((run, r) => run.map((y, b) => (y - value * denominator[r][b]) / weight));
  return { value, influence };
}

/**
 * The variance of observations, from their number, their sum and the sum of their squares. Loses digits when the
 * standard deviation is far smaller than the mean: about 2·log₁₀(mean/sd) of sixteen.
 *
 * @throws RangeError when there are no observations
 */
export function varianceOf(count: Series, sum: Series, squares: Series): Estimate {
  const first = ratioOf(sum, count);
  const second = ratioOf(squares, count);
  return {
    value: Math.max(0, second.value - first.value ** 2),
    influence: combined(second, first, 1, -2 * first.value),
  };
}

/** a − b, batch by batch: what random numbers in common give the same value to cancels. */
export function differenceOf(a: Estimate, b: Estimate): Estimate {
  return { value: a.value - b.value, influence: combined(a, b, 1, -1) };
}

/**
 * a / b, batch by batch.
 *
 * @throws RangeError when b is 0
 */
export function quotientOf(a: Estimate, b: Estimate): Estimate {
  if (b.value === 0) throw new RangeError("nothing can be compared with 0 by division");
  const value = a.value / b.value;
  return { value, influence: combined(a, b, 1 / b.value, -value / b.value) };
}

function combined(a: Estimate, b: Estimate, weightA: number, weightB: number): Series {
  return a.influence.map((run, r) => run.map((x, i) => weightA * x + weightB * b.influence[r][i]));
}
