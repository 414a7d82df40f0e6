import { layoutOf, type Recorded } from "../../src/model/layout.ts";
import type { Observation } from "../../src/model/observation.ts";
import { type Job, Replication, watchKey } from "../../src/model/replication.ts";
import type { Arrivals } from "../../src/random/arrivals.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import type { MessageClass, Model, Name, Pool, Producer, Queue } from "../../src/spec.ts";

/** Small models for tests, written with short names: "a" is queues.a, consumers.a, producers.a. */

export const exponential = (mean: number): Distribution => ({ dist: "exponential", mean });
export const constant = (value: number): Distribution => ({ dist: "constant", value });
export const poisson = (rate: number): Arrivals => ({ process: "poisson", rate });
export const times = (...at: number[]): Arrivals => ({ process: "times", at, period: null });

const ONE_CLASS: MessageClass[] = [{ name: "message", priority: 0 }];

export function producer(name: string, arrivals: Arrivals, to: string[], changes: Partial<Producer> = {}): Producer {
  return {
    name: `producers.${name}`,
    count: 1,
    arrivals,
    profile: null,
    batch: { discrete: "constant", value: 1 },
    mix: [{ class: 0, share: 1 }],
    to: [{ share: 1, to: to.map((queue) => `queues.${queue}`) }],
    ...changes,
  };
}

export function queue(name: string, changes: Partial<Queue> = {}): Queue {
  const limit: Queue["limit"] = { amount: Number.POSITIVE_INFINITY, counts: "system", overflow: "refuse" };
  return { name: `queues.${name}`, order: "fifo", limit, parking: false, ...changes };
}

export function pool(name: string, service: Distribution | Pool["service"], changes: Partial<Pool> = {}): Pool {
  return {
    name: `consumers.${name}`,
    from: [{ queue: `queues.${name}`, window: changes.concurrency ?? 1, priority: 0 }],
    replicas: 1,
    concurrency: 1,
    serve: "one",
    service: "dist" in service ? { by: "class", law: [service] } : service,
    then: [{ share: 1, to: [] }],
    ...changes,
  };
}

export function model(parts: Partial<Model>): Model {
  return { classes: ONE_CLASS, producers: [], queues: [], pools: [], ...parts };
}

/** One queue "a" and its pool. */
export function single(
  arrivals: Arrivals,
  service: Distribution,
  changes: { queue?: Partial<Queue>; pool?: Partial<Pool>; producer?: Partial<Producer> } = {},
): Model {
  return model({
    producers: [producer("a", arrivals, ["a"], changes.producer)],
    queues: [queue("a", changes.queue)],
    pools: [pool("a", service, changes.pool)],
  });
}

const METRICS: Recorded[] = ["numberInSystem", "waitingTime", "sojournTime", "latency", "finished"];

export function jobOf(of: Model, changes: Partial<Job> = {}): Job {
  const watch = [...of.queues, ...of.pools].flatMap(({ name }) => METRICS.map((metric) => watchKey(name, metric)));
  return { model: of, watch, batchSeconds: 1, seed: 1, replication: 0, ...changes };
}

export function observe(of: Model, until: number, changes: Partial<Job> = {}): Observation {
  const run = new Replication(jobOf(of, changes));
  run.advance(until);
  return run.observe();
}

/** What an observation adds up to over its whole length. */
export class Totals {
  readonly observation: Observation;
  private readonly layout;

  constructor(of: Model, observation: Observation) {
    this.observation = observation;
    this.layout = layoutOf(of, () => true);
  }

  count(where: Name, metric: Recorded, cls: number | null = null): number {
    return this.sum(where, metric, cls, 0);
  }

  /** Mean of a tally. */
  mean(where: Name, metric: Recorded, cls: number | null = null): number {
    return this.sum(where, metric, cls, 1) / this.sum(where, metric, cls, 0);
  }

  /** Time average of a level. */
  level(where: Name, metric: Recorded, cls: number | null = null): number {
    return this.sum(where, metric, cls, 0) / this.observation.until;
  }

  peak(where: Name, metric: Recorded): number {
    const { peak } = this.layout.parts.get(where)!.find((one) => one.metric === metric && one.class === null)!;
    return Math.max(...this.observation.batches.map((batch) => batch.peaks[peak]));
  }

  private sum(where: Name, metric: Recorded, cls: number | null, offset: number): number {
    const series = this.layout.parts.get(where)!.find((one) => one.metric === metric && one.class === cls)!;
    return this.observation.batches.reduce((sum, batch) => sum + batch.sums[series.slot + offset], 0);
  }
}

export function totals(of: Model, until: number, changes: Partial<Job> = {}): Totals {
  return new Totals(of, observe(of, until, changes));
}
