import type { Arrivals } from "../random/arrivals.ts";
import type { Distribution } from "../random/distribution.ts";
import type { MessageClass, Model, Pool, Producer, Queue } from "../spec.ts";

/** Small models, written with short names: "a" is queues.a, consumers.a, producers.a. */

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
