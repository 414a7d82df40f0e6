import type { Decks } from "../../random/deck.ts";
import type { Clock, Meters } from "../meters.ts";
import { NOWHERE } from "../station-slots.ts";
import type { Rows } from "./rows.ts";

/** Messages on their way to a stage, in the order in which they arrive. Hot path. */
export interface Inflow {
  /** When the next one arrives [s]; infinite when none is known to come. */
  time: number;
  /** Lets it arrive, now. */
  take(): number;
}

/** No messages at all. */
export const NOTHING: Inflow = { time: Number.POSITIVE_INFINITY, take: () => -1 };

/** Messages that a producer publishes. */
export class FromProducer implements Inflow {
  time: number;
  private readonly copies: Rows;
  private readonly meters: Meters;
  private readonly published: number; // slot
  private readonly arrivals: Decks;
  private readonly deck: number;

  constructor(copies: Rows, meters: Meters, parts: { arrivals: Decks; deck: number; published: number }) {
    this.copies = copies;
    this.meters = meters;
    this.published = parts.published;
    this.arrivals = parts.arrivals;
    this.deck = parts.deck;
    this.time = this.arrivals.next(this.deck);
  }

  take(): number {
    if (this.published !== NOWHERE) this.meters.count(this.published);
    const next = this.arrivals.next(this.deck);
    if (!(next >= this.time)) throw new RangeError(`cannot arrive at ${next}, after ${this.time}`);
    this.time = next;
    return this.copies.begin();
  }
}

/** Messages that another stage sends on. */
export class FromStage implements Inflow {
  time = Number.POSITIVE_INFINITY;
  private readonly clock: Clock;
  private readonly copies: Rows;
  private first = 0; // of a list of copies, meaningless when it is empty
  private last = 0;

  constructor(clock: Clock, copies: Rows) {
    this.clock = clock;
    this.copies = copies;
  }

  /** Adds a copy that was sent now. */
  add(copy: number): void {
    const { copies } = this;
    const { now } = this.clock;
    copies.entered[copy] = now;
    if (this.time === Number.POSITIVE_INFINITY) {
      this.first = copy;
      this.time = now;
    } else copies.next[this.last] = copy;
    this.last = copy;
  }

  take(): number {
    const { first, copies } = this;
    if (first === this.last) this.time = Number.POSITIVE_INFINITY;
    else {
      this.first = copies.next[first];
      this.time = copies.entered[this.first];
    }
    return first;
  }
}
