import type { Clock } from "./meters.ts";

const NONE = -1;

/** Told when every copy that a closed-loop client caused has left the system. */
export interface Waiters {
  /** The last copy that belonged to `client` has ended. */
  finished(client: number): void;
}

/**
 * Every copy of every message in the system, as rows of columns. The only place where copies begin and end, so the
 * ledger balances by construction. Rows are reused: a row means nothing after `end`. Hot path.
 */
export class Copies {
  /** Time of first publication [s], kept by hops and twins: end-to-end latency = now − born. */
  born = new Float64Array(1024);
  /** Arrival at the present node [s]. */
  entered = new Float64Array(1024);
  /** Service time drawn ahead of service [s]; meaningful only where the queue draws it on arrival. */
  demand = new Float64Array(1024);
  /** Index of the message class. */
  cls = new Uint16Array(1024);
  /** The seat at the consumer pool that holds it. */
  holder = new Int32Array(1024);
  /** Links of whichever list the copy is in; a copy is in at most one. */
  next = new Int32Array(1024);
  prev = new Int32Array(1024);
  /** Position in an array-shaped list. */
  place = new Int32Array(1024);
  /** Closed-loop client that waits for it; −1 for none. */
  client = new Int32Array(1024).fill(NONE);

  begun = 0;
  ended = 0;

  private readonly clock: Clock;
  private free = NONE;
  private used = 0;
  /** Copies not yet ended, per client. */
  private outstanding = new Int32Array(0);
  private waiters: Waiters | null = null;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  get inside(): number {
    return this.begun - this.ended;
  }

  /** Prepares for clients 0 … count − 1, who are told when all their copies have ended. */
  serve(waiters: Waiters, count: number): void {
    this.waiters = waiters;
    this.outstanding = new Int32Array(count);
  }

  /** A new message of class `cls`, published now by `client` (−1 for none). */
  begin(cls: number, client: number): number {
    const copy = this.row();
    this.begun++;
    this.born[copy] = this.clock.now;
    this.cls[copy] = cls;
    this.client[copy] = client;
    if (client !== NONE) this.outstanding[client]++;
    return copy;
  }

  /** Another copy of the same message: same birth, class and client. */
  twin(copy: number): number {
    const twin = this.begin(this.cls[copy], this.client[copy]);
    this.born[twin] = this.born[copy];
    return twin;
  }

  end(copy: number): void {
    this.ended++;
    this.next[copy] = this.free;
    this.free = copy;
    const client = this.client[copy];
    if (client !== NONE && --this.outstanding[client] === 0) this.waiters!.finished(client);
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
    const length = 2 * this.born.length;
    this.born = copied(this.born, new Float64Array(length));
    this.entered = copied(this.entered, new Float64Array(length));
    this.demand = copied(this.demand, new Float64Array(length));
    this.cls = copied(this.cls, new Uint16Array(length));
    this.holder = copied(this.holder, new Int32Array(length));
    this.next = copied(this.next, new Int32Array(length));
    this.prev = copied(this.prev, new Int32Array(length));
    this.place = copied(this.place, new Int32Array(length));
    this.client = copied(this.client, new Int32Array(length));
  }
}

function copied<Column extends { set(from: Column): void }>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
