import type { Actor, Kernel } from "../engine/kernel.ts";
import { Decks, type Source } from "../random/deck.ts";
import type { Copies } from "./copies.ts";
import type { Meters } from "./meters.ts";
import type { Route } from "./route.ts";
import type { StationSlots } from "./station-slots.ts";

/** What a station is made of. What is recorded of it has a slot among the meters. */
export interface StationParts {
  servers: number;
  service: Source;
  /** The station that served messages go on to, {@link OUT} to leave the system; drawn where there are several ways. */
  next: number | Route<number>;
  slots: StationSlots;
}

/** Messages that arrive at a station from outside. */
export interface Feed {
  times: Source;
  station: number;
  /** Slot. */
  published: number;
}

export const OUT = -1;

/**
 * The stations of a model that are as simple as those of textbooks, G/G/c: a queue without limit, first come, first
 * served, from which one pool takes a message whenever a server is idle. They do what Queue and Pool do, to the byte,
 * with the state of each in one row of a table: nothing else has to be fetched from memory, and no other part called,
 * to serve a message. Hot path.
 */
export class Stations implements Actor {
  private readonly kernel: Kernel;
  private readonly copies: Copies;
  private readonly meters: Meters;
  private readonly port: number;
  private readonly rows: Int32Array; // see below
  private readonly entries: Float64Array; // Σ over the messages present of their time of arrival [s], by station
  private readonly service = new Decks(); // by station
  private readonly routes: (Route<number> | null)[]; // by station
  private readonly arrivals = new Decks(); // by feed
  private feeds = new Int32Array(0); // by feed: the station, and the slot that counts publications

  constructor(kernel: Kernel, copies: Copies, meters: Meters, stations: StationParts[]) {
    this.kernel = kernel;
    this.copies = copies;
    this.meters = meters;
    this.port = kernel.register(this);
    this.rows = new Int32Array(stations.length * ROW);
    stations.forEach((station, i) => {
      this.rows.set(rowOf(station), i * ROW);
    });
    this.entries = new Float64Array(stations.length);
    for (const station of stations) this.service.add(station.service);
    this.routes = stations.map(({ next }) => (typeof next === "number" ? null : next));
  }

  /** Lets messages arrive from outside; the first is scheduled. */
  feed({ times, station, published }: Feed): void {
    const feed = this.arrivals.add(times);
    if (2 * feed === this.feeds.length) this.feeds = grown(this.feeds);
    this.feeds[2 * feed] = station;
    this.feeds[2 * feed + 1] = published;
    this.scheduleArrival(feed);
  }

  /** A message arrives from outside, or a service is over. */
  fire(what: number, arg: number): void {
    if (what === SERVED) this.served(arg);
    else this.publish(arg);
  }

  /** Messages present at a station. */
  present(station: number): number {
    return this.meters.levels[this.rows[station * ROW + IN_SYSTEM]];
  }

  /** Σ over the messages present of the time since their arrival [s]. */
  ages(station: number, now: number): number {
    return this.present(station) * now - this.entries[station];
  }

  private publish(feed: number): void {
    this.meters.count(this.feeds[2 * feed + 1]);
    this.enter(this.copies.begin(0, NOBODY), this.feeds[2 * feed]);
    this.scheduleArrival(feed);
  }

  private scheduleArrival(feed: number): void {
    const time = this.arrivals.next(feed);
    if (time < Number.POSITIVE_INFINITY) this.kernel.schedule(time, this.port + ARRIVED, feed);
  }

  /** A message arrives at a station. */
  enter(copy: number, station: number): void {
    const { rows, meters, copies } = this;
    const { now } = this.kernel;
    const row = station * ROW;
    meters.count(rows[row + ARRIVALS]);
    copies.entered[copy] = now;
    copies.holder[copy] = station;
    meters.jump(rows[row + IN_SYSTEM], 1);
    this.entries[station] += now;
    if (rows[row + IDLE] > 0) {
      rows[row + IDLE]--;
      meters.jump(rows[row + IN_SERVICE], 1);
      this.start(copy, station);
    } else this.lineUp(copy, row);
  }

  private lineUp(copy: number, row: number): void {
    const { rows } = this;
    if (rows[row + WAITING]++ === 0) rows[row + HEAD] = copy;
    else this.copies.next[rows[row + TAIL]] = copy;
    rows[row + TAIL] = copy;
  }

  /** A server takes a message. */
  private start(copy: number, station: number): void {
    const { kernel } = this;
    this.meters.elapsed(this.rows[station * ROW + WAIT], this.copies.entered, copy);
    kernel.schedule(kernel.now + this.service.next(station), this.port + SERVED, copy);
  }

  private served(copy: number): void {
    const { rows, meters, copies } = this;
    const station = copies.holder[copy];
    const row = station * ROW;
    if (rows[row + HOPS] >= 0) this.sendOn(copy, station);
    meters.elapsed(rows[row + LATENCY], copies.born, copy);
    meters.jump(rows[row + IN_SYSTEM], -1);
    this.entries[station] -= copies.entered[copy];
    meters.elapsed(rows[row + SOJOURN], copies.entered, copy);
    copies.end(copy);
    if (rows[row + WAITING] > 0) this.start(this.nextInLine(row), station);
    else {
      rows[row + IDLE]++;
      meters.jump(rows[row + IN_SERVICE], -1);
    }
  }

  private nextInLine(row: number): number {
    const { rows } = this;
    const copy = rows[row + HEAD];
    rows[row + HEAD] = this.copies.next[copy];
    rows[row + WAITING]--;
    return copy;
  }

  private sendOn(copy: number, station: number): void {
    const { rows, meters, copies } = this;
    const row = station * ROW;
    const route = this.routes[station];
    const next = route === null ? rows[row + NEXT] : route.choose();
    if (next !== OUT) {
      meters.count(rows[row + HOPS]);
      this.enter(copies.twin(copy), next);
    } else if (rows[row + FINISHED] >= 0) meters.elapsed(rows[row + FINISHED], copies.born, copy);
  }
}

// Kinds of events
const ARRIVED = 0;
const SERVED = 1;

const NOBODY = -1;

// Columns of a station's row: as many integers as a line of the processor's cache holds.
const ROW = 16;
const IDLE = 0; // servers
const WAITING = 1; // messages
const HEAD = 2; // the first and the last of those that wait, meaningless when nobody does
const TAIL = 3;
const NEXT = 4;
const IN_SYSTEM = 5; // slots, from here on
const WAIT = 6;
const SOJOURN = 7;
const ARRIVALS = 8;
const IN_SERVICE = 9;
const LATENCY = 10;
const FINISHED = 11;
const HOPS = 12;

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(2, 2 * column.length));
  larger.set(column);
  return larger;
}

function rowOf({ servers, next, slots }: StationParts): Int32Array {
  const row = new Int32Array(ROW);
  row[IDLE] = servers;
  row[NEXT] = typeof next === "number" ? next : OUT;
  row[IN_SYSTEM] = slots.inSystem;
  row[WAIT] = slots.waiting;
  row[SOJOURN] = slots.sojourn;
  row[ARRIVALS] = slots.arrivals;
  row[IN_SERVICE] = slots.inService;
  row[LATENCY] = slots.latency;
  row[FINISHED] = slots.finished;
  row[HOPS] = slots.hops;
  return row;
}
