import { between, endsAll, endsSome } from "../model/layout.ts";
import type { Model, Name, Pool, Producer, Queue } from "../spec.ts";
import { ratioOf, varianceOf } from "../stats/estimate.ts";
import { type Series, total } from "../stats/series.ts";
import type { Measure } from "./measure.ts";
import { added, less, type Sample, type Source, scaled, zeros } from "./sample.ts";
import { unseenIn } from "./unseen.ts";

/** Everything that can be said about a model from a sample of it, place by place in the model's order. */
export function measuresOf(model: Model, sample: Sample): Measure[] {
  const reader = new Reader(model, sample);
  const measures = [
    ...reader.system(),
    ...model.producers.flatMap((producer) => reader.producer(producer)),
    ...model.queues.flatMap((queue) => reader.queue(queue)),
    ...model.pools.flatMap((pool) => reader.pool(pool)),
  ];
  const unseen = unseenIn(model, measures);
  return measures.map((measure) => ({ ...measure, unseen: unseen(measure) }));
}

type What = Pick<Measure, "where" | "class" | "metric">;

class Reader {
  private readonly model: Model;
  private readonly sample: Sample;
  private readonly seconds: Series;
  private readonly pools: Map<Name, Name[]>; // by queue
  /** null = all classes; with several, each besides. */
  private readonly classes: (number | null)[];

  constructor(model: Model, sample: Sample) {
    this.model = model;
    this.sample = sample;
    this.pools = poolsByQueue(model);
    this.seconds = sample.seconds;
    this.classes = model.classes.length === 1 ? [null] : [null, ...model.classes.keys()];
  }

  system(): Measure[] {
    const { model, sample } = this;
    const measures = this.classes.flatMap((cls) => [
      this.tally({ ...this.all(cls), metric: "latency" }, this.endings(cls)),
      this.rate(
        { ...this.all(cls), metric: "throughput" },
        this.sum(this.endings(cls).map((one) => sample.of(...one))),
      ),
      this.rate({ ...this.all(cls), metric: "arrivalRate" }, this.published(cls)),
    ]);
    const inside = [
      ...model.queues.map((queue) => sample.of(queue.name, "numberInSystem")),
      ...model.producers.filter(({ name }) => this.isBlocked(name)).map(({ name }) => sample.of(name, "blocked")),
    ];
    measures.push(this.level({ ...this.all(null), metric: "numberInSystem" }, this.sum(inside)));
    const limited = model.queues.filter(isLimited);
    if (limited.length > 0) {
      const lost = this.sum(limited.map((queue) => this.lost(queue, null)));
      measures.push(this.share({ ...this.all(null), metric: "lossProbability" }, lost, this.published(null)));
    }
    return measures;
  }

  producer({ name }: Producer): Measure[] {
    const rates = this.classes.map((cls) =>
      this.rate({ ...this.at(name, cls), metric: "arrivalRate" }, this.sample.of(name, "published", cls)),
    );
    return this.isBlocked(name) ? [...rates, this.blocked(name)] : rates;
  }

  queue(queue: Queue): Measure[] {
    return this.classes.flatMap((cls) => [...this.queueOf(queue, cls), ...this.lossOf(queue, cls)]);
  }

  private queueOf(queue: Queue, cls: number | null): Measure[] {
    const { name } = queue;
    const { sample } = this;
    const at = this.at(name, cls);
    const present = sample.of(name, "numberInSystem", cls);
    const pools = this.pools.get(name) ?? [];
    const serving = pools.map((pool) => sample.of(between(name, pool), "inService", cls));
    const inSystem = this.level({ ...at, metric: "numberInSystem" }, present);
    inSystem.largest = sample.peak(name, "numberInSystem", cls);
    inSystem.tails = sample.tails([[name, "numberInSystem", cls]]);
    return [
      inSystem,
      this.level({ ...at, metric: "numberInQueue" }, less(present, this.sum(serving))),
      this.tally({ ...at, metric: "waitingTime" }, [[name, "waitingTime", cls]]),
      this.tally({ ...at, metric: "sojournTime" }, [[name, "sojournTime", cls]]),
      this.rate({ ...at, metric: "throughput" }, sample.of(name, "sojournTime", cls)),
      this.rate({ ...at, metric: "arrivalRate" }, sample.of(name, "arrivals", cls)),
    ];
  }

  private lossOf(queue: Queue, cls: number | null): Measure[] {
    if (!isLimited(queue) || queue.limit.overflow === "wait") return [];
    const at = { ...this.at(queue.name, cls), metric: "lossProbability" as const };
    const offered = this.sample.of(queue.name, "arrivals", cls);
    const measures = [this.share(at, this.lost(queue, cls), offered)];
    for (const reason of queue.limit.overflow === "drop-oldest" ? (["refused", "dropped"] as const) : []) {
      const lost = this.sample.of(queue.name, reason, cls);
      measures.push({ ...this.share(at, lost, offered), statistic: `loss(${reason})` });
    }
    return measures;
  }

  pool(pool: Pool): Measure[] {
    const { name } = pool;
    const all = this.at(name, null);
    const serving = this.inService(pool, null);
    const busy = this.sample.has(name, "busy") ? this.sample.of(name, "busy") : serving;
    const servers = pool.replicas * pool.concurrency;
    const measures = [this.level({ ...all, metric: "utilization" }, scaled(busy, 1 / servers))];
    for (const cls of this.classes) {
      const at = this.at(name, cls);
      const completed = this.sample.of(name, "latency", cls);
      measures.push(
        this.tally({ ...at, metric: "latency" }, [[name, "latency", cls]]),
        this.rate({ ...at, metric: "throughput" }, completed),
      );
      if (pool.serve === "one") {
        measures.push(this.ratio({ ...at, metric: "serviceTime" }, this.inService(pool, cls), completed));
      }
    }
    if (this.isBlocked(name)) measures.push(this.blocked(name));
    return measures;
  }

  private blocked(name: Name): Measure {
    return this.level({ ...this.at(name, null), metric: "blocked" }, this.sample.of(name, "blocked"));
  }

  /** Whether a queue ever made this producer or pool wait. */
  private isBlocked(name: Name): boolean {
    return this.sample.has(name, "blocked") && total(this.sample.of(name, "blocked")) > 0;
  }

  // Series

  private inService(pool: Pool, cls: number | null): Series {
    return this.sum(pool.from.map(({ queue }) => this.sample.of(between(queue, pool.name), "inService", cls)));
  }

  /** Where the ages of copies that leave the system are tallied. */
  private endings(cls: number | null): Source[] {
    return this.model.pools.flatMap((pool): Source[] => {
      if (endsAll(pool)) return [[pool.name, "latency", cls]];
      return endsSome(pool) ? [[pool.name, "finished", cls]] : [];
    });
  }

  private published(cls: number | null): Series {
    return this.sum(this.model.producers.map((producer) => this.sample.of(producer.name, "published", cls)));
  }

  private lost({ name }: Queue, cls: number | null): Series {
    return added(this.sample.of(name, "refused", cls), this.sample.of(name, "dropped", cls));
  }

  private sum(series: Series[]): Series {
    return added(zeros(this.seconds), ...series);
  }

  // Measures

  private tally(what: What, sources: Source[]): Measure {
    const { sample } = this;
    const sums = (["count", "sum", "squares"] as const).map((sum) =>
      this.sum(sources.map((source) => sample.of(...source, sum))),
    );
    const [count, sum, squares] = sums;
    const measure = this.ratio(what, sum, count);
    if (measure.mean !== null) measure.variance = varianceOf(count, sum, squares);
    measure.kind = "observed";
    measure.largest = Math.max(0, ...sources.map((source) => sample.peak(...source)));
    measure.tails = sample.tails(sources);
    return measure;
  }

  private level(what: What, integral: Series): Measure {
    return { ...this.ratio(what, integral, this.seconds), unit: "1", kind: "level", count: 0 };
  }

  private rate(what: What, count: Series): Measure {
    return { ...this.ratio(what, count, this.seconds), unit: "1/s", kind: "rate", count: total(count) };
  }

  private share(what: What, part: Series, whole: Series): Measure {
    return { ...this.ratio(what, part, whole), unit: "1", kind: "share", count: total(whole) };
  }

  private ratio(what: What, numerator: Series, denominator: Series): Measure {
    const count = total(denominator);
    const mean = count > 0 ? ratioOf(numerator, denominator) : null;
    return {
      ...what,
      statistic: "mean",
      unit: "s",
      kind: "observed",
      mean,
      count,
      variance: null,
      largest: null,
      tails: null,
      unseen: 0,
    };
  }

  private all(cls: number | null): Pick<Measure, "where" | "class"> {
    return this.at("system", cls);
  }

  private at(where: Name | "system", cls: number | null): Pick<Measure, "where" | "class"> {
    return { where, class: cls === null ? "*" : this.model.classes[cls].name };
  }
}

function poolsByQueue({ pools }: Model): Map<Name, Name[]> {
  const byQueue = new Map<Name, Name[]>();
  for (const { name, from } of pools) {
    for (const queue of new Set(from.map((one) => one.queue))) {
      byQueue.set(queue, [...(byQueue.get(queue) ?? []), name]);
    }
  }
  return byQueue;
}

function isLimited(queue: Queue): boolean {
  return Number.isFinite(queue.limit.amount);
}
