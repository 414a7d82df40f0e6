import { doubled } from "../../engine/event-heap.ts";
import type { Clock } from "../meters.ts";

const NONE = -1;
/**
 * Rows at first: more than most models ever need, since code that has once seen columns replaced is a fifth slower.
 * Memory that is not touched costs nothing.
 */
const ROOM = 32768;

/**
 * Every copy in the chains of a model, as rows of columns. Less is known of them than of others: they have no class,
 * and nobody waits for their end. Rows are reused: a row means nothing after `end`. Hot path.
 */
export class Rows {
  /** Time of first publication [s]. */
  born = new Float64Array(ROOM);
  /** Arrival at the present stage [s]. */
  entered = new Float64Array(ROOM);
  /** Links of whichever list the copy is in; a copy is in at most one. */
  next = new Int32Array(ROOM);

  begun = 0;
  ended = 0;

  private readonly clock: Clock;
  private free = NONE;
  private used = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** A new message, published now. */
  begin(): number {
    const copy = this.row();
    this.begun++;
    this.born[copy] = this.clock.now;
    return copy;
  }

  /** A copy ends where it is and, in the same row, another of the same message begins. */
  goOn(): void {
    this.ended++;
    this.begun++;
  }

  end(copy: number): void {
    this.ended++;
    this.next[copy] = this.free;
    this.free = copy;
  }

  private row(): number {
    const copy = this.free;
    if (copy !== NONE) {
      this.free = this.next[copy];
      return copy;
    }
    if (this.used === this.born.length) this.grow();
    return this.used++;
  }

  private grow(): void {
    this.born = doubled(this.born);
    this.entered = doubled(this.entered);
    this.next = doubled(this.next);
  }
}
