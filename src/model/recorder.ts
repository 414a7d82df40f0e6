import type { Name } from "../spec.ts";
import { type Counter, Durations, type Histogram, increased, Observations } from "./counter.ts";
import type { Layout, Recorded, Series } from "./layout.ts";
import { type Clock, Meters } from "./meters.ts";
import { type Batch, GROUP, merged, moveHistograms } from "./observation.ts";

/** Ages of the copies in a queue. */
export interface Presence {
  /** Σ over the copies present of the time since their arrival [s]. */
  ages(now: number): number;
}

/**
 * Everything that is observed while a model runs. All additive quantities stand in one column of sums; at the end of
 * each batch of simulated time the column is put aside. When the grid of batches is full, neighbours are merged and
 * batches become twice as long, so memory does not grow with the length of the run.
 */
export class Recorder {
  readonly clock: Clock;
  /** The batch in progress. */
  readonly meters: Meters;
  private readonly layout: Layout;
  private batchSeconds = 0;
  private begin = 0; // s, start of the batch in progress
  private readonly closed: Batch[] = [];
  private readonly tallies: Series[] = [];
  private readonly levels: Series[] = [];
  private readonly counters: Counter[] = []; // by histogram
  private readonly presences: Presence[] = [];

  /** @param batchSeconds length of the first batches [s]; it doubles whenever the grid is full */
  constructor(clock: Clock, layout: Layout, batchSeconds: number) {
    this.clock = clock;
    this.layout = layout;
    this.batchSeconds = batchSeconds;
    this.meters = new Meters(clock, layout.slots);
    for (const part of layout.parts.values()) for (const series of part) this.open(series);
  }

  /** End of the batch in progress [s]. */
  get boundary(): number {
    return this.begin + this.batchSeconds;
  }

  /**
   * Where a quantity stands among the meters' columns.
   *
   * @throws Error when the layout does not hold it
   */
  slot(where: Name, metric: Recorded, cls: number | null): number {
    const series = this.layout.parts.get(where)?.find((one) => one.metric === metric && one.class === cls);
    if (series === undefined) throw new Error(`nothing laid out for ${metric} at ${where}, class ${cls}`);
    return series.slot;
  }

  /** Queues must be given in the order of `layout.queues`. */
  watchAges(presence: Presence): void {
    this.presences.push(presence);
  }

  /** Puts the batch in progress aside. To be called at each {@link boundary}. */
  closeBatch(): void {
    const { meters } = this;
    const now = this.boundary;
    const endsGroup = (this.closed.length + 1) % GROUP === 0;
    for (const { slot } of this.levels) meters.jump(slot, 0);
    this.closed.push(this.batchAt(now, endsGroup));
    meters.sums.fill(0);
    if (endsGroup) for (const counter of this.counters) counter.restart();
    for (const { slot } of this.tallies) meters.peaks[slot] = 0;
    for (const { slot } of this.levels) meters.peaks[slot] = meters.levels[slot];
    this.begin = now;
    if (this.closed.length === this.layout.batches) this.mergePairs();
  }

  /** All batches until `now` [s], the last one cut short there; the run can go on afterwards as if not asked. */
  batchesUntil(now: number): Batch[] {
    const batches = [...this.closed];
    if (now > this.begin) batches.push(this.batchAt(now, true));
    else if (batches.length % GROUP !== 0) batches.push({ ...batches.pop()!, histograms: this.histogramsAt(now) });
    return batches;
  }

  private open(series: Series): void {
    const { kind, slot, histogram } = series;
    if (kind === "count") return;
    if (kind === "level") this.levels.push(series);
    else this.tallies.push(series);
    if (histogram < 0) return;
    this.counters[histogram] =
      kind === "level"
        ? (this.meters.durations[slot] = new Durations())
        : (this.meters.observations[slot] = new Observations());
  }

  private batchAt(now: number, endsGroup: boolean): Batch {
    const { meters } = this;
    const sums = meters.sums.slice();
    const peaks = new Float64Array(this.layout.peaks);
    for (const { slot, peak } of this.tallies) peaks[peak] = meters.peaks[slot];
    for (const { slot, peak } of this.levels) {
      sums[slot] += meters.levels[slot] * meters.held(slot, now);
      peaks[peak] = meters.peaks[slot];
    }
    const ages = Float64Array.from(this.presences, (presence) => presence.ages(now));
    return { seconds: now - this.begin, sums, peaks, ages, histograms: endsGroup ? this.histogramsAt(now) : [] };
  }

  private histogramsAt(now: number): Histogram[] {
    const { meters } = this;
    const histograms = this.counters.map((counter) => counter.snapshot());
    for (const { slot, histogram } of this.levels) {
      if (histogram < 0) continue;
      histograms[histogram] = increased(histograms[histogram], meters.levels[slot], meters.held(slot, now));
    }
    return histograms;
  }

  private mergePairs(): void {
    const { closed } = this;
    for (let i = 0; i < closed.length; i += 2) closed[i / 2] = merged(closed[i], closed[i + 1]);
    closed.length /= 2;
    for (let i = GROUP / 2 - 1; i < closed.length; i += GROUP) moveHistograms(closed, i, i + GROUP / 2);
    this.batchSeconds *= 2;
  }
}
