/**
 * Pending events, earliest first; events at equal times leave in the order they were added.
 *
 * A binary heap held as parallel columns: adding an event allocates nothing. The root that was taken stays behind as
 * a hole until the next event is added, since a fired event nearly always schedules another: one sift instead of two.
 * The fastest structure up to some hundred pending events; beyond that see {@link EventLadder}. Hot path.
 */
export class EventHeap {
  /** Events pending. */
  length = 0;
  /** What {@link take} found: time [s], port and argument of the earliest event. */
  time = 0;
  port = 0;
  arg = 0;
  private times = new Float64Array(64); // s
  private orders = new Float64Array(64); // breaks ties between equal times
  private ports = new Int32Array(64);
  private args = new Int32Array(64);
  private hole = 0; // 1 while the root is a hole, else 0; `length` does not count it

  /** Time of the earliest event [s]; Infinity when there is none. */
  get nextTime(): number {
    if (this.hole === 1) this.fillHole();
    return this.length > 0 ? this.times[0] : Infinity;
  }

  /** Adds an event. `order` must rise with every call. */
  add(time: number, order: number, port: number, arg: number): void {
    if (this.hole === 1) {
      this.hole = 0;
      this.length++;
      this.sink(time, order, port, arg);
      return;
    }
    if (this.length === this.times.length) this.grow();
    this.rise(time, order, port, arg);
  }

  /** Takes the earliest event into `time`, `port` and `arg`. There must be one. */
  take(): void {
    if (this.hole === 1) this.fillHole();
    this.time = this.times[0];
    this.port = this.ports[0];
    this.arg = this.args[0];
    this.hole = 1;
    this.length--;
  }

  /** Hands every pending event to `add` of another structure, in no particular order, and is empty afterwards. */
  moveTo(other: { add(time: number, order: number, port: number, arg: number): void }): void {
    const first = this.hole;
    for (let i = first; i < first + this.length; i++) {
      other.add(this.times[i], this.orders[i], this.ports[i], this.args[i]);
    }
    this.length = 0;
    this.hole = 0;
  }

  private fillHole(): void {
    const last = this.length; // the hole is not counted, so the last event stands at index `length`
    this.hole = 0;
    if (last > 0) this.sink(this.times[last], this.orders[last], this.ports[last], this.args[last]);
  }

  private rise(time: number, order: number, port: number, arg: number): void {
    const { times, orders, ports, args } = this;
    let at = this.length++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent] <= time) break; // an equal time was added earlier, so it stays ahead
      times[at] = times[parent];
      orders[at] = orders[parent];
      ports[at] = ports[parent];
      args[at] = args[parent];
      at = parent;
    }
    times[at] = time;
    orders[at] = order;
    ports[at] = port;
    args[at] = arg;
  }

  private sink(time: number, order: number, port: number, arg: number): void {
    const { times, orders, ports, args, length } = this;
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
      times[at] = earliest;
      orders[at] = orders[child];
      ports[at] = ports[child];
      args[at] = args[child];
      at = child;
    }
    times[at] = time;
    orders[at] = order;
    ports[at] = port;
    args[at] = arg;
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
