import type { Sampler } from "../draw/sampler.ts";
import type { RateCurve } from "../profile/rate-curve.ts";
import type { Stream } from "../stream.ts";
import type { ArrivalProcess } from "./arrival-process.ts";

/** Hot path. */
export class Poisson implements ArrivalProcess {
  private readonly stream: Stream;
  private readonly interval: number; // mean [s]
  private time = 0; // s

  constructor(stream: Stream, rate: number) {
    this.stream = stream;
    this.interval = 1 / rate;
  }

  next(): number {
    this.time += this.interval * this.stream.exponential();
    return this.time;
  }

  fill(numbers: Float64Array, from: number, to: number): void {
    this.stream.exponentials(numbers, from, to);
    let { time } = this;
    for (let i = from; i < to; i++) {
      time += this.interval * numbers[i];
      numbers[i] = time;
    }
    this.time = time;
  }
}

/** Independent intervals of any law. Hot path. */
export class Renewal implements ArrivalProcess {
  private readonly interval: Sampler;
  private time = 0; // s

  constructor(interval: Sampler) {
    this.interval = interval;
  }

  next(): number {
    this.time += this.interval.next();
    return this.time;
  }
}

/** The k-th arrival at k intervals, or up to `jitter` later. Hot path. */
export class Periodic implements ArrivalProcess {
  private readonly stream: Stream;
  private readonly interval: number; // s
  private readonly jitter: number; // s
  private count = 0;

  constructor(stream: Stream, interval: number, jitter: number) {
    this.stream = stream;
    this.interval = interval;
    this.jitter = jitter;
  }

  next(): number {
    const due = ++this.count * this.interval;
    return this.jitter === 0 ? due : due + this.jitter * this.stream.uniform();
  }
}

/** A process whose clock runs faster or slower, as the curve says. Hot path. */
export class Stretched implements ArrivalProcess {
  private readonly process: ArrivalProcess;
  private readonly curve: RateCurve;
  private time = 0; // s

  constructor(process: ArrivalProcess, curve: RateCurve) {
    this.process = process;
    this.curve = curve;
  }

  next(): number {
    // The inverse increases, but for its last bit.
    this.time = Math.max(this.time, this.curve.inverse(this.process.next()));
    return this.time;
  }
}
