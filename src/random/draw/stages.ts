import type { Stream } from "../stream.ts";
import { Choice } from "./choice.ts";
import type { Sampler } from "./sampler.ts";

/** Exponential stages in series. Hot path. */
export class Stages implements Sampler {
  private readonly stream: Stream;
  private readonly means: Float64Array;

  constructor(stream: Stream, means: number[]) {
    this.stream = stream;
    this.means = Float64Array.from(means);
  }

  next(): number {
    let sum = 0;
    for (let i = 0; i < this.means.length; i++) sum += this.means[i] * this.stream.exponential();
    return sum;
  }
}

/** Exponential stages in series, any of which may be the last. Hot path. */
export class Coxian implements Sampler {
  private readonly stream: Stream;
  private readonly means: Float64Array;
  private readonly onward: Float64Array;

  constructor(stream: Stream, means: number[], onward: number[]) {
    this.stream = stream;
    this.means = Float64Array.from(means);
    this.onward = Float64Array.from(onward);
  }

  next(): number {
    const last = this.means.length - 1;
    let sum = this.means[0] * this.stream.exponential();
    for (let i = 0; i < last && this.stream.uniform() < this.onward[i]; i++) {
      sum += this.means[i + 1] * this.stream.exponential();
    }
    return sum;
  }
}

/** Time to absorption of a Markov chain, lived through phase by phase. Hot path. */
export class PhaseType implements Sampler {
  private readonly stream: Stream;
  private readonly first: Choice;
  private readonly stay: Float64Array; // mean time in each phase
  private readonly jump: Choice[]; // from each phase; the index after the last phase is absorption

  constructor(stream: Stream, initial: number[], generator: number[][]) {
    this.stream = stream;
    this.first = new Choice(stream, initial);
    this.stay = Float64Array.from(generator, (row, i) => -1 / row[i]);
    this.jump = generator.map((row, i) => {
      const exit = -row.reduce((sum, rate) => sum + rate, 0);
      return new Choice(stream, [...row.map((rate, j) => (i === j ? 0 : rate)), Math.max(0, exit)]);
    });
  }

  next(): number {
    let sum = 0;
    let phase = this.first.next();
    while (phase < this.stay.length) {
      sum += this.stay[phase] * this.stream.exponential();
      phase = this.jump[phase].next();
    }
    return sum;
  }
}
