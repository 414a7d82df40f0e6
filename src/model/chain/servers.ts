import { EventHeap } from "../../engine/event-heap.ts";
import type { Clock } from "../meters.ts";

/** Servers of a stage and the copies they serve. Hot path. */
export interface Servers {
  idle: number;
  /** When the next of them will be finished [s]; infinite when all are idle. */
  readonly time: number;
  /** One of them begins with a copy, now, for `seconds`. */
  start(copy: number, seconds: number): void;
  /** The copy that is finished first leaves its server. */
  finish(): number;
}

export function serversOf(count: number, clock: Clock): Servers {
  return count === 1 ? new OneServer(clock) : new ManyServers(count, clock);
}

class OneServer implements Servers {
  idle = 1;
  time = Number.POSITIVE_INFINITY;
  private copy = 0;
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  start(copy: number, seconds: number): void {
    this.idle = 0;
    this.copy = copy;
    this.time = mustEnd(this.clock.now + seconds);
  }

  finish(): number {
    this.idle = 1;
    this.time = Number.POSITIVE_INFINITY;
    return this.copy;
  }
}

class ManyServers implements Servers {
  idle: number;
  private readonly clock: Clock;
  private readonly ends = new EventHeap();
  private started = 0;

  constructor(count: number, clock: Clock) {
    this.idle = count;
    this.clock = clock;
  }

  get time(): number {
    return this.ends.earliest;
  }

  start(copy: number, seconds: number): void {
    this.idle--;
    this.ends.add(mustEnd(this.clock.now + seconds), this.started++, 0, copy);
  }

  finish(): number {
    this.idle++;
    this.ends.take();
    return this.ends.arg;
  }
}

/** One NaN would stop a stage silently. */
function mustEnd(time: number): number {
  if (time < Number.POSITIVE_INFINITY) return time;
  throw new RangeError(`service cannot end at ${time}`);
}
