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
    this.time = endOf(this.clock.now, seconds);
    this.idle = 0;
    this.copy = copy;
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
    this.ends.add(endOf(this.clock.now, seconds), this.started++, 0, copy);
    this.idle--;
  }

  finish(): number {
    this.idle++;
    this.ends.take();
    return this.ends.arg;
  }
}

/** @throws RangeError when it is not ahead or not finite: one NaN would stop a stage silently */
function endOf(now: number, seconds: number): number {
  const end = now + seconds;
  if (end >= now && end < Number.POSITIVE_INFINITY) return end;
  throw new RangeError(`a service of ${seconds} s that begins at ${now} s cannot end`);
}
