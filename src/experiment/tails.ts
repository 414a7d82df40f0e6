import { type Estimate, ratioOf } from "../stats/estimate.ts";
import { type Bins, binOf, binQuantile, lowerEdge, pooledBins, upperEdge } from "../stats/histogram.ts";
import type { Series } from "../stats/series.ts";

/**
 * Histograms of batches, summed up from the end once, so that the share of observations above any x can be read off
 * batch by batch without going through the bins again.
 */
export class Tails {
  readonly pooled: Bins;
  /** Observations in each batch. */
  readonly counts: Series;
  /** Observations in all batches. */
  readonly count: number;
  private readonly batches: Suffix[][];

  constructor(histograms: Bins[][]) {
    this.pooled = pooledBins(histograms.flat());
    this.batches = histograms.map((run) => run.map((bins) => new Suffix(bins)));
    this.counts = this.batches.map((run) => Float64Array.from(run, (batch) => batch.total));
    this.count = this.counts.reduce((sum, run) => sum + run.reduce((all, x) => all + x, 0), 0);
  }

  /** The least x that a share p does not exceed; 0 < p < 1. */
  quantile(p: number): number {
    return binQuantile(this.pooled, p);
  }

  /** The share of observations above x, as an estimate over batches. */
  shareAbove(x: number): Estimate {
    const at = binOf(x);
    const inBin = at === 0 ? 0 : (upperEdge(at) - x) / (upperEdge(at) - lowerEdge(at));
    const above = this.batches.map((run) => Float64Array.from(run, (batch) => batch.above(at, inBin)));
    return ratioOf(above, this.counts);
  }
}

class Suffix {
  readonly total: number;
  private readonly first: number;
  private readonly from: Float64Array; // Σ of the counts from a bin on

  constructor({ first, counts }: Bins) {
    this.first = first;
    this.from = new Float64Array(counts.length + 1);
    for (let i = counts.length - 1; i >= 0; i--) this.from[i] = this.from[i + 1] + counts[i];
    this.total = this.from[0];
  }

  /** What lies above the given part of bin `at`. */
  above(at: number, part: number): number {
    const i = at - this.first;
    if (i < 0) return this.total;
    if (i >= this.from.length - 1) return 0;
    return this.from[i + 1] + part * (this.from[i] - this.from[i + 1]);
  }
}
