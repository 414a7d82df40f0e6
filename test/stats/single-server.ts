import { BIN_COUNT, type Bins, binOf } from "../../src/stats/histogram.ts";

/** One batch of simulated time after another: what a run of a queue was seen to do. */
export interface Trace {
  /** Length of each batch [s]. */
  seconds: Float64Array;
  /** ∫ number in system dt. */
  area: Float64Array;
  sojourn: TallyTrace;
}

export interface TallyTrace {
  count: Float64Array;
  sum: Float64Array;
  squares: Float64Array;
  bins: Bins[];
}

export interface Traffic {
  /** s until the next arrival; asked for once per arrival, in order. */
  interval: () => number;
  /** s of work of the next message. */
  service: () => number;
  horizon: number;
  batches: number;
  /** Arrivals at time 0, before all others. */
  backlog?: number;
}

/** Uniform numbers in (0, 1), sfc32 by Doty-Humphrey: for these tests only, so that they depend on nothing else. */
export function uniforms(seed: number): () => number {
  let a = seed | 0;
  let b = (seed * 0x9e3779b9) | 0;
  let c = 0x2545f491;
  let counter = 1;
  const word = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 20; i++) word();
  return () => (word() + 0.5) / 2 ** 32;
}

/** A single first-come-first-served server, by Lindley's recursion. Starts empty but for the backlog. */
export function singleServer(traffic: Traffic): Trace {
  const { horizon, batches } = traffic;
  const length = horizon / batches;
  const sojourn = new TallyRecorder(length, batches);
  const area = new Float64Array(batches);
  let left = traffic.backlog ?? 0;
  let arrival = 0;
  let free = 0;
  for (;;) {
    if (left > 0) left--;
    else arrival += traffic.interval();
    if (arrival >= horizon) break;
    free = Math.max(arrival, free) + traffic.service();
    if (free < horizon) sojourn.add(free, free - arrival);
    addPresence(area, length, arrival, Math.min(free, horizon));
  }
  return { seconds: new Float64Array(batches).fill(length), area, sojourn: sojourn.done() };
}

/** Adds a stay from `arrival` to `departure` to the batches it falls into. */
function addPresence(area: Float64Array, length: number, arrival: number, departure: number): void {
  const last = Math.min(area.length - 1, Math.floor(departure / length));
  let from = arrival;
  for (let batch = Math.floor(arrival / length); batch < last; batch++) {
    area[batch] += (batch + 1) * length - from;
    from = (batch + 1) * length;
  }
  area[last] += departure - from;
}

class TallyRecorder {
  private readonly length: number;
  private readonly trace: TallyTrace;
  private readonly counts = new Uint32Array(BIN_COUNT);
  private batch = 0;
  private first = BIN_COUNT; // bins used in the present batch
  private end = 0;

  constructor(length: number, batches: number) {
    this.length = length;
    const zeros = () => new Float64Array(batches);
    this.trace = { count: zeros(), sum: zeros(), squares: zeros(), bins: [] };
  }

  /** Times must not fall. */
  add(time: number, x: number): void {
    const { trace } = this;
    const batch = Math.min(trace.count.length - 1, Math.floor(time / this.length));
    while (this.batch < batch) this.close();
    trace.count[batch]++;
    trace.sum[batch] += x;
    trace.squares[batch] += x * x;
    const bin = binOf(x);
    this.counts[bin]++;
    if (bin < this.first) this.first = bin;
    if (bin >= this.end) this.end = bin + 1;
  }

  done(): TallyTrace {
    while (this.trace.bins.length < this.trace.count.length) this.close();
    return this.trace;
  }

  private close(): void {
    const { counts, end } = this;
    const first = Math.min(this.first, end);
    this.trace.bins.push({ first, counts: counts.slice(first, end) });
    counts.fill(0, first, end);
    this.first = BIN_COUNT;
    this.end = 0;
    this.batch++;
  }
}

/** Intervals or service times with exponential law. */
export function exponential(uniform: () => number, mean: number): () => number {
  return () => -mean * Math.log(uniform());
}

/** Intervals of a Poisson process whose rate jumps between two values [1/s]; `switching` [1/s] is the same both ways. */
export function bursty(uniform: () => number, rates: readonly [number, number], switching: number): () => number {
  let state = 0;
  return () => {
    for (let interval = 0; ; state = 1 - state) {
      interval -= Math.log(uniform()) / (rates[state] + switching);
      if (uniform() * (rates[state] + switching) < rates[state]) return interval;
    }
  };
}

/** Lognormal service times with a given mean and coefficient of variation (Box and Muller's normal variates). */
export function lognormal(uniform: () => number, mean: number, cv: number): () => number {
  const sigma = Math.sqrt(Math.log(1 + cv * cv));
  const mu = Math.log(mean) - (sigma * sigma) / 2;
  return () => Math.exp(mu + sigma * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()));
}
