import type { Histogram } from "../model/counter.ts";
import type { Series } from "../model/layout.ts";
import type { Batch } from "../model/observation.ts";
import { binOf } from "../stats/histogram.ts";

/*
 * How the reference engine keeps books. On purpose nothing here resembles the meters of src/model: observations are
 * kept one by one and reduced when a batch ends, and ∫ level dt is the sum of everybody's stay.
 */

/** One recorded series during the batch in progress. */
export interface Account {
  /** Writes into `batch`, which ends at `end` [s], what has been recorded since the last {@link restart}. */
  report(batch: Batch, end: number): void;
  /** Begins a batch at time `now` [s]. */
  restart(now: number): void;
}

/** Events that are only counted; several places may count for one series. */
export class Count implements Account {
  private readonly series: Series;
  private count = 0;

  constructor(series: Series) {
    this.series = series;
  }

  add(): void {
    this.count++;
  }

  report(batch: Batch): void {
    batch.sums[this.series.slot] += this.count;
  }

  restart(): void {
    this.count = 0;
  }
}

/** Separate observations, such as waiting times. */
export class Observed implements Account {
  private readonly series: Series;
  private values: number[] = [];

  constructor(series: Series) {
    this.series = series;
  }

  add(x: number): void {
    this.values.push(x);
  }

  report({ sums, peaks, histograms }: Batch): void {
    const { values } = this;
    const { slot, peak, histogram } = this.series;
    sums[slot] = values.length;
    sums[slot + 1] = values.reduce((sum, x) => sum + x, 0);
    sums[slot + 2] = values.reduce((sum, x) => sum + x * x, 0);
    peaks[peak] = values.reduce((largest, x) => Math.max(largest, x), 0);
    if (histogram >= 0) histograms[histogram] = histogramOf(values, () => 1);
  }

  restart(): void {
    this.values = [];
  }
}

/** Who is in a place and since when. Its level is how many there are. */
export class Presence implements Account {
  private readonly series: Series;
  private readonly arrived = new Map<object, number>(); // s
  private begin = 0; // s, start of the batch
  private stayed = 0; // Σ of the stays since then of those who have left [s]
  private most = 0;
  private lastChange = 0; // s
  private readonly durations = new Map<number, number>(); // s, by level

  constructor(series: Series) {
    this.series = series;
  }

  get size(): number {
    return this.arrived.size;
  }

  enter(who: object, now: number): void {
    this.changes(now);
    this.arrived.set(who, now);
    this.most = Math.max(this.most, this.size);
  }

  leave(who: object, now: number): void {
    this.changes(now);
    this.stayed += this.stay(this.arrived.get(who)!, now);
    this.arrived.delete(who);
  }

  /** Σ over those present of the time since they came [s]. */
  ages(now: number): number {
    let sum = 0;
    for (const since of this.arrived.values()) sum += now - since;
    return sum;
  }

  report({ sums, peaks, histograms }: Batch, end: number): void {
    const { slot, peak, histogram } = this.series;
    sums[slot] = this.stayed;
    for (const since of this.arrived.values()) sums[slot] += this.stay(since, end);
    peaks[peak] = this.most;
    if (histogram < 0) return;
    const durations = new Map(this.durations);
    durations.set(this.size, (durations.get(this.size) ?? 0) + end - this.lastChange);
    histograms[histogram] = histogramOf([...durations.keys()], (level) => durations.get(level)!);
  }

  restart(now: number): void {
    this.begin = now;
    this.lastChange = now;
    this.stayed = 0;
    this.most = this.size;
    this.durations.clear();
  }

  /** The part of a stay that lies in the batch [s]. */
  private stay(from: number, to: number): number {
    return to - Math.max(from, this.begin);
  }

  private changes(now: number): void {
    this.durations.set(this.size, (this.durations.get(this.size) ?? 0) + now - this.lastChange);
    this.lastChange = now;
  }
}

function histogramOf(values: number[], weight: (value: number) => number): Histogram {
  const weights = new Map<number, number>();
  for (const x of values) weights.set(binOf(x), (weights.get(binOf(x)) ?? 0) + weight(x));
  const zeros = weights.get(0) ?? 0;
  weights.delete(0);
  if (weights.size === 0) return { zeros, rest: { first: 0, counts: new Float64Array(0) } };
  const bins = [...weights.keys()].sort((a, b) => a - b);
  const first = bins[0];
  const counts = new Float64Array(bins[bins.length - 1] - first + 1);
  for (const [bin, sum] of weights) counts[bin - first] = sum;
  return { zeros, rest: { first, counts } };
}
