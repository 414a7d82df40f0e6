import { Durations, Observations } from "./counter.ts";

/** Simulated time. Meters read it themselves: a number handed down through many calls would be boxed on the way. */
export interface Clock {
  /** s */
  readonly now: number;
}

/** Simulated time for a part of the model that nothing else can see, and that can therefore be run by itself. */
export interface SettableClock {
  /** s */
  now: number;
}

/** The slot of a quantity for all classes together and, with several classes, one for each. */
export interface Slots {
  all: number;
  of: Int32Array | null;
}

/**
 * All that is measured while a model runs, as columns with a place, the slot, for each quantity. A tally of separate
 * observations takes three slots of `sums` (count, Σx, Σx²), a level (a number that jumps, such as a queue's length)
 * and a count take one. `sums`, `peaks` and histograms are those of the batch in progress. Hot path.
 */
export class Meters {
  /** Counts, sums and integrals over time. */
  readonly sums: Float64Array;
  /** Largest observation of a tally, largest value of a level. */
  readonly peaks: Float64Array;
  /** Present values of levels. */
  readonly levels: Int32Array;
  /** Histograms of tallies, where they are kept. */
  observations: (Observations | null)[] = [];
  /** Time spent at each value of a level [s], where it is kept. */
  durations: (Durations | null)[] = [];
  // Histograms kept: where there are none, nothing is fetched to learn that
  private observed = 0;
  private timed = 0;
  private readonly slots: number;
  private readonly clock: Clock;
  private readonly since: Float64Array; // s, time of a level's latest jump

  constructor(clock: Clock, slots: number) {
    this.clock = clock;
    this.sums = new Float64Array(slots);
    this.peaks = new Float64Array(slots);
    this.levels = new Int32Array(slots);
    this.since = new Float64Array(slots);
    this.slots = slots;
  }

  /** From now on keeps the histogram of a tally. */
  keepObservations(slot: number): Observations {
    if (this.observed === 0) this.observations = new Array<Observations | null>(this.slots).fill(null);
    const histogram = new Observations();
    this.observations[slot] = histogram;
    this.observed++;
    return histogram;
  }

  /** From now on keeps the time spent at each value of a level. */
  keepDurations(slot: number): Durations {
    if (this.timed === 0) this.durations = new Array<Durations | null>(this.slots).fill(null);
    const durations = new Durations();
    this.durations[slot] = durations;
    this.timed++;
    return durations;
  }

  /** Counts one more. */
  count(slot: number): void {
    this.sums[slot]++;
  }

  /** Counts one more of class `cls`. */
  countOf({ all, of }: Slots, cls: number): void {
    this.sums[all]++;
    if (of !== null) this.sums[of[cls]]++;
  }

  /** Tallies the time since `begun[row]`. */
  elapsed(slot: number, begun: Float64Array, row: number): void {
    const x = this.clock.now - begun[row];
    const { sums } = this;
    sums[slot] += 1;
    sums[slot + 1] += x;
    sums[slot + 2] += x * x;
    if (x > this.peaks[slot]) this.peaks[slot] = x;
    if (this.observed === 0) return;
    const histogram = this.observations[slot];
    if (histogram !== null) histogram.add(x);
  }

  /** The same for a row of class `cls`. */
  elapsedOf({ all, of }: Slots, cls: number, begun: Float64Array, row: number): void {
    this.elapsed(all, begun, row);
    if (of !== null) this.elapsed(of[cls], begun, row);
  }

  /** A level jumps by `change` now. */
  jump(slot: number, change: number): void {
    const level = this.levels[slot];
    const { now } = this.clock;
    const held = now - this.since[slot];
    this.sums[slot] += level * held;
    this.since[slot] = now;
    const next = level + change;
    this.levels[slot] = next;
    if (next > this.peaks[slot]) this.peaks[slot] = next;
    if (this.timed === 0) return;
    const durations = this.durations[slot];
    if (durations !== null) durations.add(level, held);
  }

  /** How long a level has had its present value at `now` [s]. */
  held(slot: number, now: number): number {
    return now - this.since[slot];
  }
}
