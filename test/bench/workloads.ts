import { shareAlike } from "../../src/config/alike.ts";
import type { Model, Pool, Producer, Queue } from "../../src/spec.ts";

/** A model that is run to be timed; the same numbers stand in c/evlist.c. Times in units of one service. */
export interface Workload {
  title: string;
  model: Model;
  /** Messages published per unit of time, all producers together. */
  rate: number;
}

export type WorkloadName = "W1" | "W2" | "W3" | "W7";
export const WORKLOAD_NAMES: WorkloadName[] = ["W1", "W2", "W3", "W7"];

export function workload(name: WorkloadName): Workload {
  switch (name) {
    case "W1":
      return { title: "M/M/1, ρ 0.8", rate: 0.8, model: chained(1, { arrivals: 0.8, servers: 1 }) };
    case "W2":
      return { title: "M/M/4, ρ 0.9", rate: 3.6, model: chained(1, { arrivals: 3.6, servers: 4 }) };
    case "W3":
      return { title: "five M/M/1 in tandem, ρ 0.8", rate: 0.8, model: chained(5, { arrivals: 0.8, servers: 1 }) };
    case "W7":
      return { title: "10,000 M/M/1 side by side, ρ 0.8", rate: 8000, model: sideBySide(10_000) };
  }
}

/** Stations of which each sends its messages on to the next. */
function chained(stations: number, { arrivals, servers }: { arrivals: number; servers: number }): Model {
  const names = Array.from({ length: stations }, (_, i) => `q${i}`);
  return {
    classes: [{ name: "message", priority: 0 }],
    producers: [producer(names[0], arrivals)],
    queues: names.map(queue),
    pools: names.map((name, i) => pool(name, servers, i + 1 < names.length ? [`queues.${names[i + 1]}`] : [])),
  };
}

function sideBySide(stations: number): Model {
  const names = Array.from({ length: stations }, (_, i) => `q${i}`);
  const model: Model = {
    classes: [{ name: "message", priority: 0 }],
    producers: names.map((name) => producer(name, 0.8)),
    queues: names.map(queue),
    pools: names.map((name) => pool(name, 1, [])),
  };
  shareAlike(model); // as it is done with a model read from a file
  return model;
}

function producer(name: string, rate: number): Producer {
  return {
    name: `producers.${name}`,
    count: 1,
    arrivals: { process: "poisson", rate },
    profile: null,
    batch: { discrete: "constant", value: 1 },
    mix: [{ class: 0, share: 1 }],
    to: [{ share: 1, to: [`queues.${name}`] }],
  };
}

function queue(name: string): Queue {
  const limit: Queue["limit"] = { amount: Number.POSITIVE_INFINITY, counts: "system", overflow: "refuse" };
  return { name: `queues.${name}`, order: "fifo", limit, parking: false };
}

function pool(name: string, concurrency: number, to: string[]): Pool {
  return {
    name: `consumers.${name}`,
    from: [{ queue: `queues.${name}`, window: concurrency, priority: 0 }],
    replicas: 1,
    concurrency,
    serve: "one",
    service: { by: "class", law: [{ dist: "exponential", mean: 1 }] },
    then: [{ share: 1, to }],
  };
}
