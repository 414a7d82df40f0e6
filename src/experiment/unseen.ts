import type { Distribution } from "../random/distribution.ts";
import { unseenSquares } from "../random/unseen.ts";
import type { Metric, Model, Name, Pool } from "../spec.ts";
import type { Measure } from "./measure.ts";

/** How much of a true mean hangs on services that a run of this length can hardly have seen: a share, 0 … 1. */
export type Unseen = (measure: Measure) => number;

/**
 * A wait behind a server is proportional to the second moment of service times (Pollaczek and Khinchine), and of that
 * much may come of services so long that not one is expected in the whole run. Neither mean nor interval can tell then,
 * but the law of service does. Of several servers one giant holds up one, which matters only if the others cannot do
 * all of the work: at a load above 1 − 1/servers. Where servers are shared or interrupted, giants hold up nobody.
 *
 * For the whole system many pools stand together: what one of them never served, of many alike others did.
 *
 * @param measures of one sample of the model
 */
export function unseenIn(model: Model, measures: Measure[]): Unseen {
  const figures = new Figures(measures);
  const alone = model.pools.map((pool) => unseenBy(pool, model, figures, 1));
  const alike = effectivePools(model, alone, figures);
  const apart = byQueue(model, alone);
  const together =
    alike === 1
      ? apart
      : byQueue(
          model,
          model.pools.map((pool) => unseenBy(pool, model, figures, alike)),
        );
  const from = new Map(model.pools.map((pool) => [pool.name, pool.from.map(({ queue }) => queue)]));
  const all = model.queues.map(({ name }) => name);
  return ({ where, metric }) => {
    if (!WAITS.includes(metric)) return 0;
    const [queues, shares] = where === "system" ? [all, together] : [from.get(where) ?? [where], apart];
    const part = missing(queues, shares, figures);
    return part === 0 ? 0 : 1 - 1 / (1 + part / present(figures, where, metric));
  };
}

/** By queue, the largest share that is unseen by one of its pools. */
function byQueue({ pools }: Model, unseen: number[]): Map<Name, number> {
  const shares = new Map<Name, number>();
  pools.forEach(({ from }, i) => {
    for (const { queue } of from) shares.set(queue, Math.max(unseen[i], shares.get(queue) ?? 0));
  });
  return shares;
}

/** Of how many pools, all alike, what is missing would come with the same scatter: (Σ m)² / Σ m². */
function effectivePools({ pools }: Model, unseen: number[], figures: Figures): number {
  let sum = 0;
  let squares = 0;
  pools.forEach(({ from }, i) => {
    const part = from.reduce((all, { queue }) => all + hidden(unseen[i], figures.mean(queue, "numberInQueue")), 0);
    sum += part;
    squares += part ** 2;
  });
  return sum > 0 && squares < Number.POSITIVE_INFINITY ? sum ** 2 / squares : 1;
}

/** How many more would wait in these queues if nothing were unseen. */
function missing(queues: Name[], shares: Map<Name, number>, figures: Figures): number {
  return queues.reduce((sum, name) => sum + hidden(shares.get(name) ?? 0, figures.mean(name, "numberInQueue")), 0);
}

/** How many more would wait if not a share of what makes them wait were unseen. */
function hidden(share: number, waiting: number): number {
  return waiting === 0 ? 0 : (share * waiting) / (1 - share);
}

const WAITS: Metric[] = ["latency", "sojournTime", "waitingTime", "numberInSystem", "numberInQueue"];

/** How many messages are in what a metric measures, by Little's law where it is a time. */
function present(figures: Figures, where: Name, metric: Metric): number {
  if (metric === "waitingTime" || metric === "numberInQueue") return figures.mean(where, "numberInQueue");
  if (metric === "latency") return figures.mean(where, "latency") * figures.mean(where, "throughput");
  return figures.mean(where, "numberInSystem");
}

/**
 * The share of the second moment of a pool's services that its run cannot have seen, or would not have if it had served
 * so many times as much; 0 where it does not matter.
 */
function unseenBy(pool: Pool, model: Model, figures: Figures, times: number): number {
  const served = figures.count(pool.name, "*");
  const servers = pool.replicas * pool.concurrency;
  if (pool.serve !== "one" || pool.service.by !== "class" || served < 2) return 0;
  if (figures.mean(pool.name, "utilization") <= 1 - 1 / servers) return 0;
  const { law } = pool.service;
  if (law.length === 1) return unseenSquares(law[0], times * served);
  const of = model.classes.map(({ name }, i) => ({ weight: figures.count(pool.name, name) / served, law: law[i] }));
  const mixture: Distribution = { dist: "mixture", of: of.filter(({ weight }) => weight > 0) };
  return unseenSquares(mixture, times * served);
}

/** Measures by place and metric. */
class Figures {
  private readonly of = new Map<string, Measure>();

  constructor(measures: Measure[]) {
    for (const measure of measures) {
      if (measure.statistic === "mean") this.of.set(`${measure.where}/${measure.metric}/${measure.class}`, measure);
    }
  }

  /** Of all classes; 0 where there was nothing to observe. */
  mean(where: Name, metric: Metric): number {
    return this.of.get(`${where}/${metric}/*`)?.mean?.value ?? 0;
  }

  /** Messages of a class that a pool has served. */
  count(pool: Name, cls: string): number {
    return this.of.get(`${pool}/latency/${cls}`)?.count ?? 0;
  }
}
