import { shareInterval } from "./ccdf.ts";
import type { Estimate } from "./estimate.ts";
import {
  BIN_COUNT,
  type Bins,
  binQuantile,
  binTail,
  levelQuantile,
  lowerEdge,
  quantileBin,
  upperEdge,
} from "./histogram.ts";
import type { Tails } from "./tails.ts";

const MOST_UNCERTAIN = 2;

/** A quantile and an interval; an end that lies beyond what the sample can show is null. */
export interface QuantileInterval {
  value: number;
  low: number | null;
  high: number | null;
}

/**
 * The p-quantile of observations and its interval, by inversion: the share of observations above the quantile is a
 * mean, its interval says by how much p may be missed, and the pooled distribution says where that leads. The ends
 * are moved outwards to the edges of their bins, so that the width of a bin is part of the uncertainty.
 *
 * @param p in (0, 1)
 * @param confidence probability of covering the truth, in (0, 1)
 * @throws RangeError when there are no observations, or fewer than three batches in all
 */
export function quantileInterval(tails: Tails, p: number, confidence: number): QuantileInterval {
  const value = binQuantile(tails.pooled, p);
  const { from, to } = reach(tails, p, confidence);
  return {
    value,
    low: from === null ? null : lowerEdge(quantileBin(tails.pooled, from)),
    high: to === null ? null : outerEdge(quantileBin(tails.pooled, to)),
  };
}

/**
 * The same for whole numbers, such as the number in a queue: the p-quantile is the smallest n with P(N ≤ n) ≥ p.
 *
 * @throws RangeError when there are no observations, or fewer than three batches in all
 */
export function levelQuantileInterval(tails: Tails, p: number, confidence: number): QuantileInterval {
  const { from, to } = reach(tails, p, confidence);
  return {
    value: levelQuantile(tails.pooled, p),
    low: from === null ? null : levelQuantile(tails.pooled, from),
    high: to === null ? null : levelQuantile(tails.pooled, to),
  };
}

/**
 * The p-quantile of observations as an estimate with influences, for comparisons. A batch with more observations above
 * the quantile than its share pulls the quantile up, by the excess over the density there (Bahadur's representation).
 * The density is read from the pooled distribution over the interval of p, or the nearer half of the way to 0 or 1.
 *
 * @returns null when the sample cannot bound the quantile on both sides
 * @throws RangeError when there are no observations, or fewer than three batches in all
 */
export function quantileEstimate(tails: Tails, p: number, confidence: number): Estimate | null {
  const { from, to } = reach(tails, p, confidence);
  if (from === null || to === null) return null;
  const value = binQuantile(tails.pooled, p);
  const around = Math.min((to - from) / 2, p / 2, (1 - p) / 2);
  const spacing = value === 0 ? 0 : 1 / density(tails.pooled, p - around, p + around);
  return { value, influence: tails.shareAbove(value).influence.map((run) => run.map((x) => spacing * x)) };
}

/** Mean density between two quantiles, which must not both be 0, and over at least three bins. */
function density(pooled: Bins, from: number, to: number): number {
  const lower = lowerEdge(Math.max(0, quantileBin(pooled, from) - 1));
  const upper = lowerEdge(Math.min(BIN_COUNT - 1, quantileBin(pooled, to) + 2));
  return (binTail(pooled, lower) - binTail(pooled, upper)) / (upper - lower);
}

/**
 * The shares between which p may lie, once the error of the distribution at the quantile is allowed for: the larger of
 * the errors at the two edges of its bin, because much may stand in that one bin. Where that leads beyond 1, the
 * largest observation is an upper end as good as any (it fails only if nothing was seen beyond the quantile), until
 * the share above is uncertain by more than twice itself; then there is none. Likewise below 0.
 */
function reach(tails: Tails, p: number, confidence: number): { from: number | null; to: number | null } {
  const bin = quantileBin(tails.pooled, p);
  const intervals = [lowerEdge(bin), upperEdge(bin)].map((x) => shareInterval(tails.shareAbove(x), confidence));
  const down = Math.max(...intervals.map(({ value, low }) => value - low));
  const up = Math.max(...intervals.map(({ value, high }) => high - value));
  return {
    from: down > MOST_UNCERTAIN * p ? null : Math.max(0, p - down),
    to: up > MOST_UNCERTAIN * (1 - p) ? null : Math.min(1, p + up),
  };
}

/** The upper edge of a bin; zeros are exactly 0. */
function outerEdge(bin: number): number {
  return bin === 0 ? 0 : upperEdge(bin);
}
