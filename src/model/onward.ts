import type { Kernel } from "../engine/kernel.ts";
import type { Copies } from "./copies.ts";
import type { Tally } from "./meters.ts";
import { type Dispatcher, Outbox, type OutboxMeters } from "./outbox.ts";
import type { Route } from "./route.ts";

/** A tally over all classes and, with several classes, one for each. */
export interface Tallies {
  all: Tally;
  of: Tally[] | null;
}

export interface OnwardParts {
  route: Route;
  latency: Tallies;
  /** Of those that leave the system here, where only some do. */
  finished: Tallies | null;
  /** Slots that count hops; null where every copy leaves the system. */
  hops: { all: number; of: number[] | null } | null;
  outbox: OutboxMeters | null;
}

/** What becomes of copies whose service is over: they leave the system, or go on to other queues. Hot path. */
export class Onward implements Dispatcher {
  private readonly kernel: Kernel;
  private readonly copies: Copies;
  private readonly parts: OnwardParts;
  private readonly outbox: Outbox | null;
  private readonly release: (copy: number) => void;
  private readonly latency: Tally;

  /** @param release called with a copy that had to wait, once it has gone on */
  constructor(kernel: Kernel, copies: Copies, parts: OnwardParts, release: (copy: number) => void) {
    this.kernel = kernel;
    this.copies = copies;
    this.parts = parts;
    this.outbox = parts.outbox === null ? null : new Outbox(copies, this, parts.outbox);
    this.release = release;
    this.latency = parts.latency.all;
  }

  /** Copies that wait to go on. */
  get held(): number {
    return this.outbox === null ? 0 : this.outbox.held;
  }

  /** Sends on what follows from `copy`. False when it must wait: then `release(copy)` is called later. */
  send(copy: number): boolean {
    if (this.outbox === null) {
      this.record(copy);
      return true;
    }
    const targets = this.parts.route.choose();
    if (targets.length > 0) {
      if (!this.outbox.send(this.hop(copy), targets, copy)) return false;
    } else if (this.parts.finished !== null) record(this.parts.finished, this.age(copy), this.copies.cls[copy]);
    this.record(copy);
    return true;
  }

  sent(copy: number): void {
    this.record(copy);
    this.release(copy);
  }

  private hop(copy: number): number {
    const { hops } = this.parts;
    const { sums } = this.parts.outbox!;
    sums[hops!.all]++;
    if (hops!.of !== null) sums[hops!.of[this.copies.cls[copy]]]++;
    return this.copies.twin(copy);
  }

  private record(copy: number): void {
    const age = this.age(copy);
    this.latency.add(age);
    const { of } = this.parts.latency;
    if (of !== null) of[this.copies.cls[copy]].add(age);
  }

  private age(copy: number): number {
    return this.kernel.now - this.copies.born[copy];
  }
}

function record(tallies: Tallies, x: number, cls: number): void {
  tallies.all.add(x);
  if (tallies.of !== null) tallies.of[cls].add(x);
}
