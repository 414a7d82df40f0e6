import { mergedHistogram, wholeBins } from "../model/counter.ts";
import type { Layout, Recorded, Series as Recording } from "../model/layout.ts";
import { type Batch, GROUP, merged, type Observation } from "../model/observation.ts";
import type { Name } from "../spec.ts";
import type { Bins } from "../stats/histogram.ts";
import type { Series } from "../stats/series.ts";
import { Tails } from "../stats/tails.ts";

/** A recording: where, what, and of which class. */
export type Source = [where: Name, metric: Recorded, cls: number | null];

/** Which of a recording's sums: a tally has three, a count and a level only the first. */
export type Sum = "count" | "sum" | "squares";
const OFFSET: Record<Sum, number> = { count: 0, sum: 1, squares: 2 };

/**
 * What the replications of one point saw, from some batch on. All replications share one time grid, so every recorded
 * quantity is a series with one number for each replication and batch.
 */
export class Sample {
  readonly layout: Layout;
  readonly observations: Observation[];
  /** Batches set aside at the start. */
  readonly skipped: number;
  /** The first batch that is left out at the end. */
  readonly end: number;
  private readonly summedUp = new Map<string, Tails>();

  constructor(layout: Layout, observations: Observation[], skipped = 0, end = observations[0].batches.length) {
    this.layout = layout;
    this.observations = observations;
    this.skipped = skipped;
    this.end = end;
  }

  /** The same observations from another batch on. */
  from(batch: number): Sample {
    return new Sample(this.layout, this.observations, batch);
  }

  /** The groups of batches whose middle lies between two times [s]. */
  between(from: number, to: number): Sample {
    const { batches } = this.observations[0];
    let first = batches.length;
    let end = 0;
    let begin = 0; // s
    for (let at = 0; at < batches.length; at += GROUP) {
      const seconds = batches.slice(at, at + GROUP).reduce((sum, batch) => sum + batch.seconds, 0);
      const middle = begin + seconds / 2;
      begin += seconds;
      if (middle < from || middle >= to) continue;
      first = Math.min(first, at);
      end = Math.min(at + GROUP, batches.length);
    }
    return new Sample(this.layout, this.observations, Math.min(first, end), end);
  }

  /** Where batches begin, and where the last one ends [s], from the start of the run. */
  edges(): number[] {
    const edges = [0];
    for (const { seconds } of this.observations[0].batches) edges.push(edges[edges.length - 1] + seconds);
    return edges;
  }

  /** The middle of each batch [s], from the start of the run. */
  middles(): number[] {
    let begin = 0;
    return this.observations[0].batches.map(({ seconds }) => {
      begin += seconds;
      return begin - seconds / 2;
    });
  }

  /** The same with every `factor` batches merged into one. */
  coarsened(factor: number): Sample {
    if (factor === 1) return this;
    const observations = this.observations.map((observation) => {
      const batches: Batch[] = [];
      observation.batches.forEach((batch, i) => {
        if (i % factor === 0) batches.push(batch);
        else batches.push(merged(batches.pop()!, batch));
      });
      return { ...observation, batches };
    });
    return new Sample(this.layout, observations, Math.ceil(this.skipped / factor));
  }

  /** Lengths of the batches [s]. */
  get seconds(): Series {
    return this.series((batch) => batch.seconds);
  }

  /** Simulated time that was set aside in each replication [s]. */
  get warmup(): number {
    return this.observations[0].batches.slice(0, this.skipped).reduce((sum, batch) => sum + batch.seconds, 0);
  }

  has(where: Name, metric: Recorded, cls: number | null = null): boolean {
    return this.recording(where, metric, cls) !== undefined;
  }

  /** A count, a level's integral, or one of a tally's sums, batch by batch. */
  of(where: Name, metric: Recorded, cls: number | null = null, sum: Sum = "count"): Series {
    const slot = this.need(where, metric, cls).slot + OFFSET[sum];
    return this.series((batch) => batch.sums[slot]);
  }

  /** The largest value of a tally or level. */
  peak(where: Name, metric: Recorded, cls: number | null = null): number {
    const { peak } = this.need(where, metric, cls);
    let largest = 0;
    for (const batch of this.kept()) largest = Math.max(largest, batch.peaks[peak]);
    return largest;
  }

  /**
   * The histograms of one or more recordings together, summed up when first asked for; null when one of them was not
   * kept.
   */
  tails(sources: Source[]): (() => Tails) | null {
    const kept = sources.map((source) => this.need(...source).histogram);
    if (kept.length === 0 || kept.some((histogram) => histogram < 0)) return null;
    const key = kept.join();
    return () => {
      const tails = this.summedUp.get(key) ?? new Tails(this.histograms(kept));
      this.summedUp.set(key, tails);
      return tails;
    };
  }

  /** By replication and group of batches. The sample begins where a group begins. */
  private histograms(kept: number[]): Bins[][] {
    return this.observations.map(({ batches }) =>
      batches
        .slice(this.skipped, this.end)
        .filter((batch) => batch.histograms.length > 0)
        .map((batch) => wholeBins(kept.map((histogram) => batch.histograms[histogram]).reduce(mergedHistogram))),
    );
  }

  /** Σ of the ages of the copies in a queue when the window begins and when it ends [s], over all replications. */
  ages(queue: Name): { start: number; end: number } {
    const at = this.layout.queues.indexOf(queue);
    let start = 0;
    let end = 0;
    for (const { batches } of this.observations) {
      if (this.skipped > 0) start += batches[this.skipped - 1].ages[at];
      end += batches[this.end - 1].ages[at];
    }
    return { start, end };
  }

  private series(read: (batch: Observation["batches"][number]) => number): Series {
    const { skipped, end } = this;
    return this.observations.map(({ batches }) => {
      const run = new Float64Array(end - skipped);
      for (let b = skipped; b < end; b++) run[b - skipped] = read(batches[b]);
      return run;
    });
  }

  private *kept() {
    for (const { batches } of this.observations) yield* batches.slice(this.skipped, this.end);
  }

  private need(where: Name, metric: Recorded, cls: number | null): Recording {
    const recording = this.recording(where, metric, cls);
    if (recording === undefined) throw new Error(`${metric} is not recorded at ${where}`);
    return recording;
  }

  private recording(where: Name, metric: Recorded, cls: number | null): Recording | undefined {
    return this.layout.find(where, metric, cls);
  }
}

/** The sum of several series, batch by batch. */
export function added(first: Series, ...others: Series[]): Series {
  return first.map((run, r) => {
    const sum = Float64Array.from(run);
    for (const other of others) for (let b = 0; b < sum.length; b++) sum[b] += other[r][b];
    return sum;
  });
}

/** One series less another. */
export function less(a: Series, b: Series): Series {
  return a.map((run, r) => run.map((x, i) => x - b[r][i]));
}

/** A series times a number. */
export function scaled(series: Series, factor: number): Series {
  return series.map((run) => run.map((x) => factor * x));
}

/** A series of zeros on the same grid. */
export function zeros(like: Series): Series {
  return scaled(like, 0);
}
