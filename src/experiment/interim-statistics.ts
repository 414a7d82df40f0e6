import { batchMeansInterval } from "../stats/batch-means.ts";
import { type Estimate, ratioOf } from "../stats/estimate.ts";
import { type Bins, binQuantile, binTail, binTotal, pooledBins } from "../stats/histogram.ts";
import type { Series } from "../stats/series.ts";
import { spectralInterval } from "../stats/spectral.ts";

/** A percentile and its interval, by inverting the interval of the share of observations that do not exceed it. */
export function percentileInterval(histograms: Bins[][], p: number, confidence: number) {
  const pooled = pooledBins(histograms.flat());
  const all = binTotal(pooled);
  if (all === 0) return null;
  const value = binQuantile(pooled, p);
  const share = sharesUpTo(histograms, value);
  const interval = spectralInterval(share, confidence) ?? batchMeansInterval(share, confidence);
  const reach = (interval.high - interval.low) / 2;
  const at = (q: number) => (q >= 1 ? null : binQuantile(pooled, Math.max(0, q)));
  return { value, low: at(p - reach), high: at(p + reach), beyond: all * (1 - p), estimate: share };
}

function sharesUpTo(histograms: Bins[][], x: number): Estimate {
  const counts: Series = histograms.map((run) => Float64Array.from(run, binTotal));
  const upTo: Series = histograms.map((run) =>
    Float64Array.from(run, (bins) => {
      const total = binTotal(bins);
      return total === 0 ? 0 : total * (1 - binTail(bins, x));
    }),
  );
  return ratioOf(upTo, counts);
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

/** A percentile as an estimate: a batch in which more than a share p lies below it pulls it down. */
export function percentileEstimate(histograms: Bins[][], p: number): Estimate | null {
  const pooled = pooledBins(histograms.flat());
  if (binTotal(pooled) === 0) return null;
  const value = binQuantile(pooled, p);
  const step = Math.min(p, 1 - p) / 4;
  const spacing = binQuantile(pooled, p + step) - binQuantile(pooled, p - step);
  const share = sharesUpTo(histograms, value);
  const slope = spacing / (2 * step); // 1/density
  return { value, influence: share.influence.map((run) => run.map((x) => -x * slope)) };
}
