import type { Name } from "../spec.ts";
import { type Counter, Durations, type Histogram, Observations } from "./counter.ts";
import type { Layout, Recorded, Series } from "./layout.ts";
import { type Clock, Level, Tally } from "./meters.ts";
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
  /** The batch in progress: counts, sums and integrals so far. */
  readonly sums: Float64Array;
  readonly clock: Clock;
  private readonly layout: Layout;
  private batchSeconds = 0;
  private begin = 0; // s, start of the batch in progress
  private readonly closed: Batch[] = [];
  private readonly tallies: { tally: Tally; peak: number }[] = [];
  private readonly levels: { level: Level; peak: number; histogram: number }[] = [];
  private readonly counters: Counter[] = [];
  private readonly presences: Presence[] = [];

  /** @param batchSeconds length of the first batches [s]; it doubles whenever the grid is full */
  constructor(clock: Clock, layout: Layout, batchSeconds: number) {
    this.clock = clock;
    this.layout = layout;
    this.batchSeconds = batchSeconds;
    this.sums = new Float64Array(layout.slots);
  }

  /** End of the batch in progress [s]. */
  get boundary(): number {
    return this.begin + this.batchSeconds;
  }

  /** The slot of a count. */
  count(where: Name, metric: Recorded, cls: number | null): number {
    return this.find(where, metric, cls).slot;
  }

  tally(where: Name, metric: Recorded, cls: number | null): Tally {
    const { slot, peak, histogram } = this.find(where, metric, cls);
    const counter = histogram < 0 ? null : new Observations();
    if (counter !== null) this.counters[histogram] = counter;
    const tally = new Tally(this.sums, slot, counter);
    this.tallies.push({ tally, peak });
    return tally;
  }

  level(where: Name, metric: Recorded, cls: number | null): Level {
    const { slot, peak, histogram } = this.find(where, metric, cls);
    const durations = histogram < 0 ? null : new Durations();
    if (durations !== null) this.counters[histogram] = durations;
    const level = new Level(this.clock, this.sums, slot, durations);
    this.levels.push({ level, peak, histogram });
    return level;
  }

  /** Queues must be given in the order of `layout.queues`. */
  watchAges(presence: Presence): void {
    this.presences.push(presence);
  }

  /** Puts the batch in progress aside. To be called at each {@link boundary}. */
  closeBatch(): void {
    const now = this.boundary;
    const endsGroup = (this.closed.length + 1) % GROUP === 0;
    for (const { level } of this.levels) level.settle();
    this.closed.push(this.batchAt(now, endsGroup));
    this.sums.fill(0);
    if (endsGroup) for (const counter of this.counters) counter.restart();
    for (const { tally } of this.tallies) tally.restart();
    for (const { level } of this.levels) level.restart();
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

  private batchAt(now: number, endsGroup: boolean): Batch {
    const sums = this.sums.slice();
    const peaks = new Float64Array(this.layout.peaks);
    for (const { tally, peak } of this.tallies) peaks[peak] = tally.peak;
    for (const { level, peak } of this.levels) {
      sums[level.slot] += level.pending(now);
      peaks[peak] = level.peak;
    }
    const ages = Float64Array.from(this.presences, (presence) => presence.ages(now));
    return { seconds: now - this.begin, sums, peaks, ages, histograms: endsGroup ? this.histogramsAt(now) : [] };
  }

  private histogramsAt(now: number): Histogram[] {
    const histograms = this.counters.map((counter) => counter.snapshot());
    for (const { level, histogram } of this.levels) {
      if (histogram >= 0) histograms[histogram] = level.durationsUntil(now);
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

  private find(where: Name, metric: Recorded, cls: number | null): Series {
    const series = this.layout.parts.get(where)?.find((one) => one.metric === metric && one.class === cls);
    if (series === undefined) throw new Error(`nothing laid out for ${metric} at ${where}, class ${cls}`);
    return series;
  }
}
