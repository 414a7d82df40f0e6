import { batchMeansInterval } from "../stats/batch-means.ts";
import type { Estimate } from "../stats/estimate.ts";
import { spectralInterval } from "../stats/spectral.ts";
import type { Tails } from "./tails.ts";

/** A percentile and its interval, by inverting the interval of the share of observations that do not exceed it. */
export function percentileInterval(tails: Tails, p: number, confidence: number) {
  const value = tails.quantile(p);
  const share = tails.shareAbove(value);
  const interval = spectralInterval(share, confidence) ?? batchMeansInterval(share, confidence);
  const reach = (interval.high - interval.low) / 2;
  const at = (q: number) => (q >= 1 ? null : tails.quantile(Math.max(0, q)));
  return { value, low: at(p - reach), high: at(p + reach), beyond: tails.count * (1 - p) };
}

/** A percentile as an estimate: a batch in which more than a share 1 − p lies above it pulls it up. */
export function percentileEstimate(tails: Tails, p: number): Estimate {
  const value = tails.quantile(p);
  const step = Math.min(p, 1 - p) / 4;
  const slope = (tails.quantile(p + step) - tails.quantile(p - step)) / (2 * step); // 1/density
  const share = tails.shareAbove(value);
  return { value, influence: share.influence.map((run) => run.map((x) => x * slope)) };
}

/** The batch before which MSER-5 would cut: the d ≤ n/2 that minimises the squared error of the mean of the rest. */
export function mserCut(ensemble: Float64Array): number {
  const n = ensemble.length;
  let best = Number.POSITIVE_INFINITY;
  let cut = 0;
  let sum = 0;
  let squares = 0;
  for (let d = n - 1; d >= 0; d--) {
    sum += ensemble[d];
    squares += ensemble[d] ** 2;
    const kept = n - d;
    if (d > n / 2 || kept < 5) continue;
    const error = (squares - sum ** 2 / kept) / kept ** 2;
    if (error <= best) {
      best = error;
      cut = d;
    }
  }
  return cut;
}
