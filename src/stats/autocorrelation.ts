import { gammaPInverse } from "../special/gamma-quantile.ts";
import { increasingRoot } from "../special/increasing-root.ts";
import { batchMeansError } from "./batch-means.ts";
import type { Estimate } from "./estimate.ts";
import { cells, type Series, total } from "./series.ts";
import { spectrumAtZero } from "./spectral.ts";

/** Variances are taken at the upper end of what the sample allows, exceeded by the truth in a fifth of all cases. */
const DOUBT = 0.2;

/** A variance below this share of the squared mean is what rounding leaves of Σx² / n − (Σx / n)². */
const ROUNDING = 1e-12;

/**
 * How many independent observations would give a mean this precision: their variance over that of the mean. Run length
 * in units of the integrated autocorrelation time, in short. On the cautious side, as befits a check: below the truth in
 * about four cases of five. Infinity when nothing varies, but for the last bits of what was added up.
 *
 * @param mean of the observations, as {@link ratioOf} gives it
 * @param variance of a single observation
 * @throws RangeError with fewer than three batches in all
 */
export function effectiveObservations(mean: Estimate, variance: number): number {
  const ofMean = cautiousVariance(mean.influence) / cells(mean.influence);
  return variance <= ROUNDING * mean.value ** 2 ? Number.POSITIVE_INFINITY : variance / ofMean;
}

/**
 * The same for a level such as the number in a queue, from batches alone: how many integrated autocorrelation times
 * all runs together last, if correlation decays exponentially. With u batches' length in relaxation times, batch means
 * have a share 1 − (1 − e⁻ᵘ)/u of the variance per batch of their long-run mean, and a run of n batches lasts n·u/2.
 * Infinity when batches are so long that no correlation is left.
 *
 * @throws RangeError with fewer than three batches in all
 */
export function correlationTimes(level: Estimate): number {
  const n = cells(level.influence);
  const long = cautiousVariance(level.influence);
  const share = total(level.influence.map((run) => run.map((x) => x * x))) / n / long;
  if (long === 0 || share >= 1 - 1 / LONGEST) return Number.POSITIVE_INFINITY;
  return (n * batchInRelaxationTimes(share)) / 2;
}

const LONGEST = 1e6;

/** The u with 1 − (1 − e⁻ᵘ)/u = share, 0 < share < 1. */
function batchInRelaxationTimes(share: number): number {
  const excess = (u: number) => ({
    value: 1 + Math.expm1(-u) / u - share,
    slope: -(u * Math.exp(-u) + Math.expm1(-u)) / u ** 2,
  });
  return increasingRoot(excess, { start: 2 * share, low: 0, high: 1 / (1 - share) });
}

/** n times the variance of the mean of n batches: from the spectrum, or from batch means where there are too few. */
function cautiousVariance(series: Series): number {
  const { density, degreesOfFreedom } = spectrumAtZero(series) ?? ofBatchMeans(series);
  return (density * degreesOfFreedom) / (2 * gammaPInverse(degreesOfFreedom / 2, DOUBT));
}

function ofBatchMeans(series: Series): { density: number; degreesOfFreedom: number } {
  const { standardError, groups } = batchMeansError(series);
  return { density: standardError ** 2 * cells(series), degreesOfFreedom: groups - 1 };
}
