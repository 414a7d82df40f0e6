import type { Distribution } from "../../src/random/distribution.ts";

/** One law of each kind and of each of its regimes, for the suites that every law has to pass. */
export const DISTRIBUTIONS: Distribution[] = [
  { dist: "constant", value: 0.013 },
  { dist: "uniform", min: 0.01, max: 0.03 },
  { dist: "uniform", min: 0, max: 2 },
  { dist: "exponential", mean: 0.02 },
  { dist: "erlang", stages: 1, mean: 3 },
  { dist: "erlang", stages: 3, mean: 0.02 },
  { dist: "erlang", stages: 40, mean: 0.02 },
  { dist: "gamma", shape: 0.1, scale: 2 },
  { dist: "gamma", shape: 0.7, scale: 0.01 },
  { dist: "gamma", shape: 2.5, scale: 4 },
  { dist: "gamma", shape: 1e4, scale: 1e-6 },
  { dist: "lognormal", mu: -4, sigma: 0.05 },
  { dist: "lognormal", mu: -4, sigma: 0.8 },
  { dist: "lognormal", mu: 1, sigma: 2 },
  { dist: "weibull", shape: 0.5, scale: 0.1 },
  { dist: "weibull", shape: 1.5, scale: 3 },
  { dist: "weibull", shape: 20, scale: 0.02 },
  { dist: "pareto", min: 0.005, alpha: 1.3 },
  { dist: "pareto", min: 0.005, alpha: 2.2 },
  { dist: "pareto", min: 2, alpha: 7 },
  { dist: "bounded-pareto", min: 0.001, max: 10, alpha: 1.1 },
  { dist: "bounded-pareto", min: 1, max: 3, alpha: 2 },
  {
    dist: "hyperexponential",
    branches: [
      { probability: 0.9, mean: 0.005 },
      { probability: 0.1, mean: 0.2 },
    ],
  },
  {
    dist: "hyperexponential",
    branches: [
      { probability: 0.2, mean: 1 },
      { probability: 0.5, mean: 2 },
      { probability: 0.3, mean: 30 },
    ],
  },
  { dist: "hypoexponential", means: [0.01, 0.03, 0.002] },
  { dist: "hypoexponential", means: [1, 1, 1, 1, 1, 1] },
  { dist: "coxian", means: [1, 5], onward: [0.1] },
  { dist: "coxian", means: [0.5, 0.5, 2], onward: [0.8, 0.3] },
  {
    dist: "phase-type",
    initial: [0.3, 0.7, 0],
    generator: [
      [-4, 1, 2],
      [0.5, -1, 0],
      [3, 3, -10],
    ],
  },
  { dist: "triangular", min: 1, mode: 2, max: 4 },
  { dist: "triangular", min: 0, mode: 0, max: 0.1 },
  { dist: "triangular", min: 0.5, mode: 3, max: 3 },
  { dist: "truncated-normal", mu: 0.02, sigma: 0.005, min: 0, max: Number.POSITIVE_INFINITY },
  { dist: "truncated-normal", mu: 1, sigma: 1, min: 0.5, max: 2 },
  { dist: "truncated-normal", mu: 1, sigma: 1, min: 0, max: Number.POSITIVE_INFINITY },
  { dist: "truncated-normal", mu: -0.5, sigma: 1, min: 0, max: Number.POSITIVE_INFINITY },
  { dist: "truncated-normal", mu: -1, sigma: 1, min: 0, max: 3 },
  { dist: "truncated-normal", mu: -30, sigma: 1, min: 0, max: Number.POSITIVE_INFINITY },
  { dist: "truncated-normal", mu: -8, sigma: 1, min: 0, max: 0.05 },
  { dist: "truncated-normal", mu: 50, sigma: 1, min: 0, max: 10 },
  { dist: "beta", a: 0.3, b: 0.4, min: 0, max: 1 },
  { dist: "beta", a: 2, b: 5, min: 0.01, max: 0.05 },
  { dist: "beta", a: 50, b: 80, min: 0, max: 3 },
  { dist: "empirical", values: [0.001, 0.002, 0.002, 0.003, 0.01, 0.1, 0.1] },
  {
    dist: "mixture",
    of: [
      { weight: 0.9, law: { dist: "exponential", mean: 0.005 } },
      { weight: 0.1, law: { dist: "constant", value: 0.08 } },
    ],
  },
  {
    dist: "mixture",
    of: [
      { weight: 0.25, law: { dist: "uniform", min: 1, max: 2 } },
      { weight: 0.75, law: { dist: "uniform", min: 5, max: 6 } },
    ],
  },
  { dist: "shifted", by: 0.5, law: { dist: "exponential", mean: 1 } },
  { dist: "scaled", by: 3, law: { dist: "lognormal", mu: 0, sigma: 0.5 } },
  { dist: "shifted", by: 1, law: { dist: "scaled", by: 2, law: { dist: "gamma", shape: 2, scale: 1 } } },
];

/** How a distribution is called in a failure. */
export function nameOf(d: Distribution): string {
  return JSON.stringify(d);
}

/** Points between which the distribution function is analytic, from 0 on; the last may be infinitely far from the next. */
export function breaksOf(d: Distribution): number[] {
  return [...new Set([0, ...corners(d)])].sort((a, b) => a - b);
}

function corners(d: Distribution): number[] {
  switch (d.dist) {
    case "constant":
      return [d.value];
    case "uniform":
    case "bounded-pareto":
    case "beta":
    case "truncated-normal":
      return [d.min, d.max].filter(Number.isFinite);
    case "triangular":
      return [d.min, d.mode, d.max];
    case "pareto":
      return [d.min];
    case "empirical":
      return d.values;
    case "mixture":
      return d.of.flatMap((part) => corners(part.law));
    case "shifted":
      return [d.by, ...corners(d.law).map((x) => d.by + x)];
    case "scaled":
      return corners(d.law).map((x) => d.by * x);
    default:
      return [];
  }
}
