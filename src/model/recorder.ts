import type { Name } from "../spec.ts";
import { type Counter, type Histogram, increased } from "./counter.ts";
import type { Columns, Layout, Recorded } from "./layout.ts";
import { type Clock, Meters } from "./meters.ts";
import { absorb, type Batch, copyOf, GROUP, moveHistograms } from "./observation.ts";

/** Where copies are. */
export interface Place {
  /** How many. */
  readonly present: number;
  /** Σ over the copies present of the time since their arrival [s]. */
  ages(now: number): number;
}

/** A tally, or a count, of all classes. */
export interface Recording {
  where: Name;
  metric: Recorded;
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
  readonly layout: Layout;
  private batchSeconds = 0;
  private begin = 0; // s, start of the batch in progress
  private readonly closed: Batch[] = [];
  private readonly spare: Batch[] = []; // their arrays are used again: a large model's take megabytes
  private readonly tallies: Columns;
  private readonly levels: Columns;
  private readonly counters: Counter[] = []; // by histogram
  private readonly places: Place[] = [];
  private readonly mirrors: number[] = []; // slot of an original, of its image, and how many belong together; and so on

  /** @param batchSeconds length of the first batches [s]; it doubles whenever the grid is full */
  constructor(clock: Clock, layout: Layout, batchSeconds: number) {
    this.clock = clock;
    this.layout = layout;
    this.batchSeconds = batchSeconds;
    this.meters = new Meters(clock, layout.slots);
    this.tallies = layout.columnsOf("tally");
    this.levels = layout.columnsOf("level");
    keep(this.tallies, this.counters, (slot) => this.meters.keepObservations(slot));
    keep(this.levels, this.counters, (slot) => this.meters.keepDurations(slot));
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
    const slot = this.layout.slotOf(where, metric, cls);
    if (slot < 0) throw new Error(`nothing laid out for ${metric} at ${where}, class ${cls}`);
    return slot;
  }

  /** From now on `image`, which nobody else must record, is what `original` is. */
  mirror(original: Recording, image: Recording): void {
    const [from, to] = [original, image].map(({ where, metric }) => this.layout.find(where, metric, null)!);
    this.mirrors.push(from.slot, to.slot, to.kind === "tally" ? 3 : 1);
    if (to.histogram < 0) return;
    const counter = from.histogram < 0 ? this.meters.keepObservations(from.slot) : this.counters[from.histogram];
    this.counters[to.histogram] = counter;
  }

  /** Queues must be given in the order of `layout.queues`. */
  watch(place: Place): void {
    this.places.push(place);
  }

  /** Puts the batch in progress aside. To be called at each {@link boundary}. */
  closeBatch(): void {
    const { meters, tallies, levels } = this;
    const now = this.boundary;
    const endsGroup = (this.closed.length + 1) % GROUP === 0;
    for (const slot of levels.slots) meters.jump(slot, 0);
    this.closed.push(this.batchAt(now, endsGroup));
    meters.sums.fill(0);
    if (endsGroup) for (const counter of this.counters) counter.restart();
    for (const slot of tallies.slots) meters.peaks[slot] = 0;
    for (const slot of levels.slots) meters.peaks[slot] = meters.levels[slot];
    this.begin = now;
    if (this.closed.length === this.layout.batches) this.mergePairs();
  }

  /** All batches until `now` [s], the last one cut short there; the run can go on afterwards as if not asked. */
  batchesUntil(now: number): Batch[] {
    const batches = this.closed.map(copyOf);
    if (now > this.begin) batches.push(this.batchAt(now, true));
    else if (batches.length % GROUP !== 0) batches.push({ ...batches.pop()!, histograms: this.histogramsAt(now) });
    return batches;
  }

  private batchAt(now: number, endsGroup: boolean): Batch {
    this.mirrorAll();
    const { meters, tallies, levels } = this;
    const { sums, peaks, ages } = this.spare.pop() ?? this.blank();
    sums.set(meters.sums);
    for (let i = 0; i < tallies.slots.length; i++) peaks[tallies.peaks[i]] = meters.peaks[tallies.slots[i]];
    for (let i = 0; i < levels.slots.length; i++) {
      const slot = levels.slots[i];
      sums[slot] += meters.levels[slot] * meters.held(slot, now);
      peaks[levels.peaks[i]] = meters.peaks[slot];
    }
    for (let i = 0; i < ages.length; i++) ages[i] = this.places[i].ages(now);
    return { seconds: now - this.begin, sums, peaks, ages, histograms: endsGroup ? this.histogramsAt(now) : [] };
  }

  private mirrorAll(): void {
    const { mirrors } = this;
    const { sums, peaks } = this.meters;
    for (let at = 0; at < mirrors.length; at += 3) {
      const [original, image] = [mirrors[at], mirrors[at + 1]];
      sums.copyWithin(image, original, original + mirrors[at + 2]);
      peaks[image] = peaks[original];
    }
  }

  private blank(): Pick<Batch, "sums" | "peaks" | "ages"> {
    const { slots, peaks, queues } = this.layout;
    return { sums: new Float64Array(slots), peaks: new Float64Array(peaks), ages: new Float64Array(queues.length) };
  }

  private histogramsAt(now: number): Histogram[] {
    const { meters, levels } = this;
    const histograms = this.counters.map((counter) => counter.snapshot());
    for (let i = 0; i < levels.slots.length; i++) {
      const [slot, histogram] = [levels.slots[i], levels.histograms[i]];
      if (histogram < 0) continue;
      histograms[histogram] = increased(histograms[histogram], meters.levels[slot], meters.held(slot, now));
    }
    return histograms;
  }

  private mergePairs(): void {
    const { closed } = this;
    for (let i = 0; i < closed.length; i += 2) {
      absorb(closed[i], closed[i + 1]);
      this.spare.push(closed[i + 1]);
      closed[i / 2] = closed[i];
    }
    closed.length /= 2;
    for (let i = GROUP / 2 - 1; i < closed.length; i += GROUP) moveHistograms(closed, i, i + GROUP / 2);
    this.batchSeconds *= 2;
  }
}

/** Makes the counters of those series of which a histogram is kept. */
function keep({ slots, histograms }: Columns, counters: Counter[], make: (slot: number) => Counter): void {
  histograms.forEach((histogram, i) => {
    if (histogram >= 0) counters[histogram] = make(slots[i]);
  });
}
