import { exp } from "../../special/elementary.ts";
import type { Stream } from "../stream.ts";
import type { Sampler } from "./sampler.ts";

/**
 * A normal law conditioned to [min, max], sampled by rejection from whatever lies closest above its density: the
 * normal law itself, an exponential or a uniform one. At worst about half of the candidates are rejected, however far
 * out in the tail the interval lies.
 *
 * @see Robert (1995), Simulation of Truncated Normal Variables, Statistics and Computing 5
 */
export function truncatedNormal(
  stream: Stream,
  { mu, sigma, min, max }: { mu: number; sigma: number; min: number; max: number },
): Sampler {
  const [low, high] = [(min - mu) / sigma, (max - mu) / sigma];
  if (high > 0) return new Back(standard(stream, low, high), mu, sigma);
  return new Back(standard(stream, -high, -low), mu, -sigma); // the mirror image
}

/** A standard normal law on [low, high], high > 0. */
function standard(stream: Stream, low: number, high: number): Sampler {
  if (low <= 0) return high - low > 2.5 ? new FromNormal(stream, low, high) : new FromUniform(stream, low, high);
  const root = Math.sqrt(low * low + 4);
  const worthwhile = (2 * exp(0.5 + 0.25 * low * (low - root))) / (low + root);
  return high - low < worthwhile ? new FromUniform(stream, low, high) : new FromExponential(stream, low, high);
}

/** mu + sigma · Z. Hot path. */
class Back implements Sampler {
  private readonly standard: Sampler;
  private readonly mu: number;
  private readonly sigma: number;

  constructor(standard: Sampler, mu: number, sigma: number) {
    this.standard = standard;
    this.mu = mu;
    this.sigma = sigma;
  }

  next(): number {
    return this.mu + this.sigma * this.standard.next();
  }
}

/** Hot path. */
class FromNormal implements Sampler {
  private readonly stream: Stream;
  private readonly low: number;
  private readonly high: number;

  constructor(stream: Stream, low: number, high: number) {
    this.stream = stream;
    this.low = low;
    this.high = high;
  }

  next(): number {
    for (;;) {
      const z = this.stream.normal();
      if (z >= this.low && z <= this.high) return z;
    }
  }
}

/** The densities' ratio is compared with a uniform number through its logarithm, an exponential one. Hot path. */
class FromUniform implements Sampler {
  private readonly stream: Stream;
  private readonly low: number;
  private readonly range: number;
  private readonly peak: number; // square of the point nearest to 0

  constructor(stream: Stream, low: number, high: number) {
    this.stream = stream;
    this.low = low;
    this.range = high - low;
    this.peak = low > 0 ? low * low : 0;
  }

  next(): number {
    for (;;) {
      const z = this.low + this.range * this.stream.uniform();
      if (2 * this.stream.exponential() >= z * z - this.peak) return z;
    }
  }
}

/** Hot path. */
class FromExponential implements Sampler {
  private readonly stream: Stream;
  private readonly low: number;
  private readonly high: number;
  private readonly rate: number;

  constructor(stream: Stream, low: number, high: number) {
    this.stream = stream;
    this.low = low;
    this.high = high;
    this.rate = (low + Math.sqrt(low * low + 4)) / 2;
  }

  next(): number {
    for (;;) {
      const z = this.low + this.stream.exponential() / this.rate;
      const miss = z - this.rate;
      if (z <= this.high && 2 * this.stream.exponential() >= miss * miss) return z;
    }
  }
}
