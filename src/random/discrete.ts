import type { Discrete } from "./distribution.ts";
import { Choice } from "./draw/choice.ts";
import type { Sampler } from "./draw/sampler.ts";
import { Constant } from "./draw/transformed.ts";
import { Geometric, UniformInteger, Weighted } from "./draw/whole.ts";
import { Zipf } from "./draw/zipf.ts";
import { powerSum } from "./power-sum.ts";
import type { Stream } from "./stream.ts";

/** The mean of a law of whole numbers. */
export function discreteMean(d: Discrete): number {
  switch (d.discrete) {
    case "constant":
      return d.value;
    case "geometric":
      return d.mean;
    case "uniform":
      return (d.min + d.max) / 2;
    case "weighted":
      return d.values.reduce((sum, value, i) => sum + value * d.weights[i], 0);
    case "zipf":
      return powerSum(d.n, d.exponent - 1) / powerSum(d.n, d.exponent);
  }
}

/** The variance of a law of whole numbers. */
export function discreteVariance(d: Discrete): number {
  const mean = discreteMean(d);
  switch (d.discrete) {
    case "constant":
      return 0;
    case "geometric":
      return mean * (mean - 1);
    case "uniform":
      return ((d.max - d.min) * (d.max - d.min + 2)) / 12;
    case "weighted":
      return d.values.reduce((sum, value, i) => sum + (value - mean) ** 2 * d.weights[i], 0);
    case "zipf":
      return powerSum(d.n, d.exponent - 2) / powerSum(d.n, d.exponent) - mean * mean;
  }
}

/** The probability of the number k. */
export function probability(d: Discrete, k: number): number {
  if (!Number.isInteger(k)) return 0;
  switch (d.discrete) {
    case "constant":
      return k === d.value ? 1 : 0;
    case "geometric":
      return k < 1 ? 0 : (1 - 1 / d.mean) ** (k - 1) / d.mean;
    case "uniform":
      return k < d.min || k > d.max ? 0 : 1 / (d.max - d.min + 1);
    case "weighted":
      return d.weights.reduce((sum, weight, i) => (d.values[i] === k ? sum + weight : sum), 0);
    case "zipf":
      return k < 1 || k > d.n ? 0 : k ** -d.exponent / powerSum(d.n, d.exponent);
  }
}

/** Whole numbers distributed as `d`, drawn from `stream`. */
export function discreteSampler(d: Discrete, stream: Stream): Sampler {
  switch (d.discrete) {
    case "constant":
      return new Constant(d.value);
    case "geometric":
      return new Geometric(stream, d.mean);
    case "uniform":
      return new UniformInteger(stream, d.min, d.max);
    case "weighted":
      return new Weighted(new Choice(stream, d.weights), d.values);
    case "zipf":
      return new Zipf(stream, d.n, d.exponent);
  }
}

/** What is wrong with a law of whole numbers, in sentences; empty when nothing is. */
export function checkDiscrete(d: Discrete): string[] {
  switch (d.discrete) {
    case "constant":
      return isCount(d.value) ? [] : [`A constant count must be a whole number ≥ 1, not ${d.value}.`];
    case "geometric":
      return d.mean >= 1 && Number.isFinite(d.mean)
        ? []
        : [`A geometric number is at least 1, so its mean cannot be ${d.mean}.`];
    case "uniform":
      return isCount(d.min) && isCount(d.max) && d.min <= d.max
        ? []
        : [`A uniform count needs whole numbers 1 ≤ min ≤ max, not min ${d.min} and max ${d.max}.`];
    case "weighted":
      return checkWeighted(d.values, d.weights);
    case "zipf":
      return isCount(d.n) && d.exponent >= 0 && Number.isFinite(d.exponent)
        ? []
        : [`A zipf number needs a whole n ≥ 1 and an exponent ≥ 0, not n ${d.n} and exponent ${d.exponent}.`];
  }
}

function checkWeighted(values: number[], weights: number[]): string[] {
  if (values.length !== weights.length) return [`There are ${values.length} values but ${weights.length} weights.`];
  const faults: string[] = [];
  for (const value of values) if (!isCount(value)) faults.push(`Each value must be a whole number ≥ 1, not ${value}.`);
  for (const weight of weights) if (!(weight >= 0)) faults.push(`A weight cannot be ${weight}; it must be ≥ 0.`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(Math.abs(total - 1) < 1e-9)) faults.push(`The weights must sum to 100 %, not to ${100 * total} %.`);
  return faults;
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 1;
}
