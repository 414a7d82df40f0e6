import type { Arrivals } from "../../random/arrivals.ts";
import type { Distribution } from "../../random/distribution.ts";
import type { Model, Pool, Queue, Way } from "../../spec.ts";
import type { Reading, Simulated } from "../simulated.ts";
import { constant, exponential, model, poisson, pool, producer, queue } from "../systems.ts";

/** Several queues. */

/** A queue with its consumers, and the shares of what goes on to other stations; the rest leaves. */
interface Station {
  service: Distribution;
  to?: Record<string, number>;
  servers?: number;
  limit?: Queue["limit"];
  pool?: Partial<Pool>;
}

function network(arrivals: Record<string, Arrivals>, stations: Record<string, Station>): Model {
  const all = Object.entries(stations);
  return model({
    producers: Object.entries(arrivals).map(([to, process]) => producer(to, process, [to])),
    queues: all.map(([name, { limit }]) => queue(name, limit === undefined ? {} : { limit })),
    pools: all.map(([name, { service, servers = 1, to = {}, pool: changes = {} }]) =>
      pool(name, service, { replicas: servers, then: waysOf(to), ...changes }),
    ),
  });
}

function waysOf(to: Record<string, number>): Way[] {
  const ways = Object.entries(to).map(([name, share]): Way => ({ share, to: [`queues.${name}`] }));
  const leaving = 1 - ways.reduce((sum, { share }) => sum + share, 0);
  return leaving > 1e-12 ? [...ways, { share: leaving, to: [] }] : ways;
}

function line(lambda: number, services: Distribution[]): Model {
  const last = services.length;
  const stations = services.map((service, i): [string, Station] => [
    `${i + 1}`,
    { service, to: i + 1 < last ? { [`${i + 2}`]: 1 } : {} },
  ]);
  return network({ "1": poisson(lambda) }, Object.fromEntries(stations));
}

function each(n: number, ...letters: string[]): string[] {
  return letters.flatMap((letter) => Array.from({ length: n }, (_, i) => `${letter}[${i + 1}]`));
}

function reading(where: string, metric: Reading["metric"]): Reading {
  return { where, class: "*", metric, statistic: "mean" };
}

const BOLCH = network(
  { "4": poisson(4) },
  {
    "1": { service: exponential(0.04), to: { "2": 0.5, "3": 0.5 } },
    "2": { service: exponential(0.03), to: { "1": 1 } },
    "3": { service: exponential(0.06), to: { "1": 0.6 } },
    "4": { service: exponential(0.05), to: { "1": 1 } },
  },
);
const SIXTO = network(
  { "1": poisson(8), "3": poisson(6) },
  {
    "1": { service: exponential(1 / 14), to: { "2": 0.2, "3": 0.56, "4": 0.24 } },
    "2": { service: exponential(1 / 9), to: { "1": 1 } },
    "3": { service: exponential(1 / 17) },
    "4": { service: exponential(1 / 7) },
  },
);
const RETRIES = { a: 0.25 };

/** Three stages without room between them: a server whose message cannot go on is blocked. */
function blockedLine(): Model {
  const limit: Queue["limit"] = { amount: 1, counts: "system", overflow: "wait" };
  const stage = (to: Record<string, number>): Station => ({ service: exponential(1), limit, to });
  const of = network({ "1": poisson(1) }, { "1": stage({ "2": 1 }), "2": stage({ "3": 1 }), "3": stage({}) });
  // one batch without end at time 0: always another message at the door
  const endless = producer("1", { process: "times", at: [0], period: 1e9 }, ["1"], {
    batch: { discrete: "constant", value: 1e9 },
  });
  return { ...of, producers: [endless] };
}

/** Two stations that share their servers among all present, and two classes with demands of their own. */
function sharedTandem(): Model {
  const shared = (name: string): Partial<Pool> => ({
    serve: "shared",
    from: [{ queue: `queues.${name}`, window: Number.POSITIVE_INFINITY, priority: 0 }],
  });
  const law = (...means: number[]) => ({ by: "class" as const, law: means.map(exponential) });
  const of = (name: string, cls: number, rate: number) =>
    producer(name, poisson(rate), ["1"], { mix: [{ class: cls, share: 1 }] });
  return model({
    classes: ["A", "B"].map((name) => ({ name, priority: 0 })),
    producers: [of("A", 0, 3 / 19), of("B", 1, 2 / 19)],
    queues: [queue("1"), queue("2")],
    pools: [pool("1", law(1, 2), { ...shared("1"), then: waysOf({ "2": 1 }) }), pool("2", law(3, 4), shared("2"))],
  });
}

export const networks: Simulated[] = [
  {
    id: "BOLCH-7.4",
    model: BOLCH,
    messages: 1e5,
    metrics: ["W_total", "L_total", ...each(4, "W_visit", "L", "X", "U")],
  },
  { id: "SIXTO-11.11", model: SIXTO, metrics: ["W_total", "L_total", ...each(4, "W_visit", "L", "X", "U")] },
  {
    id: "TANDEM5",
    model: line(0.8, Array(5).fill(exponential(1))),
    metrics: ["W_total", "W_total_p90", "W_total_p99"],
  },
  { id: "TANDEM-MD-D", model: line(0.8, [constant(1), constant(1)]), metrics: ["W_total", "Wq[1]", "Wq[2]"] },
  {
    id: "LAZ-138",
    model: sharedTandem(),
    messages: 5e5,
    metrics: ["W[1,2]", "W[1,1]", "L[1,1]"],
    read: {
      "W[1,1]": { ...reading("queues.1", "sojournTime"), class: "A" },
      "W[1,2]": { ...reading("queues.2", "sojournTime"), class: "A" },
      "L[1,1]": { ...reading("queues.1", "numberInSystem"), class: "A" },
    },
  },
  { id: "LINE3-B0", model: blockedLine(), metrics: ["X"], read: { X: reading("system", "throughput") } },
  {
    id: "FB-TAIL",
    model: network({ a: poisson(0.6) }, { a: { service: exponential(1), to: RETRIES } }),
    metrics: ["W_total", "W_per_pass", "L", "U", "attempt_rate"],
    read: { W_per_pass: reading("queues.a", "sojournTime"), attempt_rate: reading("queues.a", "throughput") },
  },
  {
    id: "FB-DELAY5",
    model: network(
      { a: poisson(0.6) },
      {
        a: { service: exponential(1), to: { pause: 0.25 } },
        pause: { service: constant(5), to: { a: 1 }, pool: { concurrency: 1000 } },
      },
    ),
    metrics: ["W_total", "L_station", "L_backoff"],
    read: { L_station: reading("queues.a", "numberInSystem"), L_backoff: reading("queues.pause", "numberInSystem") },
  },
  ...[0.5, 0.8, 0.9].map(
    (lambda): Simulated => ({
      id: `FJ2-r${100 * lambda}`,
      model: model({
        producers: [producer("a", poisson(lambda), ["a", "b"])],
        queues: [queue("a"), queue("b")],
        pools: [pool("a", exponential(1)), pool("b", exponential(1))],
      }),
      metrics: ["W_subtask"],
      read: { W_subtask: reading("system", "latency") },
    }),
  ),
];

/** Clients that think for so long, and stations they visit before they think again. */
function closed(population: number, think: Distribution, stations: Record<string, Station>): Model {
  return network({ "1": { process: "closed", population, think } }, stations);
}

const CYCLE = { X: reading("system", "throughput") };
const visits = (...stations: number[]) =>
  stations.flatMap((i) => ["W_visit", "L", "X", "U"].map((letter) => `${letter}[${i}]`));

export const closedNetworks: Simulated[] = [
  {
    id: "BOLCH-8.3",
    model: closed(6, constant(0), {
      "1": { service: exponential(0.02), to: { "2": 0.4, "3": 0.2, "4": 0.1 } },
      "2": { service: exponential(0.2) },
      "3": { service: exponential(0.4) },
      "4": { service: exponential(0.6) },
    }),
    messages: 6e5,
    metrics: ["W_cycle", "X", ...visits(1, 2, 3, 4)],
    read: CYCLE,
  },
  {
    id: "BOLCH-8.4",
    model: closed(3, constant(0), {
      "1": { service: exponential(0.5), servers: 2, to: { "2": 0.5, "3": 0.5 } },
      "2": { service: exponential(0.6), to: { "4": 1 } },
      "3": { service: exponential(0.8), to: { "4": 1 } },
      "4": { service: exponential(1), pool: { concurrency: 3 } },
    }),
    metrics: ["W_cycle", "X", ...visits(1, 2, 3), "W_visit[4]", "L[4]", "X[4]"],
    read: CYCLE,
  },
  {
    id: "JAIN-MVA",
    model: closed(20, exponential(4), {
      "1": { service: exponential(0.125), to: { "2": 10 / 16, "3": 5 / 16 } },
      "2": { service: exponential(0.3), to: { "1": 1 } },
      "3": { service: exponential(0.2), to: { "1": 1 } },
    }),
    messages: 3e4,
    metrics: ["W_cycle", "X", ...visits(1, 2, 3)],
    read: CYCLE,
  },
  {
    id: "CLOSED-BIG",
    model: closed(100, exponential(5), {
      "1": { service: exponential(0.5), servers: 8, to: { "2": 1 } },
      "2": { service: exponential(0.08), to: { "3": 0.5 } },
      "3": { service: exponential(0.3), servers: 2 },
    }),
    messages: 5e5,
    metrics: ["W_cycle", "X", ...visits(1, 2, 3)],
    read: CYCLE,
  },
];
