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

/** The interval of a share, and what its width is made of. */
export interface ShareSpread extends ShareInterval {
  standardError: number;
  /** Of Student's t. */
  degreesOfFreedom: number;
}

/**
 * The complementary cdf at each x ≥ 0. The intervals are pointwise: each covers its own truth with the confidence asked
 * for, all together less often. They are symmetric in the logit of the share, so that they stay within 0 … 1 and the
 * upper end, which matters for rare events, lies farther off: with 10⁵ customers of an M/M/1 queue at 0.9 load a 95 %
 * interval of P(X > x) = 0.01 covers in 92 … 94 % of all cases, where one symmetric in the share does in 83 … 88 %.
 * Below a thousand observations beyond x they cover less; where all or none lie beyond, they have no width.
 *
 * @param confidence in (0, 1)
 * @throws RangeError when there are no observations, or fewer than three batches in all
 */
export function ccdf(tails: Tails, x: readonly number[], confidence: number): ShareInterval[] {
  return x.map((at) => {
    const { value, low, high } = shareInterval(tails.shareAbove(at), confidence);
    if (value <= 0 || value >= 1) return { value, low: value, high: value };
    const logit = Math.log(value / (1 - value));
    const perLogit = value * (1 - value);
    return {
      value,
      low: share(logit - (value - low) / perLogit),
      high: share(logit + (high - value) / perLogit),
    };
  });
}

function share(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/**
 * The interval of a share, spectral, or from batch means where there are too few batches to see a spectrum. Its ends
 * may lie beyond 0 and 1.
 *
 * @throws RangeError with fewer than three batches in all
 */
export function shareInterval(share: Estimate, confidence: number): ShareSpread {
  const spectral = spectralInterval(share, confidence);
  if (spectral !== null) return spectral;
  const interval = batchMeansInterval(share, confidence);
  return { ...interval, degreesOfFreedom: interval.groups - 1 };
}
