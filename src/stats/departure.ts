import { normalQuantile } from "../special/normal.ts";
import { studentCdf } from "../special/student.ts";
import { batchMeansInterval } from "./batch-means.ts";
import type { Estimate } from "./estimate.ts";
import { cells } from "./series.ts";

/** Nearer than this, relative to the truth, there is no difference but that of rounding. */
const ROUNDING = 1e-9;
const FEWEST_BATCHES = 3;

/**
 * How far an estimate lies above the truth, in standard errors: the confidence interval is widened until its end
 * touches the truth, and the confidence it then has is expressed by the deviation of a normal variable. So the bend for
 * skewness and the tails of Student's t are in it, and z is a standard normal variable as far as intervals cover what
 * they claim: |z| > 1.96 is to say that the 95 % interval misses.
 *
 * @returns null where the estimate shows no scatter to measure the difference by
 */
export function meanDeparture(estimate: Estimate, truth: number): number | null {
  if (isSame(estimate.value, truth)) return 0;
  if (cells(estimate.influence) < FEWEST_BATCHES) return null;
  const { value, standardError, groups, skewness } = batchMeansInterval(estimate, 0.95);
  if (standardError === 0) return null;
  const bend = skewness / (6 * Math.sqrt(groups));
  return normalScore(unbent((value - truth) / standardError, bend), groups - 1);
}

export function isSame(value: number, truth: number): boolean {
  return Math.abs(value - truth) <= ROUNDING * Math.abs(truth);
}

/** The standard normal variable as improbable as Student's t, by the lower tail, which keeps its digits. */
export function normalScore(t: number, degrees: number): number {
  const z = 0 - normalQuantile(Math.max(studentCdf(-Math.abs(t), degrees), Number.MIN_VALUE));
  return t < 0 ? -z : z;
}

/** The inverse of the bend that an interval from batch means has. */
function unbent(x: number, bend: number): number {
  return Math.abs(bend) < 1e-6 ? x : bend + ((1 + 2 * bend * x) ** 3 - 1) / (6 * bend);
}
