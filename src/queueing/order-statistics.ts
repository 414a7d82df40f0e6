import { type Complex, ONE, over, times } from "./complex.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import { mg1Law } from "./mg1.ts";
import type { PhaseType } from "./phase-type.ts";
import { momentsOf } from "./phase-type.ts";
import type { TimeLaw } from "./time-law.ts";

/**
 * Time until the k-th of n independent exponential replies: the wait for a quorum. The first comes at n times the rate of
 * one, the next at n − 1 times, and so on.
 *
 * @param n requests sent, an integer ≥ 1
 * @param k replies needed, an integer, 1 ≤ k ≤ n
 * @param mean mean time of one reply [s], > 0
 */
export function quorum(n: number, k: number, mean: number): TimeLaw {
  mustBeWhole("number of replies needed", k, 1);
  mustBeWhole("number of requests", n, k);
  mustBePositive("mean time of a reply", mean);
  const rates = Array.from({ length: k }, (_, i) => (n - i) / mean);
  return {
    ...momentsOf(inSeries(rates)),
    tail: (t) => fewerThan(k, n, -Math.expm1(-t / mean)),
    transform: (re, im) =>
      rates.reduce<Complex>((product, rate) => times(product, over([rate, 0], [rate + re, im])), ONE),
  };
}

function inSeries(rates: number[]): PhaseType {
  return {
    initial: rates.map((_, i) => (i === 0 ? 1 : 0)),
    generator: rates.map((rate, i) => rates.map((_, j) => (j === i ? -rate : j === i + 1 ? rate : 0))),
  };
}

/** P(X < k) for X binomial (n, p). */
function fewerThan(k: number, n: number, p: number): number {
  if (p >= 1) return 0;
  let term = (1 - p) ** n;
  let sum = term;
  for (let i = 1; i < k; i++) {
    term *= ((n - i + 1) / i) * (p / (1 - p));
    sum += term;
  }
  return Math.min(1, sum);
}

/**
 * Split–merge: all `n` exponential servers work on one job at a time, which leaves when `k` of its tasks are done; the
 * rest is cancelled and the next job starts. M/G/1 whose service is a quorum.
 *
 * @param lambda arrival rate of jobs λ [1/s], > 0
 * @param n servers, an integer ≥ 1
 * @param k tasks needed, an integer, 1 ≤ k ≤ n
 * @param mean mean time of a task [s], > 0
 * @throws UnstableQueueError when the jobs take longer than they are apart
 */
export function splitMerge(lambda: number, n: number, k: number, mean: number): ReturnType<typeof mg1Law> {
  return mg1Law(lambda, quorum(n, k, mean));
}
