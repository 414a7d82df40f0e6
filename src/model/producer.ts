import type { Actor, Kernel } from "../engine/kernel.ts";
import type { Deck } from "../random/deck.ts";
import type { Copies } from "./copies.ts";
import type { Dispatcher } from "./outbox.ts";
import { Publisher, type PublisherParts } from "./publisher.ts";

/**
 * Publishes at the times of an arrival process, whatever happens downstream; unless a full queue makes it wait. While
 * it waits its clock stands still: what would have been published then is published later. Hot path.
 */
export class Producer implements Actor, Dispatcher {
  private readonly kernel: Kernel;
  private readonly port: number;
  private readonly arrivals: Deck;
  private readonly publisher: Publisher;
  private left = 0; // messages of the present batch not yet published
  private blockedAt = 0; // s
  private delay = 0; // s, time spent blocked so far

  constructor(kernel: Kernel, copies: Copies, arrivals: Deck, parts: PublisherParts) {
    this.kernel = kernel;
    this.port = kernel.register(this);
    this.arrivals = arrivals;
    this.publisher = new Publisher(copies, parts, this);
    this.scheduleNext();
  }

  /** Copies that wait to be taken. */
  get held(): number {
    return this.publisher.held;
  }

  fire(): void {
    this.left = this.publisher.batchSize();
    this.publishRest();
  }

  sent(): void {
    this.delay += this.kernel.now - this.blockedAt;
    this.publishRest();
  }

  private publishRest(): void {
    while (this.left > 0) {
      this.left--;
      if (!this.publisher.publish(NOBODY, 0)) {
        this.blockedAt = this.kernel.now;
        return;
      }
    }
    this.scheduleNext();
  }

  private scheduleNext(): void {
    const time = this.arrivals.next() + this.delay;
    if (time < Number.POSITIVE_INFINITY) this.kernel.schedule(time, this.port, 0);
  }
}

const NOBODY = -1;
