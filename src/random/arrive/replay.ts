import type { ArrivalProcess } from "./arrival-process.ts";

/** Recorded times, each once. Hot path. */
export class Once implements ArrivalProcess {
  private readonly at: number[];
  private count = 0;

  constructor(at: number[]) {
    this.at = at;
  }

  next(): number {
    return this.count < this.at.length ? this.at[this.count++] : Number.POSITIVE_INFINITY;
  }
}

/** Recorded times, over and over. Hot path. */
export class Looping implements ArrivalProcess {
  private readonly at: number[];
  private readonly period: number; // s
  private count = 0;
  private rounds = 0;

  constructor(at: number[], period: number) {
    this.at = at;
    this.period = period;
  }

  next(): number {
    if (this.count === this.at.length) {
      this.count = 0;
      this.rounds++;
    }
    return this.rounds * this.period + this.at[this.count++];
  }
}
