import { mustBePositive, mustNotBeNegative } from "./domain.ts";
import { add, fromRows, type Matrix, rowSums } from "./matrix.ts";
import { absorption, type PhaseType } from "./phase-type.ts";
import { stationary } from "./stationary.ts";

/** Markovian arrival process: rates of phase changes without (`d0`) and with (`d1`) an arrival [1/s]; d0 + d1 is a generator. */
export interface MarkovianArrivals {
  d0: number[][];
  d1: number[][];
}

/** Poisson arrivals of rate λ > 0 [1/s]. */
export function poissonArrivals(lambda: number): MarkovianArrivals {
  mustBePositive("arrival rate λ", lambda);
  return { d0: [[-lambda]], d1: [[lambda]] };
}

/** Markov-modulated Poisson process: in state i arrivals come at `rates[i]`; `generator` holds the switching rates, all ≥ 0. */
export function modulatedArrivals(rates: number[], generator: number[][]): MarkovianArrivals {
  for (const rate of rates) mustNotBeNegative("arrival rate of a state", rate);
  generator.forEach((row, i) => {
    for (const rate of row.toSpliced(i, 1)) mustNotBeNegative("rate of switching", rate);
  });
  return {
    d0: generator.map((row, i) => row.map((rate, j) => (i === j ? diagonal(row, i) - rates[i] : rate))),
    d1: rates.map((rate, i) => rates.map((_, j) => (i === j ? rate : 0))),
  };
}

/** Minus the sum of what leaves, so that the diagonal of a switching matrix need not be given. */
function diagonal(row: number[], i: number): number {
  return -row.reduce((total, rate, j) => (i === j ? total : total + rate), 0);
}

/** Independent intervals of the given law. */
export function renewalArrivals(interval: PhaseType): MarkovianArrivals {
  const ends = absorption(interval);
  return {
    d0: interval.generator,
    d1: interval.generator.map((_, i) => interval.initial.map((probability) => ends[i] * probability)),
  };
}

/** Rate of arrivals in the long run [1/s]. */
export function arrivalRate({ d0, d1 }: MarkovianArrivals): number {
  const arrivals = rowSums(fromRows(d1));
  return stationary(add(fromRows(d0), fromRows(d1))).reduce((total, share, i) => total + share * arrivals[i], 0);
}

/** D₀ and D₁ as matrices. */
export function matricesOf({ d0, d1 }: MarkovianArrivals): { d0: Matrix; d1: Matrix } {
  return { d0: fromRows(d0), d1: fromRows(d1) };
}
