import { doubled } from "./event-heap.ts";

/** Buckets with at most this many events are sorted rather than split again. */
const SPLIT_ABOVE = 50;
/** Rungs at most; a bucket at the last rung is sorted however many events it holds. */
const RUNGS = 8;
const NONE = -1;

/**
 * Pending events for thousands at a time: a ladder queue (Tang, Goh & Thng 2005, ACM TOMACS 15(3)). Far events lie
 * unsorted in `top`; nearer ones in rungs of buckets, each rung a finer division of one bucket of the rung above;
 * the nearest, sorted, in `bottom`. Adding and taking cost the same at any number of events.
 *
 * An event's rung and bucket are decided by one monotone function of its time, so rounding cannot put a later event
 * before an earlier one. Events at equal times leave in the order they were added. Hot path.
 */
export class EventLadder {
  length = 0;
  /** Events from here on [s] are not taken. */
  horizon = Number.POSITIVE_INFINITY;
  /** What {@link take} found. */
  time = 0;
  port = 0;
  arg = 0;
  private times = new Float64Array(1024); // s
  private orders = new Float64Array(1024);
  private ports = new Int32Array(1024);
  private args = new Int32Array(1024);
  private next = new Int32Array(1024); // the next event in a bucket, in `top` or among the free rows
  private free = NONE;
  private used = 0;

  private top = NONE;
  private topCount = 0;
  private topStart = Number.NEGATIVE_INFINITY; // s; events from here on belong to `top`
  private topMin = Number.POSITIVE_INFINITY;
  private topMax = Number.NEGATIVE_INFINITY;

  private readonly rungs = Array.from({ length: RUNGS }, () => new Rung());
  private depth = 0; // rungs in use

  private bottom = new Int32Array(256); // rows, ascending, from `bottomHead`
  private bottomHead = 0;
  private bottomCount = 0;

  /** Adds an event. `order` must rise with every call, except while a heap is emptied into a new ladder. */
  add(time: number, order: number, port: number, arg: number): void {
    const row = this.row();
    this.times[row] = time;
    this.orders[row] = order;
    this.ports[row] = port;
    this.args[row] = arg;
    this.length++;
    if (time >= this.topStart) this.addToTop(row, time);
    else this.addBelow(row, time);
  }

  /** Takes the earliest event into `time`, `port` and `arg`; false when there is none before the horizon. */
  take(): boolean {
    if (this.bottomCount === 0) {
      if (this.length === 0) return false;
      this.refill();
    }
    const row = this.bottom[this.bottomHead];
    if (this.times[row] >= this.horizon) return false;
    this.bottomHead++;
    this.bottomCount--;
    this.length--;
    this.time = this.times[row];
    this.port = this.ports[row];
    this.arg = this.args[row];
    this.next[row] = this.free;
    this.free = row;
    return true;
  }

  private addToTop(row: number, time: number): void {
    this.next[row] = this.top;
    this.top = row;
    this.topCount++;
    if (time < this.topMin) this.topMin = time;
    if (time > this.topMax) this.topMax = time;
  }

  private addBelow(row: number, time: number): void {
    for (let i = 0; i < this.depth; i++) {
      const rung = this.rungs[i];
      const bucket = rung.bucketOf(time);
      if (bucket >= rung.current) {
        this.next[row] = rung.put(bucket, row);
        return;
      }
    }
    this.insertIntoBottom(row, time);
    if (this.bottomCount > SPLIT_ABOVE && this.depth < RUNGS) this.splitBottom();
  }

  private insertIntoBottom(row: number, time: number): void {
    if (this.bottomHead + this.bottomCount === this.bottom.length) this.makeRoomInBottom();
    const { bottom, times, bottomHead } = this;
    let at = bottomHead + this.bottomCount++;
    while (at > bottomHead && times[bottom[at - 1]] > time) {
      bottom[at] = bottom[at - 1];
      at--;
    }
    bottom[at] = row; // after its equals, which were added earlier
  }

  private makeRoomInBottom(): void {
    if (this.bottomHead === 0) this.bottom = doubled(this.bottom);
    else this.bottom.copyWithin(0, this.bottomHead, this.bottomHead + this.bottomCount);
    this.bottomHead = 0;
  }

  /** Turns a bottom that has grown long into a rung, unless its events are all (nearly) simultaneous. */
  private splitBottom(): void {
    const { bottom, bottomHead, bottomCount, times } = this;
    const first = times[bottom[bottomHead]];
    const last = times[bottom[bottomHead + bottomCount - 1]];
    const rung = this.openRung(first, last, bottomCount);
    if (rung === null) return;
    for (let i = 0; i < bottomCount; i++) {
      const row = bottom[bottomHead + i];
      this.next[row] = rung.put(rung.bucketOf(times[row]), row);
    }
    this.bottomHead = 0;
    this.bottomCount = 0;
  }

  /** A further rung for `count` events between `first` and `last` [s]; null when they are too close together. */
  private openRung(first: number, last: number, count: number): Rung | null {
    if (this.depth === RUNGS || !(last - first > count * Number.EPSILON * Math.abs(last))) return null;
    const rung = this.rungs[this.depth++];
    rung.open(first, (last - first) / count, count);
    return rung;
  }

  /** Moves the earliest bucket to the bottom. There is at least one event outside the bottom. */
  private refill(): void {
    for (;;) {
      while (this.depth > 0 && this.rungs[this.depth - 1].count === 0) this.depth--;
      if (this.depth === 0) this.emptyTop();
      else this.emptyBucket(this.rungs[this.depth - 1]);
      if (this.bottomCount > 0) return;
    }
  }

  private emptyTop(): void {
    const { top, topCount, topMin, topMax } = this;
    this.topStart = topMax;
    this.top = NONE;
    this.topCount = 0;
    this.topMin = Number.POSITIVE_INFINITY;
    this.topMax = Number.NEGATIVE_INFINITY;
    this.spread(top, topCount, topMin, topMax);
  }

  private emptyBucket(rung: Rung): void {
    const first = rung.takeBucket();
    const count = rung.taken;
    if (count <= SPLIT_ABOVE) {
      this.sortIntoBottom(first, count);
      return;
    }
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    for (let row = first; row !== NONE; row = this.next[row]) {
      const time = this.times[row];
      if (time < min) min = time;
      if (time > max) max = time;
    }
    this.spread(first, count, min, max);
  }

  /** Spreads a list over a new rung, or sorts it into the bottom when it is short or cannot be divided. */
  private spread(list: number, count: number, min: number, max: number): void {
    const rung = count > SPLIT_ABOVE ? this.openRung(min, max, count) : null;
    if (rung === null) {
      this.sortIntoBottom(list, count);
      return;
    }
    // The list is newest first; buckets must be too, so that sorting meets equal times almost in order.
    const rows = this.oldestFirst(list, count);
    for (let i = 0; i < count; i++) {
      const row = rows[i];
      this.next[row] = rung.put(rung.bucketOf(this.times[row]), row);
    }
  }

  private sortIntoBottom(list: number, count: number): void {
    const rows = this.oldestFirst(list, count);
    const { times, orders } = this;
    if (count > SPLIT_ABOVE) rows.subarray(0, count).sort((a, b) => times[a] - times[b] || orders[a] - orders[b]);
    else this.insertionSort(rows, count);
    this.bottomHead = 0;
    this.bottomCount = count;
  }

  private insertionSort(rows: Int32Array, count: number): void {
    const { times, orders } = this;
    for (let i = 1; i < count; i++) {
      const row = rows[i];
      const time = times[row];
      const order = orders[row];
      let at = i;
      for (; at > 0; at--) {
        const other = rows[at - 1];
        const t = times[other];
        if (t < time || (t === time && orders[other] < order)) break;
        rows[at] = other;
      }
      rows[at] = row;
    }
  }

  /** Writes a list (newest first) oldest first into the bottom, which must be empty, and returns it. */
  private oldestFirst(list: number, count: number): Int32Array {
    while (this.bottom.length < count) this.bottom = doubled(this.bottom);
    const { bottom, next } = this;
    let at = count;
    for (let row = list; row !== NONE; row = next[row]) bottom[--at] = row;
    return bottom;
  }

  private row(): number {
    const row = this.free;
    if (row !== NONE) {
      this.free = this.next[row];
      return row;
    }
    if (this.used === this.times.length) this.grow();
    return this.used++;
  }

  private grow(): void {
    this.times = doubled(this.times);
    this.orders = doubled(this.orders);
    this.ports = doubled(this.ports);
    this.args = doubled(this.args);
    this.next = doubled(this.next);
  }
}

/** Equal buckets of time; those before `current` have been emptied. Hot path. */
class Rung {
  start = 0; // s
  perSecond = 1; // buckets a second
  current = 0;
  count = 0; // events in all buckets
  /** Events in the bucket that {@link takeBucket} emptied last. */
  taken = 0;
  private buckets = 0;
  private heads = new Int32Array(64);
  private counts = new Int32Array(64);

  open(start: number, width: number, buckets: number): void {
    this.start = start;
    this.perSecond = 1 / width;
    this.buckets = buckets;
    this.current = 0;
    this.count = 0;
    if (this.heads.length < buckets) {
      this.heads = new Int32Array(2 * buckets);
      this.counts = new Int32Array(2 * buckets);
    }
    this.heads.fill(NONE, 0, buckets);
    this.counts.fill(0, 0, buckets);
  }

  /** Monotone in `time`; below `current` for times that belong to a finer rung or the bottom. */
  bucketOf(time: number): number {
    const bucket = Math.floor((time - this.start) * this.perSecond);
    return bucket < this.buckets ? bucket : this.buckets - 1;
  }

  /** Puts `row` at the head of a bucket and returns the row that stood there. */
  put(bucket: number, row: number): number {
    const follower = this.heads[bucket];
    this.heads[bucket] = row;
    this.counts[bucket]++;
    this.count++;
    return follower;
  }

  /** Empties the earliest bucket that holds events and returns its list. There must be one. */
  takeBucket(): number {
    while (this.counts[this.current] === 0) this.current++;
    const bucket = this.current++;
    this.taken = this.counts[bucket];
    this.count -= this.taken;
    this.counts[bucket] = 0;
    return this.heads[bucket];
  }
}
