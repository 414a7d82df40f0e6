import { studentQuantile } from "../special/student.ts";
import type { Estimate } from "./estimate.ts";
import { dot, weightsAtZero } from "./extrapolation.ts";
import { periodogram } from "./periodogram.ts";
import { cells, type Series } from "./series.ts";

/** An interval from the spectrum at frequency zero. */
export interface SpectralInterval {
  value: number;
  low: number;
  high: number;
  standardError: number;
  /** Of Student's t; not a whole number. */
  degreesOfFreedom: number;
}

/** The spectrum of a series at frequency zero. */
export interface SpectrumAtZero {
  /** n times the variance of the mean of n batches, for large n. */
  density: number;
  /** How well it is known: its relative variance is 2 / degreesOfFreedom. */
  degreesOfFreedom: number;
}

/** Ordinates fitted, in all runs together: the lower half of the spectrum of 128 batches. */
const ORDINATES = 64;
const LEAST_ORDINATES = 8;
const DEGREE = 2;
/** Of the mean. A strictly periodic series has ordinates of 0, and 0 has no logarithm. */
const LEAST_POWER = 1e-9;
/** With fewer, the estimate of the variance has itself no finite variance. */
const LEAST_DEGREES_OF_FREEDOM = 2;

/**
 * The confidence interval of an estimate from the spectral density of its series at frequency zero.
 *
 * @param confidence probability of covering the truth, in (0, 1)
 * @returns null when there are too few batches to see the spectrum
 * @see Heidelberger and Welch (1981), A spectral method for confidence interval generation and run length control in
 *   simulations, Communications of the ACM 24(4), 233–245
 */
export function spectralInterval(estimate: Estimate, confidence: number): SpectralInterval | null {
  const { value, influence } = estimate;
  const spectrum = spectrumAtZero(influence);
  if (spectrum === null) return null;
  const { density, degreesOfFreedom } = spectrum;
  const standardError = Math.sqrt(density / cells(influence));
  const reach = standardError * studentQuantile((1 + confidence) / 2, degreesOfFreedom);
  return { value, low: value - reach, high: value + reach, standardError, degreesOfFreedom };
}

/**
 * The spectral density at frequency zero: a parabola is fitted to the logarithms of the lowest ordinates of the
 * periodogram and followed down to zero. Each point of the fit is a mean of at least two ordinates, neighbours of one
 * run or the same ordinate of several runs. Of many runs each contributes fewer ordinates, so that the fit always
 * spans the frequencies of one run of the total length.
 *
 * @returns null when there are too few batches for two degrees of freedom
 */
export function spectrumAtZero(series: Series): SpectrumAtZero | null {
  const runs = series.length;
  const perPoint = runs === 1 ? 2 : 1;
  const power = periodogram(series, Math.max(LEAST_ORDINATES, Math.round(ORDINATES / runs)));
  const points = blockMeans(power, perPoint);
  if (points.length <= DEGREE) return null;
  const positions = Array.from(points, (_, k) => perPoint * k + (perPoint + 1) / 2);
  const weights = weightsAtZero(positions, DEGREE);
  const law = logarithmOfMean(runs * perPoint);
  const variance = law.variance * dot(weights, weights);
  const degreesOfFreedom = 2 / Math.expm1(variance); // the relative variance of a lognormal variable is e^σ² − 1
  if (degreesOfFreedom < LEAST_DEGREES_OF_FREEDOM) return null;
  const mean = points.reduce((sum, x) => sum + x, 0) / points.length;
  if (mean === 0) return { density: 0, degreesOfFreedom };
  const logarithms = points.map((x) => Math.log(Math.max(x, LEAST_POWER * mean)));
  const intercept = dot(weights, logarithms) - law.mean;
  return { density: Math.exp(intercept - variance / 2), degreesOfFreedom };
}

function blockMeans(values: Float64Array, size: number): Float64Array {
  const means = new Float64Array(Math.floor(values.length / size));
  for (let i = 0; i < means.length * size; i++) means[Math.floor(i / size)] += values[i] / size;
  return means;
}

/** Mean and variance of ln X̄, where X̄ is the mean of `count` exponential variables of mean 1: ψ(n) − ln n and ψ′(n). */
function logarithmOfMean(count: number): { mean: number; variance: number } {
  const EULER = 0.5772156649015329;
  let mean = -EULER - Math.log(count);
  let variance = Math.PI ** 2 / 6;
  for (let i = 1; i < count; i++) {
    mean += 1 / i;
    variance -= 1 / i ** 2;
  }
  return { mean, variance };
}
