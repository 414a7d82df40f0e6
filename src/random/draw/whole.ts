import { log1p } from "../../special/elementary.ts";
import type { Stream } from "../stream.ts";
import type { Choice } from "./choice.ts";
import type { Sampler } from "./sampler.ts";

/* Laws of whole numbers, Zipf's aside. */

/** 1 + the whole part of an exponential number. Hot path. */
export class Geometric implements Sampler {
  private readonly stream: Stream;
  private readonly scale: number;

  constructor(stream: Stream, mean: number) {
    this.stream = stream;
    this.scale = -1 / log1p(-1 / mean);
  }

  next(): number {
    return 1 + Math.floor(this.scale * this.stream.exponential());
  }
}

/** Hot path. */
export class UniformInteger implements Sampler {
  private readonly stream: Stream;
  private readonly min: number;
  private readonly count: number;

  constructor(stream: Stream, min: number, max: number) {
    this.stream = stream;
    this.min = min;
    this.count = max - min + 1;
  }

  next(): number {
    return this.min + this.stream.below(this.count);
  }
}

/** Hot path. */
export class Weighted implements Sampler {
  private readonly choice: Choice;
  private readonly values: number[];

  constructor(choice: Choice, values: number[]) {
    this.choice = choice;
    this.values = values;
  }

  next(): number {
    return this.values[this.choice.next()];
  }
}
