import { BIN_COUNT, type Bins, binOf } from "../stats/histogram.ts";

/** A histogram as it is put aside: what fell on 0, and the bins in use. */
export interface Histogram {
  zeros: number;
  rest: Bins;
}

/** What counts by bin during the batch in progress. */
export interface Counter {
  /** A copy of what was counted. */
  snapshot(): Histogram;
  /** Forgets it. */
  restart(): void;
}

/** Observations by bin. Hot path. */
export class Observations implements Counter {
  private readonly counts = new Uint32Array(BIN_COUNT);
  private low = BIN_COUNT; // the bins in use, bin 0 apart: many copies do not wait at all
  private high = 0;

  /** Adds one at x ≥ 0. */
  add(x: number): void {
    const bin = binOf(x);
    this.counts[bin]++;
    if (bin > this.high) this.high = bin;
    if (bin < this.low && bin > 0) this.low = bin;
  }

  snapshot(): Histogram {
    return { zeros: this.counts[0], rest: { first: this.low, counts: this.counts.slice(this.low, this.high + 1) } };
  }

  restart(): void {
    this.counts[0] = 0;
    if (this.low <= this.high) this.counts.fill(0, this.low, this.high + 1);
    this.low = BIN_COUNT;
    this.high = 0;
  }
}

/** Seconds by level, 0, 1, 2, …: levels below {@link EXACT} one by one, larger ones by bin. Hot path. */
export class Durations implements Counter {
  private readonly seconds = new Float64Array(EXACT);
  private readonly beyond = new Float64Array(BIN_COUNT - BIN_OF_EXACT);
  private highest = -1; // index in use in `beyond`

  add(level: number, seconds: number): void {
    if (level < EXACT) this.seconds[level] += seconds;
    else this.addBeyond(level, seconds);
  }

  snapshot(): Histogram {
    let high = EXACT - 1;
    while (high > 0 && this.seconds[high] === 0) high--;
    const length = this.highest >= 0 ? BIN_OF_EXACT + this.highest + 1 : binOf(high) + 1;
    const rest = { first: BIN_OF_ONE, counts: new Float64Array(Math.max(0, length - BIN_OF_ONE)) };
    for (let level = 1; level <= high; level++) rest.counts[binOf(level) - BIN_OF_ONE] = this.seconds[level];
    if (this.highest >= 0) rest.counts.set(this.beyond.subarray(0, this.highest + 1), BIN_OF_EXACT - BIN_OF_ONE);
    return { zeros: this.seconds[0], rest };
  }

  restart(): void {
    this.seconds.fill(0);
    if (this.highest >= 0) this.beyond.fill(0, 0, this.highest + 1);
    this.highest = -1;
  }

  private addBeyond(level: number, seconds: number): void {
    const at = binOf(level) - BIN_OF_EXACT;
    this.beyond[at] += seconds;
    if (at > this.highest) this.highest = at;
  }
}

/** Below it, every whole number has a bin of its own. */
const EXACT = 256;
const BIN_OF_ONE = binOf(1);
const BIN_OF_EXACT = binOf(EXACT);

/** Both together. */
export function mergedHistogram(a: Histogram, b: Histogram): Histogram {
  return { zeros: a.zeros + b.zeros, rest: mergedBins(a.rest, b.rest) };
}

/** The same in one piece. */
export function wholeBins({ zeros, rest }: Histogram): Bins {
  if (zeros === 0) return rest;
  const counts = new Float64Array(rest.counts.length === 0 ? 1 : rest.first + rest.counts.length);
  counts[0] = zeros;
  if (rest.counts.length > 0) counts.set(rest.counts, rest.first);
  return { first: 0, counts };
}

/** The histogram with `weight` more at x. */
export function increased(histogram: Histogram, x: number, weight: number): Histogram {
  if (weight === 0) return histogram;
  const bin = binOf(x);
  if (bin === 0) return { zeros: histogram.zeros + weight, rest: histogram.rest };
  return { zeros: histogram.zeros, rest: mergedBins({ first: bin, counts: Float64Array.of(weight) }, histogram.rest) };
}

function mergedBins(a: Bins, b: Bins): Bins {
  if (a.counts.length === 0) return b;
  if (b.counts.length === 0) return a;
  const first = Math.min(a.first, b.first);
  const length = Math.max(a.first + a.counts.length, b.first + b.counts.length) - first;
  const counts = a.counts instanceof Uint32Array ? new Uint32Array(length) : new Float64Array(length);
  counts.set(a.counts, a.first - first);
  const shift = b.first - first;
  for (let i = 0; i < b.counts.length; i++) counts[shift + i] += b.counts[i];
  return { first, counts };
}
