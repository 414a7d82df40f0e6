import type { Copies } from "./copies.ts";
import type { Clock, Level, Tally } from "./meters.ts";
import type { Presence, Recorder } from "./recorder.ts";

/** What is observed at one queue, for one class or for all together. Hot path. */
export class QueueMeter implements Presence {
  readonly present: Level;
  private readonly waiting: Tally;
  private readonly sojourn: Tally;
  private readonly sums: Float64Array;
  private readonly arrivals: number; // slot
  private readonly refusals: number; // slot; −1 for a queue without a limit
  private readonly drops: number; // slot
  private readonly droppedTime: number; // slot
  private readonly clock: Clock;
  private readonly copies: Copies;
  private entries = 0; // Σ over the copies present of their time of arrival [s]

  constructor(recorder: Recorder, copies: Copies, options: { queue: string; class: number | null; limited: boolean }) {
    const { queue, class: cls, limited } = options;
    this.clock = recorder.clock;
    this.copies = copies;
    this.sums = recorder.sums;
    this.present = recorder.level(queue, "numberInSystem", cls);
    this.waiting = recorder.tally(queue, "waitingTime", cls);
    this.sojourn = recorder.tally(queue, "sojournTime", cls);
    this.arrivals = recorder.count(queue, "arrivals", cls);
    this.refusals = limited ? recorder.count(queue, "refused", cls) : -1;
    this.drops = limited ? recorder.count(queue, "dropped", cls) : -1;
    this.droppedTime = limited ? recorder.count(queue, "droppedTime", cls) : -1;
  }

  /** A copy was offered for the first time. */
  offered(): void {
    this.sums[this.arrivals]++;
  }

  refused(): void {
    this.sums[this.refusals]++;
  }

  entered(): void {
    this.present.add(1);
    this.entries += this.clock.now;
  }

  started(copy: number): void {
    this.waiting.add(this.clock.now - this.copies.entered[copy]);
  }

  served(copy: number): void {
    const entered = this.copies.entered[copy];
    this.present.add(-1);
    this.entries -= entered;
    this.sojourn.add(this.clock.now - entered);
  }

  dropped(copy: number): void {
    const entered = this.copies.entered[copy];
    this.present.add(-1);
    this.entries -= entered;
    this.sums[this.drops]++;
    this.sums[this.droppedTime] += this.clock.now - entered;
  }

  ages(now: number): number {
    return this.present.level * now - this.entries;
  }
}
