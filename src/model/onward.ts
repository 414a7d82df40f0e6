import type { Copies } from "./copies.ts";
import type { Meters, Slots } from "./meters.ts";
import { type Dispatcher, Outbox, type OutboxMeters } from "./outbox.ts";
import type { Inlet } from "./protocol.ts";
import type { Route } from "./route.ts";

export interface OnwardParts {
  meters: Meters;
  route: Route<Inlet[]>;
  latency: Slots;
  /** Of those that leave the system here, where only some do. */
  finished: Slots | null;
  /** Counts hops; null where every copy leaves the system. */
  hops: Slots | null;
  outbox: OutboxMeters | null;
}

/** Whoever works on copies until they have gone on. */
export interface Worker {
  /** A copy that had to wait has gone on. */
  release(copy: number): void;
}

/** What becomes of copies whose service is over: they leave the system, or go on to other queues. Hot path. */
export class Onward implements Dispatcher {
  private readonly copies: Copies;
  private readonly meters: Meters;
  private readonly route: Route<Inlet[]>;
  private readonly outbox: Outbox | null;
  private readonly worker: Worker;
  private readonly latency: number;
  private readonly latencyOf: Int32Array | null;
  private readonly finished: Slots | null;
  private readonly hops: Slots | null;

  constructor(copies: Copies, parts: OnwardParts, worker: Worker) {
    this.copies = copies;
    this.meters = parts.meters;
    this.route = parts.route;
    this.outbox = parts.outbox === null ? null : new Outbox(copies, this, parts.outbox);
    this.worker = worker;
    this.latency = parts.latency.all;
    this.latencyOf = parts.latency.of;
    this.finished = parts.finished;
    this.hops = parts.hops;
  }

  /** Copies that wait to go on. */
  get held(): number {
    return this.outbox === null ? 0 : this.outbox.held;
  }

  /** Sends on what follows from `copy`. False when it must wait: then `worker.release(copy)` is called later. */
  send(copy: number): boolean {
    if (this.outbox !== null) {
      const targets = this.route.choose();
      if (targets.length === 0) this.finish(copy);
      else if (!this.outbox.send(this.hop(copy), targets, copy)) return false;
    }
    this.record(copy);
    return true;
  }

  sent(copy: number): void {
    this.record(copy);
    this.worker.release(copy);
  }

  private hop(copy: number): number {
    this.meters.countOf(this.hops!, this.copies.cls[copy]);
    return this.copies.twin(copy);
  }

  private finish(copy: number): void {
    if (this.finished !== null) this.meters.elapsedOf(this.finished, this.copies.cls[copy], this.copies.born, copy);
  }

  private record(copy: number): void {
    const { meters, copies } = this;
    meters.elapsed(this.latency, copies.born, copy);
    if (this.latencyOf !== null) meters.elapsed(this.latencyOf[copies.cls[copy]], copies.born, copy);
  }
}
