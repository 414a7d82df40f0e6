import type { Actor, Kernel } from "../engine/kernel.ts";
import type { Copies } from "./copies.ts";
import { Onward, type OnwardParts } from "./onward.ts";
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
  onward: OnwardParts;
}

/**
 * Consumers alike, each with its own servers and, where it is sent more than it can serve at once, a private line of
 * prefetched copies, first in first out. The seat of a copy says which subscription and replica it came by. Hot path.
 */
export class Pool implements Inlet, Actor {
  private readonly kernel: Kernel;
  private readonly copies: Copies;
  private readonly port: number;
  private readonly replicas: number;
  private readonly concurrency: number;
  private readonly service: ServiceTimes;
  private readonly demandKnown: boolean;
  private readonly subscriptions: Subscription[];
  private readonly first: Subscription;
  private readonly onward: Onward;
  private readonly busy: Int32Array; // servers, by replica
  private readonly lined: Int32Array; // copies prefetched and not started, by replica
  private readonly head: Int32Array; // of the line
  private readonly tail: Int32Array;

  constructor(kernel: Kernel, copies: Copies, parts: PoolParts) {
    this.kernel = kernel;
    this.copies = copies;
    this.port = kernel.register(this);
    this.replicas = parts.replicas;
    this.concurrency = parts.concurrency;
    this.service = parts.service;
    this.demandKnown = parts.demandKnown;
    this.subscriptions = parts.subscriptions;
    this.first = parts.subscriptions[0];
    this.onward = new Onward(kernel, copies, parts.onward, (copy) => this.release(copy));
    this.busy = new Int32Array(parts.replicas);
    this.lined = new Int32Array(parts.replicas);
    this.head = new Int32Array(parts.replicas);
    this.tail = new Int32Array(parts.replicas);
  }

  /** Copies served that wait to go on. */
  get held(): number {
    return this.onward.held;
  }

  offer(copy: number, _from: Sender, seat: number): Verdict {
    this.copies.holder[copy] = seat;
    const replica = this.replicaOf(seat);
    if (this.busy[replica] < this.concurrency) {
      this.busy[replica]++;
      this.start(copy);
    } else this.lineUp(copy, replica);
    return TAKEN;
  }

  /** The service of `copy` is over. */
  fire(_what: number, copy: number): void {
    if (this.onward.send(copy)) this.release(copy);
  }

  private release(copy: number): void {
    const seat = this.copies.holder[copy];
    const replica = this.replicaOf(seat);
    const subscription = this.subscriptionOf(seat);
    subscription.serving(copy, -1);
    if (this.lined[replica] > 0) this.start(this.nextInLine(replica));
    else this.busy[replica]--;
    subscription.settle(copy, replica);
  }

  private start(copy: number): void {
    this.subscriptionOf(this.copies.holder[copy]).started(copy);
    const time = this.demandKnown ? this.copies.demand[copy] : this.service.draw(this.copies.cls[copy]);
    this.kernel.schedule(this.kernel.now + time, this.port, copy);
  }

  private lineUp(copy: number, replica: number): void {
    if (this.lined[replica]++ === 0) this.head[replica] = copy;
    else this.copies.next[this.tail[replica]] = copy;
    this.tail[replica] = copy;
  }

  private nextInLine(replica: number): number {
    const copy = this.head[replica];
    this.head[replica] = this.copies.next[copy];
    this.lined[replica]--;
    return copy;
  }

  private replicaOf(seat: number): number {
    return seat < this.replicas ? seat : seat % this.replicas;
  }

  private subscriptionOf(seat: number): Subscription {
    return seat < this.replicas ? this.first : this.subscriptions[Math.floor(seat / this.replicas)];
  }
}
