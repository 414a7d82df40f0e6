import type { Actor, Kernel } from "../engine/kernel.ts";
import type { Copies } from "./copies.ts";
import type { Meters } from "./meters.ts";
import { Onward, type Worker } from "./onward.ts";
import { ShortestFirst } from "./order/shortest-first.ts";
import type { PoolParts } from "./pool.ts";
import { type Inlet, type Sender, TAKEN, type Verdict } from "./protocol.ts";
import type { ServiceTimes } from "./service-times.ts";
import type { Subscription } from "./subscription.ts";

/**
 * Processor sharing: all servers are shared equally by all copies present, at most one server each, so each is served
 * at the rate min(1, servers / present).
 *
 * Kept in virtual time, which passes at that rate: a copy leaves when its demand of virtual time has passed, so
 * finish times in virtual time never change and only the earliest is an event. Hot path.
 */
export class SharedPool implements Inlet, Actor, Worker {
  private readonly kernel: Kernel;
  private readonly copies: Copies;
  private readonly port: number;
  private readonly servers: number;
  private readonly service: ServiceTimes;
  private readonly demandKnown: boolean;
  private readonly subscription: Subscription;
  private readonly meters: Meters;
  private readonly busy: number; // slot
  private readonly onward: Onward;
  /** By virtual finish time, which replaces the demand. */
  private readonly present: ShortestFirst;
  private virtual = 0; // s of virtual time
  private since = 0; // s, when `virtual` was brought up to date
  private due = Number.NaN; // s, when the next copy leaves; events for other times are stale

  constructor(kernel: Kernel, copies: Copies, parts: PoolParts, busy: number) {
    this.kernel = kernel;
    this.copies = copies;
    this.port = kernel.register(this);
    this.servers = parts.replicas * parts.concurrency;
    this.service = parts.service;
    this.demandKnown = parts.demandKnown;
    this.subscription = parts.subscriptions[0];
    this.meters = parts.onward.meters;
    this.busy = busy;
    this.present = new ShortestFirst(copies);
    this.onward = new Onward(copies, parts.onward, this);
  }

  /** Copies served that wait to go on. */
  get held(): number {
    return this.onward.held;
  }

  offer(copy: number, _from: Sender, _seat: number): Verdict {
    const { copies } = this;
    const { now } = this.kernel;
    this.advance(now);
    const demand = this.demandKnown ? copies.demand[copy] : this.service.draw(copies.cls[copy]);
    copies.demand[copy] = this.virtual + demand;
    this.present.add(copy);
    this.subscription.started(copy);
    this.resume(now);
    return TAKEN;
  }

  /** The copy that is due has been served. */
  fire(): void {
    const { now } = this.kernel;
    if (now !== this.due) return;
    const copy = this.present.take();
    this.virtual = this.copies.demand[copy];
    this.since = now;
    this.subscription.serving(copy, -1);
    this.resume(now);
    if (this.onward.send(copy)) this.release(copy);
  }

  release(copy: number): void {
    this.subscription.settle(copy, 0);
  }

  /** Brings virtual time up to `now`; when nobody is present it starts over, which keeps it exact. */
  private advance(now: number): void {
    if (this.present.length === 0) this.virtual = 0;
    else this.virtual += (now - this.since) * this.rate();
    this.since = now;
  }

  /** Schedules the next departure, which the number present has just changed. */
  private resume(now: number): void {
    const { present, meters, busy } = this;
    meters.jump(busy, Math.min(this.servers, present.length) - meters.levels[busy]);
    if (present.length === 0) {
      this.due = Number.NaN;
      return;
    }
    const left = Math.max(0, this.copies.demand[present.first] - this.virtual);
    this.due = now + left / this.rate();
    this.kernel.schedule(this.due, this.port, 0);
  }

  private rate(): number {
    return Math.min(1, this.servers / this.present.length);
  }
}
