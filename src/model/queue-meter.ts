import type { Copies } from "./copies.ts";
import type { Clock, Meters } from "./meters.ts";
import type { Recorder } from "./recorder.ts";

/** What is observed at one queue, for one class or for all together. Hot path. */
export class QueueMeter {
  private readonly meters: Meters;
  private readonly copies: Copies;
  private readonly clock: Clock;
  // Slots
  private readonly inSystem: number;
  private readonly waiting: number;
  private readonly sojourn: number;
  private readonly arrivals: number;
  private readonly refusals: number; // −1 for a queue without a limit, like the next two
  private readonly drops: number;
  private readonly droppedTime: number;
  private entries = 0; // Σ over the copies present of their time of arrival [s]

  constructor(recorder: Recorder, copies: Copies, options: { queue: string; class: number | null; limited: boolean }) {
    const { queue, class: cls, limited } = options;
    this.meters = recorder.meters;
    this.copies = copies;
    this.clock = recorder.clock;
    this.inSystem = recorder.slot(queue, "numberInSystem", cls);
    this.waiting = recorder.slot(queue, "waitingTime", cls);
    this.sojourn = recorder.slot(queue, "sojournTime", cls);
    this.arrivals = recorder.slot(queue, "arrivals", cls);
    this.refusals = limited ? recorder.slot(queue, "refused", cls) : -1;
    this.drops = limited ? recorder.slot(queue, "dropped", cls) : -1;
    this.droppedTime = limited ? recorder.slot(queue, "droppedTime", cls) : -1;
  }

  /** Copies present. */
  get present(): number {
    return this.meters.levels[this.inSystem];
  }

  /** A copy was offered for the first time. */
  offered(): void {
    this.meters.count(this.arrivals);
  }

  refused(): void {
    this.meters.count(this.refusals);
  }

  entered(): void {
    this.meters.jump(this.inSystem, 1);
    this.entries += this.clock.now;
  }

  started(copy: number): void {
    this.meters.elapsed(this.waiting, this.copies.entered, copy);
  }

  served(copy: number): void {
    const { meters, copies } = this;
    meters.jump(this.inSystem, -1);
    this.entries -= copies.entered[copy];
    meters.elapsed(this.sojourn, copies.entered, copy);
  }

  dropped(copy: number): void {
    const { meters } = this;
    const entered = this.copies.entered[copy];
    meters.jump(this.inSystem, -1);
    this.entries -= entered;
    meters.count(this.drops);
    meters.sums[this.droppedTime] += this.clock.now - entered;
  }

  /** Σ over the copies present of the time since their arrival [s]. */
  ages(now: number): number {
    return this.present * now - this.entries;
  }
}
