import { mustBePositive, mustBeProbability, mustBeWhole } from "./domain.ts";
import { fromRows, type Matrix, rowSums, rowTimes, scale, solve, sum, zeros } from "./matrix.ts";
import type { Moments } from "./time-law.ts";

/** Time until a Markov chain is absorbed: probabilities of the first phase, and rates between phases [1/s]. */
export interface PhaseType {
  initial: number[];
  /** Square; diagonal < 0, the rest ≥ 0, rows sum to 0 or less: what is missing is the rate of absorption. */
  generator: number[][];
}

/** Exponential with mean `mean` > 0 [s]. */
export function exponentialPhases(mean: number): PhaseType {
  return erlangPhases(1, mean);
}

/** Erlang with `stages` ≥ 1, together of mean `mean` > 0 [s]. */
export function erlangPhases(stages: number, mean: number): PhaseType {
  mustBeWhole("number of stages", stages, 1);
  mustBePositive("mean time", mean);
  const rate = stages / mean;
  return {
    initial: Array.from({ length: stages }, (_, i) => (i === 0 ? 1 : 0)),
    generator: Array.from({ length: stages }, (_, i) =>
      Array.from({ length: stages }, (_, j) => (j === i ? -rate : j === i + 1 ? rate : 0)),
    ),
  };
}

/** Exponential with mean `means[i]` > 0 [s], chosen with probability `probabilities[i]`; they sum to 1. */
export function hyperexponentialPhases(probabilities: number[], means: number[]): PhaseType {
  for (const mean of means) mustBePositive("mean of a branch", mean);
  for (const probability of probabilities) mustBeProbability("probability of a branch", probability);
  const total = probabilities.reduce((sum, probability) => sum + probability, 0);
  if (Math.abs(total - 1) > 1e-9)
    throw new RangeError(`The probabilities of the branches must sum to 1, not ${total}.`);
  return {
    initial: probabilities,
    generator: means.map((mean, i) => means.map((_, j) => (j === i ? -1 / mean : 0))),
  };
}

/** Rates of absorption from each phase [1/s]. */
export function absorption({ generator }: PhaseType): Float64Array {
  return rowSums(fromRows(generator)).map((total) => Math.max(0, -total));
}

/** The first three raw moments: E[Sᵏ] = k! · initial · (−T)⁻ᵏ · 1. */
export function momentsOf({ initial, generator }: PhaseType): Moments {
  const stay = scale(-1, fromRows(generator));
  const ones: Matrix = { ...zeros(initial.length, 1), data: new Float64Array(initial.length).fill(1) };
  const once = solve(stay, ones);
  const twice = solve(stay, once);
  const thrice = solve(stay, twice);
  const start = Float64Array.from(initial);
  const [mean, half, sixth] = [once, twice, thrice].map((x) => sum(rowTimes(start, x)));
  return { mean, second: 2 * half, third: 6 * sixth };
}
