import type { Rows } from "./rows.ts";
import type { Stage } from "./stage.ts";

/**
 * Stages of which each sends messages only to later ones. So one after the other is run through a stretch of time,
 * instead of putting what happens everywhere in one order. What a stage sends during a stretch waits for the next
 * stage's turn; stretches are short enough for that to be little, however long the run.
 */
export class Chain {
  private readonly copies: Rows;
  private readonly stages: Stage[];
  private now = 0; // s
  private stretch = 0; // s; 0 before the first

  /** @param stages so that messages only go to later ones */
  constructor(copies: Rows, stages: Stage[]) {
    this.copies = copies;
    this.stages = stages;
  }

  get pending(): boolean {
    return this.stages.some((stage) => stage.pending);
  }

  /** Arrivals from outside and ends of services so far. */
  get fired(): number {
    return this.stages.reduce((sum, stage) => sum + stage.fired, 0);
  }

  /** Does all that happens before `horizon` [s]. */
  run(horizon: number): void {
    while (this.now < horizon) {
      if (this.stretch === 0) this.stretch = (horizon - this.now) / FIRST_PART;
      const { begun } = this.copies;
      this.runTo(Math.min(horizon, this.now + this.stretch));
      this.adapt(this.copies.begun - begun);
    }
  }

  private adapt(copies: number): void {
    if (copies < FEW) this.stretch *= 2;
    else if (copies > MANY && this.now + this.stretch / 2 > this.now) this.stretch /= 2;
  }

  private runTo(horizon: number): void {
    for (const stage of this.stages) stage.run(horizon);
    this.now = horizon;
  }
}

const FIRST_PART = 64;
/** Copies begun in a stretch. */
const FEW = 1000;
const MANY = 4000;
