import { type Complex, exp, expm1, log1p, minus, ONE, over, plus, scaled } from "./complex.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import type { Transform } from "./inversion.ts";

/** The first raw moments E[S], E[S²], E[S³] of a time [s, s², s³]; Infinity where there is none. */
export interface Moments {
  mean: number;
  second: number;
  third: number;
}

/** A law of non-negative times, as far as the formulas here ask: services and intervals between arrivals. */
export interface TimeLaw extends Moments {
  /** P(S > t), t ≥ 0 in s. */
  tail(t: number): number;
  /** E[exp(−sS)] at s = re + i·im, re ≥ 0 [1/s]. */
  transform: Transform;
  /** E[exp(−sR)] of the residual life R, s ≠ 0: (1 − transform)/(s·mean), where it can be had without cancellation. */
  residual?: Transform;
}

/** E[exp(−sR)] of the residual life R. */
export function residualOf(law: TimeLaw): Transform {
  return law.residual ?? ((re, im) => over(minus(ONE, law.transform(re, im)), [re * law.mean, im * law.mean]));
}

/** Exactly `value` > 0 [s]. */
export function constantLaw(value: number): TimeLaw {
  mustBePositive("constant time", value);
  return {
    mean: value,
    second: value ** 2,
    third: value ** 3,
    tail: (t) => (t < value ? 1 : 0),
    transform: (re, im) => exp([-re * value, -im * value]),
    residual: (re, im) => over(expm1([-re * value, -im * value]), [-re * value, -im * value]),
  };
}

/** Exponential with mean `mean` > 0 [s]. */
export function exponentialLaw(mean: number): TimeLaw {
  return erlangLaw(1, mean);
}

/** The sum of `stages` ≥ 1 independent exponentials, together of mean `mean` > 0 [s]. */
export function erlangLaw(stages: number, mean: number): TimeLaw {
  mustBeWhole("number of stages", stages, 1);
  mustBePositive("mean time", mean);
  const stage = mean / stages;
  return {
    mean,
    second: stages * (stages + 1) * stage ** 2,
    third: stages * (stages + 1) * (stages + 2) * stage ** 3,
    tail: (t) => poissonBelow(stages, t / stage),
    transform: (re, im) => exp(scaled(-stages, log1p([re * stage, im * stage]))),
    residual: (re, im) => over(expm1(scaled(-stages, log1p([re * stage, im * stage]))), [-re * mean, -im * mean]),
  };
}

/** P(X < stages) for X Poisson of mean x. */
function poissonBelow(stages: number, x: number): number {
  let [term, sum] = [1, 1];
  for (let k = 1; k < stages; k++) sum += term *= x / k;
  return Math.exp(-x) * sum;
}

/** Exponential with mean `means[i]` [s], chosen with probability `probabilities[i]`; they sum to 1. */
export function hyperexponentialLaw(probabilities: number[], means: number[]): TimeLaw {
  for (const mean of means) mustBePositive("mean of a branch", mean);
  const expectation = (f: (mean: number) => number) =>
    means.reduce((sum, mean, i) => sum + probabilities[i] * f(mean), 0);
  const average = expectation((mean) => mean);
  const mixture =
    (weights: number[]): Transform =>
    (re, im) =>
      means.reduce<Complex>((sum, m, i) => plus(sum, over([weights[i], 0], [1 + re * m, im * m])), [0, 0]);
  return {
    mean: average,
    second: expectation((mean) => 2 * mean ** 2),
    third: expectation((mean) => 6 * mean ** 3),
    tail: (t) => expectation((mean) => Math.exp(-t / mean)),
    transform: mixture(probabilities),
    residual: mixture(probabilities.map((probability, i) => (probability * means[i]) / average)),
  };
}

/**
 * Two exponential branches of equal load with the given mean > 0 [s] and squared coefficient of variation > 1
 * ("balanced means").
 */
export function balancedHyperexponentialLaw(mean: number, squaredVariation: number): TimeLaw {
  if (!(squaredVariation >= 1)) {
    throw new RangeError(
      `A hyperexponential time varies at least as much as an exponential one: ${squaredVariation} < 1.`,
    );
  }
  const p = (1 + Math.sqrt((squaredVariation - 1) / (squaredVariation + 1))) / 2;
  return hyperexponentialLaw([p, 1 - p], [mean / (2 * p), mean / (2 * (1 - p))]);
}
