import type { Copies } from "./copies.ts";
import type { Meters, Slots } from "./meters.ts";
import type { Custodian } from "./protocol.ts";
import type { QueueMeter } from "./queue-meter.ts";

export interface SubscriptionParts {
  queue: Custodian;
  meter: QueueMeter;
  classMeters: QueueMeter[] | null;
  meters: Meters;
  /** Slots of the copies in service. */
  inService: Slots;
}

/** What a consumer pool tells the queue it takes copies from, and what is recorded between them. Hot path. */
export class Subscription {
  /** The queue's number for replica 0 of the pool; the others follow. */
  firstHolder = 0;
  private readonly copies: Copies;
  private readonly queue: Custodian;
  private readonly meter: QueueMeter;
  private readonly classMeters: QueueMeter[] | null;
  private readonly meters: Meters;
  private readonly inService: number;
  private readonly classInService: Int32Array | null;

  constructor(copies: Copies, parts: SubscriptionParts) {
    this.copies = copies;
    this.queue = parts.queue;
    this.meter = parts.meter;
    this.classMeters = parts.classMeters;
    this.meters = parts.meters;
    this.inService = parts.inService.all;
    this.classInService = parts.inService.of;
  }

  /** Service of a copy begins for the first time. */
  started(copy: number): void {
    this.meter.started(copy);
    if (this.classMeters !== null) this.classMeters[this.copies.cls[copy]].started(copy);
    this.serving(copy, 1);
  }

  /** One more copy (change = 1) or one fewer (−1) is in service. */
  serving(copy: number, change: number): void {
    this.meters.jump(this.inService, change);
    if (this.classInService !== null) this.meters.jump(this.classInService[this.copies.cls[copy]], change);
  }

  settle(copy: number, replica: number): void {
    this.queue.settle(copy, this.firstHolder + replica);
  }
}
