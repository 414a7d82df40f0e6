import { exp, log } from "../../special/elementary.ts";
import type { Stream } from "../stream.ts";
import type { Sampler } from "./sampler.ts";

/**
 * Gamma with mean shape · scale. Hot path.
 *
 * @see Marsaglia & Tsang (2000), A Simple Method for Generating Gamma Variables, ACM TOMS 26(3)
 */
export class Gamma implements Sampler {
  private readonly stream: Stream;
  private readonly scale: number;
  private readonly d: number;
  private readonly c: number;

  /** @param shape ≥ 1 */
  constructor(stream: Stream, shape: number, scale: number) {
    this.stream = stream;
    this.scale = scale;
    this.d = shape - 1 / 3;
    this.c = 1 / Math.sqrt(9 * this.d);
  }

  next(): number {
    const { stream, d, c } = this;
    for (;;) {
      const x = stream.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = stream.uniform();
      const square = x * x;
      if (u < 1 - 0.0331 * square * square) return this.scale * d * v;
      if (log(u) < 0.5 * square + d * (1 - v + log(v))) return this.scale * d * v;
    }
  }
}

/** Gamma with shape < 1: one of shape + 1, times a uniform number to the power 1/shape. Hot path. */
export class SmallGamma implements Sampler {
  private readonly stream: Stream;
  private readonly larger: Gamma;
  private readonly power: number;

  constructor(stream: Stream, shape: number, scale: number) {
    this.stream = stream;
    this.larger = new Gamma(stream, shape + 1, scale);
    this.power = 1 / shape;
  }

  next(): number {
    return this.larger.next() * exp(-this.power * this.stream.exponential());
  }
}

/** Gamma of any shape. */
export function gamma(stream: Stream, shape: number, scale: number): Sampler {
  return shape < 1 ? new SmallGamma(stream, shape, scale) : new Gamma(stream, shape, scale);
}
