import { batchMeansInterval } from "./batch-means.ts";
import type { Estimate } from "./estimate.ts";
import { spectralInterval } from "./spectral.ts";
import type { Tails } from "./tails.ts";

/** P(X > x) and an interval. */
export interface ShareInterval {
  value: number;
  low: number;
  high: number;
}

/**
 * The complementary cdf at each x ≥ 0. The intervals are pointwise: each covers its own truth with the confidence
 * asked for, all together less often.
 *
 * @param confidence in (0, 1)
 * @throws RangeError when there are no observations, or fewer than three batches in all
 */
export function ccdf(tails: Tails, x: readonly number[], confidence: number): ShareInterval[] {
  return x.map((at) => {
    const { value, low, high } = shareInterval(tails.shareAbove(at), confidence);
    return { value, low: Math.max(0, low), high: Math.min(1, high) };
  });
}

/**
 * The interval of a share, spectral, or from batch means where there are too few batches to see a spectrum. Its ends
 * may lie beyond 0 and 1.
 *
 * @throws RangeError with fewer than three batches in all
 */
export function shareInterval(share: Estimate, confidence: number): ShareInterval {
  return spectralInterval(share, confidence) ?? batchMeansInterval(share, confidence);
}
