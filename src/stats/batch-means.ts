import { studentQuantile } from "../special/student.ts";
import type { Estimate } from "./estimate.ts";
import { cells, regrouped, type Series, total } from "./series.ts";

/** An interval from batch means, and what it was made of. */
export interface BatchMeansInterval {
  value: number;
  low: number;
  high: number;
  standardError: number;
  /** k: long batches in all runs together. */
  groups: number;
  /** φ: correlation of neighbouring batches of one run, clipped to 0 … 0.9. */
  correlation: number;
  /** Skewness of the batch means. */
  skewness: number;
}

const WANTED_GROUPS = 20;
const MOST_CORRELATION = 0.9;

/**
 * The confidence interval of an estimate from the means of about 20 long batches, widened for the correlation that
 * neighbouring batches still have and bent for their skewness: it reaches farther to the side where rare large values
 * may be missing. The bend is Johnson's modified t statistic as used in Tafazzoli and Wilson's N-Skart.
 *
 * @param confidence probability of covering the truth, in (0, 1)
 * @throws RangeError with fewer than three batches in all
 */
export function batchMeansInterval(estimate: Estimate, confidence: number): BatchMeansInterval {
  const { value } = estimate;
  const means = groupMeans(estimate.influence);
  const groups = cells(means);
  if (groups < 3) throw new RangeError(`batch means need at least three batches, not ${groups}`);
  const deviation = Math.sqrt(powerSum(means, 2) / (groups - 1));
  const correlation = Math.min(Math.max(neighbourCorrelation(means), 0), MOST_CORRELATION);
  const skewness = deviation === 0 ? 0 : (powerSum(means, 3) * groups) / (groups - 1) / (groups - 2) / deviation ** 3;
  const standardError = deviation * Math.sqrt((1 + correlation) / (1 - correlation) / groups);
  const t = studentQuantile((1 + confidence) / 2, groups - 1);
  const bend = skewness / (6 * Math.sqrt(groups));
  const low = value - bent(t, bend) * standardError;
  const high = value - bent(-t, bend) * standardError;
  return { value, low, high, standardError, groups, correlation, skewness };
}

/** The means of about 20 long batches in all, at least one for each run, less the estimate they belong to. */
export function groupMeans(influence: Series): Series {
  const batches = influence[0].length;
  const groups = Math.min(batches, Math.ceil(WANTED_GROUPS / influence.length));
  return regrouped(influence, groups).map((run) => run.map((sum) => (sum * groups) / batches));
}

/** Correlation of neighbours within runs, of means that sum to 0; 0 when there are no neighbours. */
function neighbourCorrelation(means: Series): number {
  let products = 0;
  let pairs = 0;
  for (const run of means) {
    for (let i = 1; i < run.length; i++) products += run[i - 1] * run[i];
    pairs += run.length - 1;
  }
  const squares = powerSum(means, 2);
  return pairs === 0 || squares === 0 ? 0 : products / pairs / (squares / cells(means));
}

function powerSum(series: Series, power: number): number {
  return total(series.map((run) => run.map((x) => x ** power)));
}

/** Takes a quantile of Student's t to that of a skewed mean. */
function bent(t: number, bend: number): number {
  return Math.abs(bend) < 1e-6 ? t : (Math.cbrt(1 + 6 * bend * (t - bend)) - 1) / (2 * bend);
}
