/**
 * A law of non-negative durations or sizes, as plain data in SI units. Parameters are always keyed, because
 * libraries disagree on rate versus mean. Moments, cdf, quantile and sampling are functions over this union.
 */
export type Distribution =
  | { dist: "constant"; value: number }
  | { dist: "uniform"; min: number; max: number }
  | { dist: "exponential"; mean: number }
  | { dist: "erlang"; stages: number; mean: number }
  | { dist: "gamma"; shape: number; scale: number }
  | { dist: "lognormal"; mu: number; sigma: number }
  | { dist: "weibull"; shape: number; scale: number }
  | { dist: "pareto"; min: number; alpha: number }
  | { dist: "bounded-pareto"; min: number; max: number; alpha: number }
  | { dist: "hyperexponential"; branches: { probability: number; mean: number }[] }
  | { dist: "hypoexponential"; means: number[] }
  /** Time to absorption of a Markov chain: `initial` probabilities, `generator` rates between phases [1/s]. */
  | { dist: "phase-type"; initial: number[]; generator: number[][] }
  /** Stages in series; after stage i the work goes on with probability `onward[i]` (one fewer than stages). */
  | { dist: "coxian"; means: number[]; onward: number[] }
  | { dist: "triangular"; min: number; mode: number; max: number }
  /** A normal law with `mu` and `sigma`, conditioned to lie in [min, max]. */
  | { dist: "truncated-normal"; mu: number; sigma: number; min: number; max: number }
  | { dist: "beta"; a: number; b: number; min: number; max: number }
  /** Equally likely recorded values, ascending. */
  | { dist: "empirical"; values: number[] }
  | { dist: "mixture"; of: { weight: number; law: Distribution }[] }
  | { dist: "shifted"; by: number; law: Distribution }
  | { dist: "scaled"; by: number; law: Distribution };

/** A law of whole numbers: batch sizes, keys, copies. */
export type Discrete =
  | { discrete: "constant"; value: number }
  /** On 1, 2, 3, …. */
  | { discrete: "geometric"; mean: number }
  /** On min … max, each equally likely. */
  | { discrete: "uniform"; min: number; max: number }
  /** `values[i]` with probability `weights[i]`; weights sum to 1. */
  | { discrete: "weighted"; values: number[]; weights: number[] }
  /** On 1 … n, with probability proportional to rank^−exponent. */
  | { discrete: "zipf"; n: number; exponent: number };
