import type { Actor, Kernel } from "../engine/kernel.ts";
import type { Queue as QueueSpec } from "../spec.ts";
import type { Copies } from "./copies.ts";
import { Line } from "./line.ts";
import type { ReadyList } from "./order/ready-list.ts";
import { type Custodian, FULL, type Inlet, REFUSED, type Sender, TAKEN, type Verdict } from "./protocol.ts";
import type { QueueMeter } from "./queue-meter.ts";
import type { Place } from "./recorder.ts";
import type { ServiceTimes } from "./service-times.ts";
import { type Holder, type Turns, turnsOf } from "./turns.ts";

/** What a queue is made of. */
export interface QueueParts {
  spec: QueueSpec;
  ready: ReadyList;
  /** All classes together. */
  meter: QueueMeter;
  /** One for each class; null when there is only one class. */
  classMeters: QueueMeter[] | null;
  /** Draws service times as copies arrive, where the order or the recording needs them then. */
  demands: ServiceTimes | null;
}

/**
 * Keeps copies until a consumer has settled them, and hands them out as windows allow. With a window as wide as the
 * consumer has servers it is the textbook queue G/G/c; with a wider one, a broker that pushes ahead (prefetch).
 * Hot path.
 */
export class Queue implements Inlet, Custodian, Actor, Place {
  private readonly kernel: Kernel;
  private readonly copies: Copies;
  private readonly port: number;
  private readonly ready: ReadyList;
  private readonly meter: QueueMeter;
  private readonly classMeters: QueueMeter[] | null;
  private readonly demands: ServiceTimes | null;

  private readonly limit: number;
  private readonly limitsSystem: boolean;
  private readonly overflow: QueueSpec["limit"]["overflow"];
  private readonly line: Line | null; // null unless senders can be made to wait
  private invited = 0; // of those in line, how many have been promised a place
  private admitting = false;

  private turns: Turns = turnsOf([]);
  private readonly holders: Holder[] = [];
  private readonly pools: Inlet[] = []; // by holder
  private readonly seats: number[] = []; // by holder: its number at the pool

  constructor(kernel: Kernel, copies: Copies, parts: QueueParts) {
    this.kernel = kernel;
    this.copies = copies;
    this.port = kernel.register(this);
    this.ready = parts.ready;
    this.meter = parts.meter;
    this.classMeters = parts.classMeters;
    this.demands = parts.demands;
    this.limit = parts.spec.limit.amount;
    this.limitsSystem = parts.spec.limit.counts === "system";
    this.overflow = parts.spec.limit.overflow;
    this.line = this.limit < Number.POSITIVE_INFINITY && this.overflow === "wait" ? new Line() : null;
  }

  /** Adds a holder and returns its number. `seat` is what the pool calls it. */
  subscribe(pool: Inlet, seat: number, holder: Holder): number {
    this.pools.push(pool);
    this.seats.push(seat);
    return this.holders.push(holder) - 1;
  }

  /** To be called once, after the last subscription. */
  open(): void {
    this.turns = turnsOf(this.holders);
  }

  /** Copies present. */
  get present(): number {
    return this.meter.present;
  }

  /** Σ over the copies present of the time since their arrival [s]. */
  ages(now: number): number {
    return this.meter.ages(now);
  }

  /** Senders that wait outside. */
  get waitingOutside(): number {
    return this.line === null ? 0 : this.line.length;
  }

  offer(copy: number, from: Sender, slot: number): Verdict {
    if (this.limit !== Number.POSITIVE_INFINITY) {
      const verdict = this.admit(copy, from, slot);
      if (verdict !== TAKEN) return verdict;
    } else this.count(copy);
    this.accept(copy);
    return TAKEN;
  }

  settle(copy: number, holder: number): void {
    this.turns.free(holder);
    this.meter.served(copy);
    if (this.classMeters !== null) this.classMeters[this.copies.cls[copy]].served(copy);
    this.copies.end(copy);
    if (this.ready.length > 0) this.dispatch();
    if (this.line !== null) this.inviteNext(this.line);
  }

  /** A sender in line is let in. */
  fire(): void {
    this.invited--;
    this.admitting = true;
    this.line!.invite();
    this.admitting = false;
    this.inviteNext(this.line!);
  }

  private accept(copy: number): void {
    this.copies.entered[copy] = this.kernel.now;
    this.meter.entered();
    if (this.classMeters !== null) this.classMeters[this.copies.cls[copy]].entered();
    if (this.demands !== null) this.copies.demand[copy] = this.demands.draw(this.copies.cls[copy]);
    if (this.ready.length === 0) {
      const holder = this.turns.take();
      if (holder >= 0) {
        this.hand(copy, holder);
        return;
      }
    }
    this.ready.add(copy);
  }

  private dispatch(): void {
    while (this.ready.length > 0) {
      const holder = this.turns.take();
      if (holder < 0) return;
      this.hand(this.ready.take(), holder);
    }
  }

  private hand(copy: number, holder: number): void {
    this.pools[holder].offer(copy, NOBODY, this.seats[holder]);
  }

  private admit(copy: number, from: Sender, slot: number): Verdict {
    if (!this.admitting) this.count(copy);
    if (this.overflow === "wait") return this.admitOrLineUp(from, slot);
    if (!this.isFull()) return TAKEN;
    if (this.overflow === "drop-oldest" && this.ready.length > 0) {
      this.drop(this.ready.takeOldest());
      return TAKEN;
    }
    this.meter.refused();
    if (this.classMeters !== null) this.classMeters[this.copies.cls[copy]].refused();
    return REFUSED;
  }

  private admitOrLineUp(from: Sender, slot: number): Verdict {
    const line = this.line!;
    if (this.admitting || (line.length === 0 && !this.isFull())) {
      this.admitting = false; // the place that was promised is for one copy
      return TAKEN;
    }
    line.add(from, slot);
    return FULL;
  }

  private isFull(): boolean {
    return this.places() <= 0;
  }

  /** Places left. With `max-length`, what a consumer has room for need not wait. */
  private places(): number {
    if (this.limitsSystem) return this.limit - this.meter.present;
    const free = this.limit - this.ready.length;
    return free > 0 || !this.turns.some ? free : 1;
  }

  private inviteNext(line: Line): void {
    while (this.invited < line.length && this.invited < this.places()) {
      this.invited++;
      this.kernel.schedule(this.kernel.now, this.port, 0);
    }
  }

  private count(copy: number): void {
    this.meter.offered();
    if (this.classMeters !== null) this.classMeters[this.copies.cls[copy]].offered();
  }

  private drop(copy: number): void {
    this.meter.dropped(copy);
    if (this.classMeters !== null) this.classMeters[this.copies.cls[copy]].dropped(copy);
    this.copies.end(copy);
  }
}

/** Consumers always take what is handed to them, so nobody is ever told of room. */
const NOBODY: Sender = { room() {} };
