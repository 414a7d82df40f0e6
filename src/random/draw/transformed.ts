import { exp, log } from "../../special/elementary.ts";
import type { Stream } from "../stream.ts";
import type { Sampler } from "./sampler.ts";

/* Laws that are a simple function of one number drawn from the stream, or from another law. */

/** Hot path. */
export class Constant implements Sampler {
  private readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  next(): number {
    return this.value;
  }
}

/** Hot path. */
export class Uniform implements Sampler {
  private readonly stream: Stream;
  private readonly min: number;
  private readonly range: number;

  constructor(stream: Stream, min: number, max: number) {
    this.stream = stream;
    this.min = min;
    this.range = max - min;
  }

  next(): number {
    return this.min + this.range * this.stream.uniform();
  }
}

/** Hot path. */
export class Exponential implements Sampler {
  private readonly stream: Stream;
  private readonly mean: number;

  constructor(stream: Stream, mean: number) {
    this.stream = stream;
    this.mean = mean;
  }

  next(): number {
    return this.mean * this.stream.exponential();
  }

  fill(numbers: Float64Array, from: number, to: number): void {
    this.stream.exponentials(numbers, from, to);
    for (let i = from; i < to; i++) numbers[i] *= this.mean;
  }
}

/** Hot path. */
export class Lognormal implements Sampler {
  private readonly stream: Stream;
  private readonly mu: number;
  private readonly sigma: number;

  constructor(stream: Stream, mu: number, sigma: number) {
    this.stream = stream;
    this.mu = mu;
    this.sigma = sigma;
  }

  next(): number {
    return exp(this.mu + this.sigma * this.stream.normal());
  }
}

/** (X/scale)^shape is exponential with mean 1. Hot path. */
export class Weibull implements Sampler {
  private readonly stream: Stream;
  private readonly power: number;
  private readonly scale: number;

  constructor(stream: Stream, shape: number, scale: number) {
    this.stream = stream;
    this.power = 1 / shape;
    this.scale = scale;
  }

  next(): number {
    return this.scale * exp(this.power * log(this.stream.exponential()));
  }
}

/** α ln(X/min) is exponential with mean 1. Hot path. */
export class Pareto implements Sampler {
  private readonly stream: Stream;
  private readonly min: number;
  private readonly power: number;

  constructor(stream: Stream, min: number, alpha: number) {
    this.stream = stream;
    this.min = min;
    this.power = 1 / alpha;
  }

  next(): number {
    return this.min * exp(this.power * this.stream.exponential());
  }
}

/** (min/X)^alpha is uniform between (min/max)^alpha and 1. Hot path. */
export class BoundedPareto implements Sampler {
  private readonly stream: Stream;
  private readonly min: number;
  private readonly max: number;
  private readonly power: number;
  private readonly beyond: number;

  constructor(stream: Stream, min: number, max: number, alpha: number) {
    this.stream = stream;
    this.min = min;
    this.max = max;
    this.power = -1 / alpha;
    this.beyond = exp(-alpha * log(max / min));
  }

  next(): number {
    const share = 1 - this.stream.uniform() * (1 - this.beyond);
    return Math.min(this.max, this.min * exp(this.power * log(share)));
  }
}

/** The inverse of a cdf made of two parabolas. Hot path. */
export class Triangular implements Sampler {
  private readonly stream: Stream;
  private readonly min: number;
  private readonly max: number;
  private readonly rising: number; // probability of lying below the mode
  private readonly left: number;
  private readonly right: number;

  constructor(stream: Stream, min: number, mode: number, max: number) {
    this.stream = stream;
    this.min = min;
    this.max = max;
    this.rising = (mode - min) / (max - min);
    this.left = (max - min) * (mode - min);
    this.right = (max - min) * (max - mode);
  }

  next(): number {
    const u = this.stream.uniform();
    return u < this.rising ? this.min + Math.sqrt(u * this.left) : this.max - Math.sqrt((1 - u) * this.right);
  }
}

/** Recorded values, each equally likely. Hot path. */
export class Empirical implements Sampler {
  private readonly stream: Stream;
  private readonly values: Float64Array;

  constructor(stream: Stream, values: number[]) {
    this.stream = stream;
    this.values = Float64Array.from(values);
  }

  next(): number {
    return this.values[this.stream.below(this.values.length)];
  }
}

/** by + X. Hot path. */
export class Shifted implements Sampler {
  private readonly law: Sampler;
  private readonly by: number;

  constructor(law: Sampler, by: number) {
    this.law = law;
    this.by = by;
  }

  next(): number {
    return this.by + this.law.next();
  }
}

/** by · X. Hot path. */
export class Scaled implements Sampler {
  private readonly law: Sampler;
  private readonly by: number;

  constructor(law: Sampler, by: number) {
    this.law = law;
    this.by = by;
  }

  next(): number {
    return this.by * this.law.next();
  }
}
