import { type Durations, type Histogram, increased, type Observations } from "./counter.ts";

/** Simulated time. Meters read it themselves: a number handed down through many calls would be boxed on the way. */
export interface Clock {
  /** s */
  readonly now: number;
}

/** Separate observations, such as waiting times, added up in three slots: count, Σx, Σx². Hot path. */
export class Tally {
  /** Largest since the last {@link restart}. */
  peak = 0;
  private readonly sums: Float64Array;
  private readonly slot: number;
  private readonly histogram: Observations | null;

  constructor(sums: Float64Array, slot: number, histogram: Observations | null) {
    this.sums = sums;
    this.slot = slot;
    this.histogram = histogram;
  }

  add(x: number): void {
    const { sums, slot, histogram } = this;
    sums[slot] += 1;
    sums[slot + 1] += x;
    sums[slot + 2] += x * x;
    if (x > this.peak) this.peak = x;
    if (histogram !== null) histogram.add(x);
  }

  restart(): void {
    this.peak = 0;
  }
}

/** A number that jumps, such as a queue's length, and its integral over time in one slot. Hot path. */
export class Level {
  level = 0;
  /** Largest since the last {@link restart}. */
  peak = 0;
  readonly slot: number;
  /** Time spent at each level [s]; null when not kept. */
  readonly durations: Durations | null;
  private since = 0; // s, time of the latest jump
  private readonly clock: Clock;
  private readonly sums: Float64Array;

  constructor(clock: Clock, sums: Float64Array, slot: number, durations: Durations | null) {
    this.clock = clock;
    this.sums = sums;
    this.slot = slot;
    this.durations = durations;
  }

  /** Jumps by `change` now. */
  add(change: number): void {
    const { level, durations } = this;
    const { now } = this.clock;
    const held = now - this.since;
    this.sums[this.slot] += level * held;
    if (durations !== null) durations.add(level, held);
    this.since = now;
    this.level = level + change;
    if (this.level > this.peak) this.peak = this.level;
  }

  /** The integral not yet in the slot [s]. */
  pending(now: number): number {
    return this.level * (now - this.since);
  }

  /** Time spent at each level up to `now` [s]; only where it is kept. */
  durationsUntil(now: number): Histogram {
    return increased(this.durations!.snapshot(), this.level, now - this.since);
  }

  /** Brings the integral up to date; the level stays. */
  settle(): void {
    this.add(0);
  }

  /** Begins a new batch: keeps the level, forgets the past. */
  restart(): void {
    this.peak = this.level;
  }
}
