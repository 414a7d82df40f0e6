import type { Model, Name, Pool, Queue, Way } from "../spec.ts";
import { between, endsAll, endsSome, Layout, Parts, type Place, type Recorded, type Series } from "./layout.ts";

/** Whether the histogram of `metric` at `where` is to be kept. */
export type Watched = (where: Name, metric: Recorded) => boolean;

/** What is recorded of `model`. */
export function layoutOf(model: Model, watched: Watched): Layout {
  const layouter = new Layouter(model.classes.length, watched);
  const full = new Set(model.queues.filter(makesWait).map((queue) => queue.name));
  for (const { name, to } of model.producers) {
    layouter.part(name).counts("published");
    if (leadsTo(to, full)) layouter.levelOfAll("blocked");
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
  for (const pool of model.pools) layouter.pool(pool, leadsTo(pool.then, full));
  return layouter.finish();
}

function makesWait({ limit }: Queue): boolean {
  return limit.overflow === "wait" && Number.isFinite(limit.amount);
}

function leadsTo(ways: Way[], queues: Set<Name>): boolean {
  return ways.some((way) => way.to.some((name) => queues.has(name)));
}

/** Hands out slots, part by part. */
class Layouter {
  private readonly parts = new Parts();
  private readonly kinds = new Map<string, Series[]>();
  private readonly queues: Name[] = [];
  /** null = all classes together; with several classes, each of them besides. */
  private readonly classes: (number | null)[];
  private readonly watched: Watched;
  /** Where the next part begins. */
  private next: Place = { slot: 0, peak: 0, histogram: 0 };
  // The part in progress, as if it stood at the beginning
  private name: Name = "";
  private series: Series[] = [];
  private key = ""; // what is recorded, in short
  private end: Place = { slot: 0, peak: 0, histogram: 0 };

  constructor(classes: number, watched: Watched) {
    this.classes = classes === 1 ? [null] : [null, ...Array(classes).keys()];
    this.watched = watched;
  }

  part(name: Name): this {
    this.close();
    this.name = name;
    return this;
  }

  queue(name: Name): this {
    this.queues.push(name);
    return this.part(name);
  }

  /** @param waits whether a queue can make it wait */
  pool(pool: Pool, waits: boolean): void {
    for (const { queue } of pool.from) this.part(between(queue, pool.name)).levels("inService");
    this.part(pool.name).tallies("latency");
    if (pool.serve === "shared") this.levelOfAll("busy");
    if (endsSome(pool)) this.tallies("finished");
    if (!endsAll(pool)) this.counts("hops");
    if (waits) this.levelOfAll("blocked");
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
    this.close();
    return new Layout(this.parts, this.queues, this.next);
  }

  private add({ metric, class: cls, kind }: Pick<Series, "metric" | "class" | "kind">, histogram: boolean): void {
    const { end } = this;
    this.key += `${metric}/${cls}/${histogram},`;
    this.series.push({
      metric,
      class: cls,
      kind,
      slot: end.slot,
      peak: kind === "count" ? -1 : end.peak++,
      histogram: histogram ? end.histogram++ : -1,
    });
    end.slot += kind === "tally" ? 3 : 1;
  }

  /** Ends the part in progress. */
  private close(): void {
    const kind = this.kinds.get(this.key) ?? this.series;
    this.kinds.set(this.key, kind);
    const { next, end } = this;
    if (kind.length > 0) this.parts.add(this.name, { kind, ...next });
    this.next = { slot: next.slot + end.slot, peak: next.peak + end.peak, histogram: next.histogram + end.histogram };
    this.series = [];
    this.key = "";
    this.end = { slot: 0, peak: 0, histogram: 0 };
  }
}
