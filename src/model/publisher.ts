import type { Kernel } from "../engine/kernel.ts";
import type { Sampler } from "../random/sampler.ts";
import type { Stream } from "../random/stream.ts";
import type { Copies } from "./copies.ts";
import { type Dispatcher, Outbox, type OutboxMeters } from "./outbox.ts";
import type { Route } from "./route.ts";

export interface PublisherParts {
  /** Cumulative shares of the classes, and the classes they belong to. */
  mix: { upTo: Float64Array; classes: number[]; stream: Stream };
  /** Messages at each arrival; null = always one. */
  batch: Sampler | null;
  route: Route;
  /** Slots that count publications. */
  published: { all: number; of: number[] | null };
  outbox: OutboxMeters;
}

/** Begins messages and sends them off: what open and closed producers have in common. Hot path. */
export class Publisher {
  private readonly kernel: Kernel;
  private readonly copies: Copies;
  private readonly parts: PublisherParts;
  private readonly outbox: Outbox;
  private readonly sums: Float64Array;
  private readonly published: number; // slot

  constructor(kernel: Kernel, copies: Copies, parts: PublisherParts, owner: Dispatcher) {
    this.kernel = kernel;
    this.copies = copies;
    this.parts = parts;
    this.outbox = new Outbox(copies, owner, parts.outbox);
    this.sums = parts.outbox.sums;
    this.published = parts.published.all;
  }

  /** Copies that wait to be taken. */
  get held(): number {
    return this.outbox.held;
  }

  /** How many messages the next arrival brings. */
  batchSize(): number {
    const { batch } = this.parts;
    return batch === null ? 1 : batch.next();
  }

  /** Publishes one message for `client` (−1 for none). False when it must wait: then `owner.sent(slot)` follows. */
  publish(client: number, slot: number): boolean {
    const cls = this.nextClass();
    this.sums[this.published]++;
    if (this.parts.published.of !== null) this.sums[this.parts.published.of[cls]]++;
    const copy = this.copies.begin(this.kernel.now, cls, client);
    return this.outbox.send(copy, this.parts.route.choose(), slot);
  }

  private nextClass(): number {
    const { upTo, classes, stream } = this.parts.mix;
    if (classes.length === 1) return classes[0];
    const u = stream.uniform();
    let i = 0;
    while (i < classes.length - 1 && u >= upTo[i]) i++;
    return classes[i];
  }
}
