import { EventHeap } from "./event-heap.ts";
import { EventLadder } from "./event-ladder.ts";

/** Anything that acts at scheduled times: a producer, a consumer pool, a timer. */
export interface Actor {
  /** Acts now. `what` (0 … 7) is the kind of event, `arg` the number it was scheduled with, often a copy. */
  fire(what: number, arg: number): void;
}

/** Beyond this many pending events a ladder queue beats a heap (measured; see DESIGN.md). */
const HEAP_LIMIT = 128;

/**
 * The clock and the events still to come. It knows nothing of queues. Events at equal times fire in the order in
 * which they were scheduled. Hot path.
 */
export class Kernel {
  /** Simulated time [s]. */
  now = 0;
  /** Events fired so far. */
  fired = 0;
  private scheduled = 0;
  private readonly heap = new EventHeap();
  private ladder: EventLadder | null = null;
  private readonly actors: Actor[] = [];

  /** Admits an actor and returns its port: add a kind of event (0 … 7) to it and pass it to {@link schedule}. */
  register(actor: Actor): number {
    return (this.actors.push(actor) - 1) << 3;
  }

  /** Events pending. */
  get pending(): number {
    return this.ladder === null ? this.heap.length : this.ladder.length;
  }

  /**
   * Fires the actor behind `port` with `arg` at `time` [s, ≥ now].
   *
   * @throws RangeError when the time is in the past or not finite: one NaN would corrupt the order silently
   */
  schedule(time: number, port: number, arg: number): void {
    if (!(time >= this.now && time < Infinity)) throw new RangeError(`cannot schedule at ${time}, now ${this.now}`);
    const order = this.scheduled++;
    if (this.ladder !== null) this.ladder.add(time, order, port, arg);
    else {
      this.heap.add(time, order, port, arg);
      if (this.heap.length > HEAP_LIMIT) this.changeToLadder();
    }
  }

  /** Advances to `horizon` [s], firing every event before it. */
  run(horizon: number): void {
    this.heap.horizon = horizon;
    this.runHeap();
    if (this.ladder !== null) {
      this.ladder.horizon = horizon;
      this.runLadder(this.ladder);
    }
    this.now = horizon;
  }

  private runHeap(): void {
    const { heap, actors } = this;
    while (heap.take()) {
      this.now = heap.time;
      this.fired++;
      actors[heap.port >> 3].fire(heap.port & 7, heap.arg);
    }
  }

  private runLadder(ladder: EventLadder): void {
    const { actors } = this;
    while (ladder.take()) {
      this.now = ladder.time;
      this.fired++;
      actors[ladder.port >> 3].fire(ladder.port & 7, ladder.arg);
    }
  }

  /** From now on events wait in a ladder. The heap is left empty, so {@link runHeap} ends by itself. */
  private changeToLadder(): void {
    this.ladder = new EventLadder();
    this.heap.moveTo(this.ladder);
  }
}
