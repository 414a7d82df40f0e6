import { studentCdf } from "../special/student.ts";
import { regrouped, type Series } from "./series.ts";
import { ensemble } from "./warm-up.ts";

/** A straight line through a level. */
export interface Growth {
  /** From the beginning to the end, in units of the mean level; about 1.6 for a queue that has grown from nothing. */
  rise: number;
  /** Probability that a level which goes nowhere would seem to rise so steadily. */
  chance: number;
}

const GROUPS = 20;
const MOST_CORRELATION = 0.9;

/**
 * How a level grows: the regression line of its average over the runs, in twenty stretches. Its error takes account of
 * the correlation of neighbouring residuals.
 *
 * @param level mean level in each batch
 * @returns null for a level that is always 0, or with fewer than four batches
 */
export function growthOf(level: Series): Growth | null {
  const length = level[0].length;
  const groups = Math.min(GROUPS, length);
  const heights = regrouped([ensemble(level)], groups)[0].map((sum) => (sum * groups) / length);
  const mean = heights.reduce((sum, y) => sum + y, 0) / groups;
  if (groups < 4 || mean === 0) return null;
  const times = heights.map((_, i) => i - (groups - 1) / 2);
  const spread = innerProduct(times, times);
  const slope = innerProduct(times, heights) / spread;
  const residuals = heights.map((y, i) => y - mean - slope * times[i]);
  const error = Math.sqrt(varianceOfMeans(residuals) / spread);
  const rise = (slope * groups) / mean;
  return { rise, chance: error === 0 ? Number(slope <= 0) : studentCdf(-slope / error, groups - 2) };
}

/** Variance of independent residuals that would disturb a slope as much as these correlated ones. */
function varianceOfMeans(residuals: Float64Array): number {
  const squares = innerProduct(residuals, residuals);
  if (squares === 0) return 0;
  const n = residuals.length;
  const neighbours = innerProduct(residuals.subarray(1), residuals) / (n - 1) / (squares / n);
  const correlation = Math.min(Math.max(neighbours, 0), MOST_CORRELATION);
  return ((squares / (n - 2)) * (1 + correlation)) / (1 - correlation);
}

/** Over the length of the first. */
function innerProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
