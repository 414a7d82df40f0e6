import type { Model, Name, Pool } from "../spec.ts";
import { GROUP } from "./observation.ts";

/**
 * What is recorded of a model, and where: the place of every additive quantity in one column of sums. It follows from
 * the model alone, so the process that simulates and the one that summarizes need not exchange it.
 */
export interface Layout {
  /** The series of each part, in the order in which they were laid out. */
  parts: Map<Name, Series[]>;
  /** Length of the column of sums. */
  slots: number;
  /** Length of the column of maxima. */
  peaks: number;
  /** Number of histograms kept. */
  histograms: number;
  /** Queues, in the order in which the ages of their copies are recorded. */
  queues: Name[];
  /** Most batches of the time grid; pairs are merged when it is full. A multiple of 8. */
  batches: number;
}

/**
 * One recorded quantity. A tally (separate observations, such as waiting times) has three sums: count, Σx, Σx². A
 * level (a number that jumps, such as a queue's length) has one: ∫ level dt. A count has one.
 */
export interface Series {
  metric: Recorded;
  /** Index of the message class; null = all classes. */
  class: number | null;
  kind: "tally" | "level" | "count";
  slot: number;
  /** Place in the column of maxima; −1 for a count. */
  peak: number;
  /** −1 when no histogram is kept. */
  histogram: number;
}

export type Recorded =
  /** Queue: copies present, waiting or in the consumers' hands. */
  | "numberInSystem"
  /** Queue: copies offered to it. */
  | "arrivals"
  /** Queue: copies that found it full; copies that made room for newer ones, and Σ of their time here [s]. */
  | "refused"
  | "dropped"
  | "droppedTime"
  | "waitingTime"
  | "sojournTime"
  /** Queue and pool together ({@link between}): copies in service. */
  | "inService"
  /** Pool that shares its servers: servers busy. */
  | "busy"
  /** Pool: copies served that wait to be taken by the next queue. Producer: 1 while blocked. */
  | "blocked"
  /** Pool: age of a copy when its service ended; `finished`: of those that left the system here, where only some do. */
  | "latency"
  | "finished"
  /** Pool: copies begun to send messages on. Producer, pool: further copies begun to reach several places. */
  | "hops"
  | "twins"
  | "published";

/** Memory for one run's batches of sums [bytes]. */
const GRID_BYTES = 16e6;
const MOST_BATCHES = 256;
const FEWEST_BATCHES = 16;
/** Pairs of whole groups of batches, so that merging keeps groups whole. */
const MULTIPLE = 2 * GROUP;

/** Whether the histogram of `metric` at `where` is to be kept. */
export type Watched = (where: Name, metric: Recorded) => boolean;

/** The part under which copies of a queue in service at a pool are counted. */
export function between(queue: Name, pool: Name): Name {
  return `${queue} → ${pool}`;
}

export function layoutOf(model: Model, watched: Watched): Layout {
  const layouter = new Layouter(model.classes.length, watched);
  for (const { name, to } of model.producers) {
    layouter.part(name).counts("published").levelOfAll("blocked");
    if (to.some((way) => way.to.length > 1)) layouter.counts("twins");
  }
  for (const queue of model.queues) {
    layouter
      .queue(queue.name)
      .levels("numberInSystem")
      .tallies("waitingTime")
      .tallies("sojournTime")
      .counts("arrivals");
    if (Number.isFinite(queue.limit.amount)) layouter.counts("refused").counts("dropped").counts("droppedTime");
  }
  for (const pool of model.pools) layouter.pool(pool);
  return layouter.finish();
}

/** Whether some copies leave the system at this pool and others go on: then those that leave are tallied apart. */
export function endsSome(pool: Pool): boolean {
  return pool.then.some(leaves) && !pool.then.every(leaves);
}

/** Whether every copy that this pool finishes leaves the system. */
export function endsAll(pool: Pool): boolean {
  return pool.then.every(leaves);
}

function leaves(way: Pool["then"][number]): boolean {
  return way.to.length === 0;
}

/** Hands out slots, part by part. */
class Layouter {
  private readonly layout: Layout = {
    parts: new Map(),
    slots: 0,
    peaks: 0,
    histograms: 0,
    queues: [],
    batches: 0,
  };
  /** null = all classes together; with several classes, each of them besides. */
  private readonly classes: (number | null)[];
  private readonly watched: Watched;
  private name: Name = "";
  private series: Series[] = [];

  constructor(classes: number, watched: Watched) {
    this.classes = classes === 1 ? [null] : [null, ...Array(classes).keys()];
    this.watched = watched;
  }

  part(name: Name): this {
    this.name = name;
    this.series = [];
    this.layout.parts.set(name, this.series);
    return this;
  }

  queue(name: Name): this {
    this.layout.queues.push(name);
    return this.part(name);
  }

  pool(pool: Pool): void {
    for (const { queue } of pool.from) this.part(between(queue, pool.name)).levels("inService");
    this.part(pool.name).tallies("latency");
    if (pool.serve === "shared") this.levelOfAll("busy");
    if (endsSome(pool)) this.tallies("finished");
    if (!endsAll(pool)) this.counts("hops").levelOfAll("blocked");
    if (pool.then.some((way) => way.to.length > 1)) this.counts("twins");
  }

  tallies(metric: Recorded): this {
    for (const cls of this.classes) this.add({ metric, class: cls, kind: "tally" }, this.watched(this.name, metric));
    return this;
  }

  /** The distribution of a level is kept for all classes together only. */
  levels(metric: Recorded): this {
    for (const cls of this.classes) {
      this.add({ metric, class: cls, kind: "level" }, cls === null && this.watched(this.name, metric));
    }
    return this;
  }

  levelOfAll(metric: Recorded): this {
    this.add({ metric, class: null, kind: "level" }, false);
    return this;
  }

  counts(metric: Recorded): this {
    for (const cls of this.classes) this.add({ metric, class: cls, kind: "count" }, false);
    return this;
  }

  finish(): Layout {
    const { layout } = this;
    const affordable = Math.floor(GRID_BYTES / (8 * (layout.slots + layout.peaks)));
    layout.batches = MULTIPLE * Math.floor(Math.min(MOST_BATCHES, Math.max(FEWEST_BATCHES, affordable)) / MULTIPLE);
    return layout;
  }

  private add(what: Pick<Series, "metric" | "class" | "kind">, histogram: boolean): void {
    const { layout } = this;
    this.series.push({
      ...what,
      slot: layout.slots,
      peak: what.kind === "count" ? -1 : layout.peaks++,
      histogram: histogram ? layout.histograms++ : -1,
    });
    layout.slots += what.kind === "tally" ? 3 : 1;
  }
}
