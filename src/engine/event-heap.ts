/**
 * Pending events, earliest first; events at equal times leave in the order they were added.
 *
 * A binary heap held as parallel columns: adding an event allocates nothing. The root that was taken stays behind as
 * a hole until the next event is added, since a fired event nearly always schedules another: one sift instead of two.
 * The fastest structure up to some hundred pending events; beyond that see {@link EventLadder}. Hot path.
 *
 * A new event is written to its column before it is sifted, and the horizon is a field: times that are handed from
 * one function to another would be boxed wherever the compiler does not inline.
 */
export class EventHeap {
  /** Events pending. */
  length = 0;
  /** Events from here on [s] are not taken. */
  horizon = Number.POSITIVE_INFINITY;
  /** What {@link take} found: time [s], port and argument of the earliest event. */
  time = 0;
  port = 0;
  arg = 0;
  private times = new Float64Array(64); // s
  private orders = new Float64Array(64); // breaks ties between equal times
  private ports = new Int32Array(64);
  private args = new Int32Array(64);
  private hole = 0; // 1 while the root is a hole, which `length` does not count; a number is tested faster than a boolean

  /** Adds an event. `order` must rise with every call. */
  add(time: number, order: number, port: number, arg: number): void {
    const at = this.hole === 0 ? this.length : 0;
    if (at === this.times.length) this.grow();
    this.times[at] = time;
    this.orders[at] = order;
    this.ports[at] = port;
    this.args[at] = arg;
    this.length++;
    if (this.hole === 0) this.riseFrom(at);
    else {
      this.hole = 0;
      this.sinkRoot();
    }
  }

  /** Time of the earliest event [s]; infinite when there is none. */
  get earliest(): number {
    if (this.hole !== 0) this.fillHole();
    return this.length === 0 ? Number.POSITIVE_INFINITY : this.times[0];
  }

  /** Takes the earliest event into `time`, `port` and `arg`; false when there is none before the horizon. */
  take(): boolean {
    if (this.hole !== 0) this.fillHole();
    if (this.length === 0 || this.times[0] >= this.horizon) return false;
    this.time = this.times[0];
    this.port = this.ports[0];
    this.arg = this.args[0];
    this.hole = 1;
    this.length--;
    return true;
  }

  /** Hands every pending event to `add` of another structure, in no particular order, and is empty afterwards. */
  moveTo(other: { add(time: number, order: number, port: number, arg: number): void }): void {
    for (let i = this.hole; i < this.hole + this.length; i++) {
      other.add(this.times[i], this.orders[i], this.ports[i], this.args[i]);
    }
    this.length = 0;
    this.hole = 0;
  }

  private fillHole(): void {
    this.hole = 0;
    if (this.length === 0) return;
    this.move(this.length, 0); // the hole is not counted, so the last event stands at index `length`
    this.sinkRoot();
  }

  private riseFrom(last: number): void {
    const { times, orders, ports, args } = this;
    const time = times[last];
    if (last === 0 || times[(last - 1) >> 1] <= time) return; // an equal time was added earlier, so it stays ahead
    const order = orders[last];
    const port = ports[last];
    const arg = args[last];
    let at = last;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent] <= time) break;
      this.move(parent, at);
      at = parent;
    }
    times[at] = time;
    orders[at] = order;
    ports[at] = port;
    args[at] = arg;
  }

  private sinkRoot(): void {
    const { times, orders, ports, args, length } = this;
    const time = times[0];
    const order = orders[0];
    const port = ports[0];
    const arg = args[0];
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      let earliest = times[child];
      const right = child + 1;
      if (right < length) {
        const t = times[right];
        if (t < earliest || (t === earliest && orders[right] < orders[child])) {
          child = right;
          earliest = t;
        }
      }
      if (earliest > time || (earliest === time && orders[child] > order)) break;
      this.move(child, at);
      at = child;
    }
    times[at] = time;
    orders[at] = order;
    ports[at] = port;
    args[at] = arg;
  }

  private move(from: number, to: number): void {
    this.times[to] = this.times[from];
    this.orders[to] = this.orders[from];
    this.ports[to] = this.ports[from];
    this.args[to] = this.args[from];
  }

  private grow(): void {
    this.times = doubled(this.times);
    this.orders = doubled(this.orders);
    this.ports = doubled(this.ports);
    this.args = doubled(this.args);
  }
}

/** A column of twice the length that begins with the same values. */
export function doubled<Column extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(column: Column): Column {
  const larger = new (column.constructor as new (length: number) => Column)(2 * column.length);
  larger.set(column);
  return larger;
}
