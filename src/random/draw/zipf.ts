import { exp, expm1, log, log1p } from "../../special/elementary.ts";
import type { Stream } from "../stream.ts";
import type { Sampler } from "./sampler.ts";

/**
 * Ranks 1 … n with probability proportional to rank^−exponent, without a table: n may be as large as one likes.
 *
 * The area under the continuous curve x^−exponent is sampled by inversion, rounded to the nearest rank, and rejected
 * where the rank's own column is smaller. Hot path.
 *
 * @see Hörmann & Derflinger (1996), Rejection-Inversion to Generate Variates from Monotone Discrete Distributions
 */
export class Zipf implements Sampler {
  private readonly stream: Stream;
  private readonly n: number;
  private readonly exponent: number;
  private readonly least: number;
  private readonly most: number;
  private readonly always: number; // a rank at most this far above x is accepted without a test

  constructor(stream: Stream, n: number, exponent: number) {
    this.stream = stream;
    this.n = n;
    this.exponent = exponent;
    this.least = this.area(1.5) - 1;
    this.most = this.area(n + 0.5);
    this.always = 2 - this.inverseArea(this.area(2.5) - this.height(2));
  }

  next(): number {
    for (;;) {
      const area = this.most + this.stream.uniform() * (this.least - this.most);
      const x = this.inverseArea(area);
      const rank = Math.min(this.n, Math.max(1, Math.floor(x + 0.5)));
      if (rank - x <= this.always || area >= this.area(rank + 0.5) - this.height(rank)) return rank;
    }
  }

  private height(x: number): number {
    return exp(-this.exponent * log(x));
  }

  /** ∫ t^−exponent dt from 1 to x. */
  private area(x: number): number {
    const logarithm = log(x);
    const power = (1 - this.exponent) * logarithm;
    return power === 0 ? logarithm : (logarithm * expm1(power)) / power;
  }

  private inverseArea(area: number): number {
    const power = (1 - this.exponent) * area;
    return exp(power === 0 ? area : (area * log1p(power)) / power);
  }
}
