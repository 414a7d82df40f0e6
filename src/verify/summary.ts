import { betaRegularized } from "../special/incomplete-beta.ts";
import type { Comparison } from "./evidence.ts";

/** What the errors of many independent estimates say of the intervals. */
export interface Summary {
  n: number;
  /** Of the errors in standard errors. */
  mean: number;
  deviation: number;
  largest: number;
  /** Intervals that miss the exact value, and how probable so few and so many are if one in twenty does. */
  misses: number;
  soFew: number;
  soMany: number;
}

const MISSES = 0.05;

export function summaryOf(comparisons: readonly Comparison[]): Summary {
  const z = comparisons.flatMap((one) => (one.z === null ? [] : [one.z]));
  const n = z.length;
  const mean = z.reduce((sum, one) => sum + one, 0) / n;
  const deviation = Math.sqrt(z.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1));
  const largest = Math.max(...z.map(Math.abs));
  const misses = comparisons.filter((one) => !covers(one)).length;
  return { n, mean, deviation, largest, misses, soFew: 1 - atLeast(misses + 1, n), soMany: atLeast(misses, n) };
}

/** The first comparison of each model: those of one run stand and fall together, so only one speaks for it. */
export function spokesmen(comparisons: readonly Comparison[]): Comparison[] {
  const first = new Map<string, Comparison>();
  for (const one of comparisons) if (!first.has(one.model)) first.set(one.model, one);
  return [...first.values()];
}

export function covers({ exact, low, high }: Comparison): boolean {
  const slack = 1e-9 * Math.abs(exact);
  return low - slack <= exact && exact <= high + slack;
}

/** P(at least `k` misses of `n`). */
function atLeast(k: number, n: number): number {
  return k === 0 ? 1 : k > n ? 0 : betaRegularized(k, n - k + 1, MISSES);
}
