import { type Histogram, pooledHistograms } from "../model/counter.ts";
import { type Estimate, ratioOf } from "../stats/estimate.ts";
import { type Bins, binOf, binQuantile, lowerEdge, upperEdge } from "../stats/histogram.ts";
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

  /** @param histograms by replication and batch */
  constructor(histograms: Histogram[][]) {
    this.pooled = pooledHistograms(histograms.flat());
    this.batches = histograms.map((run) => run.map((histogram) => new Suffix(histogram)));
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
  private readonly from: Float64Array; // Σ of the counts from a bin on, zeros apart

  constructor({ zeros, rest }: Histogram) {
    const { first, counts } = rest;
    this.first = first;
    this.from = new Float64Array(counts.length + 1);
    for (let i = counts.length - 1; i >= 0; i--) this.from[i] = this.from[i + 1] + counts[i];
    this.total = zeros + this.from[0];
  }

  /** What lies above the given part of bin `at`. */
  above(at: number, part: number): number {
    if (at < this.first) return this.from[0];
    const i = at - this.first;
    if (i >= this.from.length - 1) return 0;
    return this.from[i + 1] + part * (this.from[i] - this.from[i + 1]);
  }
}
