import type { Actor, Kernel } from "../engine/kernel.ts";
import type { Copies } from "./copies.ts";
import { Onward, type OnwardParts, type Worker } from "./onward.ts";
import { PrefetchLines } from "./prefetch-lines.ts";
import { type Inlet, type Sender, TAKEN, type Verdict } from "./protocol.ts";
import type { ServiceTimes } from "./service-times.ts";
import type { Subscription } from "./subscription.ts";

export interface PoolParts {
  replicas: number;
  concurrency: number;
  service: ServiceTimes;
  /** Whether copies arrive with their service time in `demand`. */
  demandKnown: boolean;
  subscriptions: Subscription[];
  /** Copies that one replica may be sent at most, finished or not. */
  window: number;
  onward: OnwardParts;
}

/**
 * Consumers alike, each with its own servers and, where it is sent more than it can serve at once, a private line of
 * prefetched copies, first in first out. The seat of a copy says which subscription and replica it came by. Hot path.
 */
export class Pool implements Inlet, Actor, Worker {
  private readonly kernel: Kernel;
  private readonly copies: Copies;
  private readonly port: number;
  private readonly replicas: number;
  private readonly service: ServiceTimes;
  private readonly demandKnown: boolean;
  private readonly subscriptions: Subscription[];
  private readonly first: Subscription;
  private readonly onward: Onward;
  private readonly lines: PrefetchLines | null; // null where every copy finds a server

  constructor(kernel: Kernel, copies: Copies, parts: PoolParts) {
    this.kernel = kernel;
    this.copies = copies;
    this.port = kernel.register(this);
    this.replicas = parts.replicas;
    this.service = parts.service;
    this.demandKnown = parts.demandKnown;
    this.subscriptions = parts.subscriptions;
    this.first = parts.subscriptions[0];
    this.onward = new Onward(copies, parts.onward, this);
    this.lines = parts.window > parts.concurrency ? new PrefetchLines(copies, parts) : null;
  }

  /** Copies served that wait to go on. */
  get held(): number {
    return this.onward.held;
  }

  offer(copy: number, _from: Sender, seat: number): Verdict {
    this.copies.holder[copy] = seat;
    if (this.lines === null || this.lines.begins(copy, this.replicaOf(seat))) this.start(copy);
    return TAKEN;
  }

  /** The service of `copy` is over. */
  fire(_what: number, copy: number): void {
    if (this.onward.send(copy)) this.release(copy);
  }

  release(copy: number): void {
    const seat = this.copies.holder[copy];
    const replica = this.replicaOf(seat);
    const subscription = this.subscriptionOf(seat);
    subscription.serving(copy, -1);
    if (this.lines !== null) {
      const next = this.lines.ended(replica);
      if (next >= 0) this.start(next);
    }
    subscription.settle(copy, replica);
  }

  private start(copy: number): void {
    this.subscriptionOf(this.copies.holder[copy]).started(copy);
    const time = this.demandKnown ? this.copies.demand[copy] : this.service.draw(this.copies.cls[copy]);
    this.kernel.schedule(this.kernel.now + time, this.port, copy);
  }

  private replicaOf(seat: number): number {
    return seat < this.replicas ? seat : seat % this.replicas;
  }

  private subscriptionOf(seat: number): Subscription {
    return seat < this.replicas ? this.first : this.subscriptions[Math.floor(seat / this.replicas)];
  }
}
