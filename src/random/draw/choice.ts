import type { Stream } from "../stream.ts";
import type { Sampler } from "./sampler.ts";

/**
 * One of n alternatives with given probabilities, in a time that does not depend on n. Hot path.
 *
 * @see Vose (1991), A Linear Algorithm for Generating Random Numbers with a Given Distribution (Walker's alias method)
 */
export class Choice {
  private readonly stream: Stream;
  private readonly count: number;
  private readonly own: Float64Array;
  private readonly alias: Int32Array;

  /** @param weights proportional to the probabilities, ≥ 0, not all 0 */
  constructor(stream: Stream, weights: number[]) {
    this.stream = stream;
    this.count = weights.length;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const left = Float64Array.from(weights, (weight) => (weight * weights.length) / total);
    this.own = new Float64Array(weights.length).fill(1);
    this.alias = Int32Array.from(weights, (_, i) => i);
    this.pair(left);
  }

  /** An index, 0 … n − 1. */
  next(): number {
    const place = this.stream.uniform() * this.count;
    const i = Math.floor(place);
    return place - i < this.own[i] ? i : this.alias[i];
  }

  /** Fills each place up to 1 with the surplus of another. */
  private pair(left: Float64Array): void {
    const small: number[] = [];
    const large: number[] = [];
    left.forEach((weight, i) => {
      (weight < 1 ? small : large).push(i);
    });
    while (small.length > 0 && large.length > 0) {
      const [needy, giver] = [small.pop()!, large.pop()!];
      this.own[needy] = left[needy];
      this.alias[needy] = giver;
      left[giver] -= 1 - left[needy];
      (left[giver] < 1 ? small : large).push(giver);
    }
    // What is left in either list differs from 1 by rounding only.
  }
}

/** One of several laws. Hot path. */
export class Mixture implements Sampler {
  private readonly choice: Choice;
  private readonly laws: Sampler[];

  constructor(choice: Choice, laws: Sampler[]) {
    this.choice = choice;
    this.laws = laws;
  }

  next(): number {
    return this.laws[this.choice.next()].next();
  }
}

/** One of several exponential laws. Hot path. */
export class Hyperexponential implements Sampler {
  private readonly stream: Stream;
  private readonly choice: Choice;
  private readonly means: Float64Array;

  constructor(stream: Stream, branches: { probability: number; mean: number }[]) {
    this.stream = stream;
    this.choice = new Choice(
      stream,
      branches.map((branch) => branch.probability),
    );
    this.means = Float64Array.from(branches, (branch) => branch.mean);
  }

  next(): number {
    return this.means[this.choice.next()] * this.stream.exponential();
  }
}
