import { type Estimate, ratioOf } from "./estimate.ts";
import { type Bins, binOf, partAbove, pooledBins } from "./histogram.ts";
import { type Series, total } from "./series.ts";

/**
 * Histograms of one quantity, `histograms[run][batch]`, summed up from the end once, so that the share of observations
 * (or of time) above any x can be read off batch by batch without going through the bins again.
 */
export class Tails {
  /** All batches together. */
  readonly pooled: Bins;
  /** Observations, or seconds, in each batch. */
  readonly counts: Series;
  /** Observations, or seconds, in all batches. */
  readonly count: number;
  private readonly first: number[][];
  private readonly from: Float64Array[][]; // from[run][batch][i]: all from bin first + i on

  constructor(histograms: readonly (readonly Bins[])[]) {
    this.pooled = pooledBins(histograms.flat());
    this.first = histograms.map((run) => run.map((bins) => bins.first));
    this.from = histograms.map((run) => run.map((bins) => sumsFrom(bins.counts)));
    this.counts = this.from.map((run) => Float64Array.from(run, (sums) => sums[0]));
    this.count = total(this.counts);
  }

  /**
   * P(X > x) for x ≥ 0, as an estimate over batches. Of whole numbers, ask for n + 1 to have P(N > n).
   *
   * @throws RangeError when there are no observations
   */
  shareAbove(x: number): Estimate {
    const bin = binOf(x);
    const part = partAbove(x);
    const above = this.from.map((run, r) =>
      Float64Array.from(run, (sums, b) => weightAbove(sums, bin - this.first[r][b], part)),
    );
    return ratioOf(above, this.counts);
  }
}

function sumsFrom(counts: Uint32Array | Float64Array): Float64Array {
  const from = new Float64Array(counts.length + 1);
  for (let i = counts.length - 1; i >= 0; i--) from[i] = from[i + 1] + counts[i];
  return from;
}

/** What stands beyond index `at`, and a part of what stands there. */
function weightAbove(from: Float64Array, at: number, part: number): number {
  if (at < 0) return from[0];
  return at >= from.length - 1 ? 0 : from[at + 1] + part * (from[at] - from[at + 1]);
}
