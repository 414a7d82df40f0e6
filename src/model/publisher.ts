import type { Deck } from "../random/deck.ts";
import type { Stream } from "../random/stream.ts";
import type { Copies } from "./copies.ts";
import type { Meters, Slots } from "./meters.ts";
import { type Dispatcher, Outbox, type OutboxMeters } from "./outbox.ts";
import type { Inlet } from "./protocol.ts";
import type { Route } from "./route.ts";

export interface PublisherParts {
  /** Cumulative shares of the classes, and the classes they belong to. */
  mix: Mix;
  /** Messages at each arrival; null = always one. */
  batch: Deck | null;
  route: Route<Inlet[]>;
  published: Slots;
  outbox: OutboxMeters;
}

interface Mix {
  upTo: Float64Array;
  classes: number[];
  stream: Stream;
}

/** Begins messages and sends them off: what open and closed producers have in common. Hot path. */
export class Publisher {
  private readonly copies: Copies;
  private readonly meters: Meters;
  private readonly sole: number; // class, or −1 when there are several
  private readonly mix: Mix;
  private readonly batch: Deck | null;
  private readonly route: Route<Inlet[]>;
  private readonly outbox: Outbox;
  private readonly published: number;
  private readonly publishedOf: Int32Array | null;

  constructor(copies: Copies, parts: PublisherParts, owner: Dispatcher) {
    this.copies = copies;
    this.meters = parts.outbox.meters;
    this.sole = parts.mix.classes.length === 1 ? parts.mix.classes[0] : -1;
    this.mix = parts.mix;
    this.batch = parts.batch;
    this.route = parts.route;
    this.outbox = new Outbox(copies, owner, parts.outbox);
    this.published = parts.published.all;
    this.publishedOf = parts.published.of;
  }

  /** Copies that wait to be taken. */
  get held(): number {
    return this.outbox.held;
  }

  /** How many messages the next arrival brings. */
  batchSize(): number {
    return this.batch === null ? 1 : this.batch.next();
  }

  /** Publishes one message for `client` (−1 for none). False when it must wait: then `owner.sent(slot)` follows. */
  publish(client: number, slot: number): boolean {
    const cls = this.sole >= 0 ? this.sole : this.nextClass();
    this.meters.count(this.published);
    if (this.publishedOf !== null) this.meters.count(this.publishedOf[cls]);
    return this.outbox.send(this.copies.begin(cls, client), this.route.choose(), slot);
  }

  private nextClass(): number {
    const { upTo, classes, stream } = this.mix;
    const u = stream.uniform();
    let i = 0;
    while (i < classes.length - 1 && u >= upTo[i]) i++;
    return classes[i];
  }
}
