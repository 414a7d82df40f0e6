import { mustBePositive, mustBeWhole } from "./domain.ts";
import { poissonProbability } from "./poisson.ts";
import { quantile } from "./quantile.ts";

/** Batches made by size or by time, whichever comes first. */
export interface BatcherState {
  meanBatch: number;
  /** Batches per second [1/s]. */
  batchRate: number;
  /** Share of batches that go because of the time. */
  timeoutShare: number;
  /** Mean time a message is held [s]. */
  meanHold: number;
  /** P(held longer than t). */
  holdTail(t: number): number;
  holdQuantile(p: number): number;
}

/**
 * Poisson messages are collected; a batch goes when it holds `size` of them, or `linger` after its first.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param size most messages in a batch, an integer ≥ 2
 * @param linger longest time the first of a batch is held [s], > 0
 */
export function batcher(lambda: number, size: number, linger: number): BatcherState {
  mustBePositive("arrival rate λ", lambda);
  mustBeWhole("size of a batch", size, 2);
  mustBePositive("longest time", linger);
  const others = size - 1;
  const meanBatch = 1 + lambda * lived(lambda, others, linger);
  const holdTail = (t: number) => (t < 0 ? 1 : t >= linger ? 0 : held(lambda, size, linger, t) / meanBatch);
  return {
    meanBatch,
    batchRate: lambda / meanBatch,
    timeoutShare: fewer(others, lambda * linger)[others],
    // Little's law: messages held, over λ; a batch under collection t old holds 1 + the others so far
    meanHold: meanHeld(lambda, others, linger) / meanBatch,
    holdTail,
    holdQuantile: (p) => quantile(holdTail, p, linger / 2),
  };
}

/** P(X < n), n = 0 … most, X Poisson. */
function fewer(most: number, mean: number): Float64Array {
  const below = new Float64Array(most + 1);
  for (let n = 0; n < most; n++) below[n + 1] = Math.min(1, below[n] + poissonProbability(n, mean));
  return below;
}

/** E[min(linger, time of the n-th arrival)] = ∫ P(fewer than n arrivals by t) dt = Σ P(X > k)/λ over k < n. */
function lived(lambda: number, n: number, linger: number): number {
  let [sum, upTo] = [0, 0];
  for (let k = 0; k < n; k++) {
    upTo += poissonProbability(k, lambda * linger);
    sum += Math.max(0, 1 - upTo);
  }
  return sum / lambda;
}

/** E ∫ (1 + arrivals so far) dt over the life of a batch. */
function meanHeld(lambda: number, others: number, linger: number): number {
  let [sum, upTo] = [0, 0];
  for (let k = 0; k < others; k++) {
    upTo += poissonProbability(k, lambda * linger);
    sum += (1 + k) * Math.max(0, 1 - upTo);
  }
  return sum / lambda;
}

/**
 * Mean number of messages in a batch that are held longer than `t` < linger: the first if the batch is not full by then;
 * the j-th after it if it comes by linger − t and fewer than size − 1 − j more come within t.
 */
function held(lambda: number, size: number, linger: number, t: number): number {
  const below = fewer(size - 1, lambda * t);
  let sum = below[size - 1];
  let before = 1; // P(the j-th comes by linger − t)
  for (let j = 1; j <= size - 2; j++) {
    before -= poissonProbability(j - 1, lambda * (linger - t));
    if (before < 1e-18) break;
    sum += before * below[size - 1 - j];
  }
  return sum;
}
