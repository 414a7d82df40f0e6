import { betaRegularized } from "../../src/special/incomplete-beta.ts";
import { covers, type Score } from "./score.ts";

/** What the errors of many independent estimates say of the intervals. */
export interface Summary {
  n: number;
  mean: number;
  deviation: number;
  largest: number;
  /** Intervals that miss the exact value, and how probable so few and so many are if one in twenty does. */
  misses: number;
  soFew: number;
  soMany: number;
}

const MISSES = 0.05;

export function summaryOf(scores: Score[]): Summary {
  const n = scores.length;
  const mean = scores.reduce((sum, { z }) => sum + z, 0) / n;
  const deviation = Math.sqrt(scores.reduce((sum, { z }) => sum + (z - mean) ** 2, 0) / (n - 1));
  const largest = Math.max(...scores.map(({ z }) => Math.abs(z)));
  const misses = scores.filter((score) => !covers(score)).length;
  return { n, mean, deviation, largest, misses, soFew: 1 - atLeast(misses + 1, n), soMany: atLeast(misses, n) };
}

/** P(at least `k` misses of `n`). */
function atLeast(k: number, n: number): number {
  return k === 0 ? 1 : k > n ? 0 : betaRegularized(k, n - k + 1, MISSES);
}
