import { solve } from "../special/linear.ts";
import type { Arrivals } from "./arrivals.ts";
import { asMap, type MapRates, phaseGenerator } from "./arrive/map.ts";
import { stationaryDistribution } from "./markov.ts";
import { mean, squaredCv } from "./moments.ts";

/**
 * Arrivals per second in the long run, without a profile. null where there is no such number: recorded times that end,
 * and a closed population, whose rate is the model's answer.
 */
export function meanRate(a: Arrivals): number | null {
  switch (a.process) {
    case "poisson":
      return a.rate;
    case "periodic":
      return 1 / a.interval;
    case "renewal":
      return 1 / mean(a.interval);
    case "mmpp":
    case "map":
      return rateOf(asMap(a));
    case "times":
      return a.period === null ? null : a.at.length / a.period;
    case "closed":
      return null;
  }
}

/**
 * Variance over mean of the number of arrivals in a long time: 1 for Poisson, more for bursts. null where the process
 * ends or answers to the model.
 */
export function indexOfDispersion(a: Arrivals): number | null {
  switch (a.process) {
    case "poisson":
      return 1;
    case "periodic":
      return 0;
    case "renewal":
      return squaredCv(a.interval); // the central limit theorem for renewal processes
    case "mmpp":
    case "map":
      return dispersionOf(asMap(a));
    case "times":
      return a.period === null ? null : 0;
    case "closed":
      return null;
  }
}

function rateOf(rates: MapRates): number {
  const phases = stationaryDistribution(phaseGenerator(rates));
  return dot(phases, arrivalRates(rates));
}

/**
 * 1 − 2λ + (2/λ) π D₁ (1π − Q)⁻¹ D₁1: what the variance of the count grows by per second, over λ. It follows from the
 * covariance of arrivals at two moments, integrated over their distance.
 */
function dispersionOf(rates: MapRates): number {
  const generator = phaseGenerator(rates);
  const phases = stationaryDistribution(generator);
  const arrivals = arrivalRates(rates);
  const lambda = dot(phases, arrivals);
  const fundamental = generator.map((row) => row.map((rate, j) => phases[j] - rate));
  const later = solve(fundamental, arrivals);
  const justAfter = phases.map((_, j) => phases.reduce((sum, phase, i) => sum + phase * rates.d1[i][j], 0));
  return 1 - 2 * lambda + (2 / lambda) * dot(justAfter, later);
}

/** Arrivals per second in each phase. */
function arrivalRates({ d1 }: MapRates): number[] {
  return d1.map((row) => row.reduce((sum, rate) => sum + rate, 0));
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}
