import { exp, log } from "../../special/elementary.ts";
import type { Stream } from "../stream.ts";
import { Gamma } from "./gamma.ts";
import type { Sampler } from "./sampler.ts";

/**
 * Beta with parameters a and b, stretched over [min, max]. Hot path.
 *
 * x/(1 − x) is the ratio of two gamma variables. Its logarithm is what is sampled: with small a and b both of them
 * can underflow, their logarithms cannot.
 */
export class Beta implements Sampler {
  private readonly min: number;
  private readonly range: number;
  private readonly above: LogGamma;
  private readonly below: LogGamma;

  constructor(stream: Stream, { a, b, min, max }: { a: number; b: number; min: number; max: number }) {
    this.min = min;
    this.range = max - min;
    this.above = new LogGamma(stream, a);
    this.below = new LogGamma(stream, b);
  }

  next(): number {
    return this.min + this.range / (1 + exp(this.below.next() - this.above.next()));
  }
}

/** The logarithm of a gamma variable. Hot path. */
class LogGamma {
  private readonly stream: Stream;
  private readonly gamma: Gamma;
  private readonly power: number;

  constructor(stream: Stream, shape: number) {
    this.stream = stream;
    this.gamma = new Gamma(stream, shape < 1 ? shape + 1 : shape, 1);
    this.power = shape < 1 ? 1 / shape : 0;
  }

  next(): number {
    const logarithm = log(this.gamma.next());
    return this.power === 0 ? logarithm : logarithm - this.power * this.stream.exponential();
  }
}
