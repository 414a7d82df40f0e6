import type { Distribution } from "../../random/distribution.ts";
import type { Model } from "../../spec.ts";
import type { Simulated } from "../simulated.ts";
import { constant, exponential, model, poisson, pool, producer, queue, single } from "../systems.ts";
import { balanced, erlang, lognormal } from "./laws.ts";

/** One queue, Poisson arrivals, no limit, first come, first served. */

const TIMES = ["Wq", "W", "U", "Wq_p90", "Wq_p99", "W_p90", "W_p99"];

export function mgc(lambda: number, service: Distribution, c: number): Model {
  return single(poisson(lambda), service, { pool: { replicas: c } });
}

/** More servers than there are ever messages. */
export function withoutWaiting(lambda: number, service: Distribution): Model {
  return single(poisson(lambda), service, { pool: { concurrency: 1000 } });
}

function delayProbability(c: number, load: number): Simulated {
  const metric = `C(c=${c},a=${load})`;
  const waits = { where: "queues.a", class: "*", metric: "waitingTime", statistic: { shareAbove: 0 } } as const;
  const model = mgc(load, exponential(1), c);
  return { id: "ERLANGC-TABLE", variant: metric, model, metrics: [metric], read: { [metric]: waits } };
}

/** Two consumers of one queue, of which the faster is served first. */
function fastestFirst(): Simulated {
  const consumer = (name: string, rate: number) =>
    pool(name, exponential(1 / rate), { from: [{ queue: "queues.a", window: 1, priority: rate }] });
  const utilization = (name: string) =>
    ({ where: `consumers.${name}`, class: "*", metric: "utilization", statistic: "mean" }) as const;
  return {
    id: "MM2-HET-FSF",
    model: model({
      producers: [producer("a", poisson(3), ["a"])],
      queues: [queue("a")],
      pools: [consumer("fast", 3), consumer("slow", 1.5)],
    }),
    metrics: ["W", "L", "Lq", "U_fast", "U_slow"],
    read: { U_fast: utilization("fast"), U_slow: utilization("slow") },
  };
}

/** M/M/1 at 0.99 load. */
export const nearSaturation: Simulated = {
  id: "MM1-r99",
  model: mgc(0.99, exponential(1), 1),
  messages: 4e5,
  metrics: ["W", "Wq", "L", "Lq", "U", "P_wait", "W_p90", "W_p99"],
};

const LATE = { where: "queues.a", class: "*", metric: "waitingTime", statistic: { shareAbove: 0.5 } } as const;

const PARETO: Distribution = { dist: "pareto", min: 2.5 / 3.5, alpha: 3.5 };

export const poissonQueues: Simulated[] = [
  ...[0.5, 0.8].map(
    (lambda): Simulated => ({
      id: `MM1-r${100 * lambda}`,
      model: mgc(lambda, exponential(1), 1),
      metrics: [...TIMES, "L", "Lq", "Var_W", "Var_Wq", "P_wait", "W_p50", "W_p95", "Wq_p95"],
    }),
  ),
  ...(
    [
      ["MMC-c2-a1.6", 1.6, 2],
      ["MMC-c10-a9", 9, 10],
    ] as const
  ).map(
    ([id, lambda, c]): Simulated => ({
      id,
      model: mgc(lambda, exponential(1), c),
      metrics: [...TIMES, "L", "Lq", "Var_Wq", "P_wait", "W_p50", "P(Wq>0.5)"],
      read: { "P(Wq>0.5)": LATE },
    }),
  ),
  ...(
    [
      [2, 1],
      [5, 3],
      [10, 8],
      [20, 17],
      [50, 45],
      [100, 90],
      [1000, 980],
    ] as const
  ).map(([c, a]) => delayProbability(c, a)),
  ...[exponential(2), constant(2), lognormal(2, 4)].map(
    (service): Simulated => ({
      id: "MGINF",
      variant: service.dist,
      model: withoutWaiting(10, service),
      metrics: ["L", "W", "Wq"],
    }),
  ),
  ...(
    [
      ["MG1-E2-r80", 0.8, erlang(2, 1)],
      ["MG1-E4-r80", 0.8, erlang(4, 1)],
      ["MG1-H2_10-r80", 0.8, balanced(1, 10)],
      ["MG1-LN_1-r80", 0.8, lognormal(1, 1)],
      ["MG1-PAR_3.5-r80", 0.8, PARETO],
      ["MG1-D-r50", 0.5, constant(1)],
      ["MG1-H2_4-r90", 0.9, balanced(1, 4)],
    ] as const
  ).map(
    ([id, lambda, service]): Simulated => ({
      id,
      model: mgc(lambda, service, 1),
      messages: 5e5,
      metrics: [...TIMES, "L", "Lq", "P_wait"],
    }),
  ),
  fastestFirst(),
  { id: "MDC-c10-r90", model: mgc(9, constant(1), 10), metrics: ["Wq", "W", "Lq", "P_wait", "Wq_p90", "Wq_p99"] },
  ...(
    [
      ["MPHC-E2-c2-r80", 1.6, erlang(2, 1), 2],
      ["MPHC-E2-c5-r80", 4, erlang(2, 1), 5],
      ["MPHC-H2-c5-r80", 4, balanced(1, 4), 5],
      ["MPHC-H2-c5-r90", 4.5, balanced(1, 4), 5],
    ] as const
  ).map(
    ([id, lambda, service, c]): Simulated => ({
      id,
      model: mgc(lambda, service, c),
      metrics: ["Wq", "W", "Lq", "P_wait", "Wq_p90", "Wq_p99"],
    }),
  ),
  ...(
    [
      ["SPLITMERGE-2-2", 0.35, [1 / 2, 1]],
      ["SPLITMERGE-4-4", 0.35, [1 / 4, 1 / 3, 1 / 2, 1]],
      ["SPLITMERGE-4-2", 0.6, [1 / 4, 1 / 3]],
    ] as const
  ).map(
    // all replicas work on one job until k of n are done: one server, whose service is the k-th of n exponentials
    ([id, lambda, means]): Simulated => ({
      id,
      model: mgc(lambda, { dist: "hypoexponential", means: [...means] }, 1),
      metrics: ["W"],
    }),
  ),
  ...(
    [
      ["QUORUM-5-3", [1 / 5, 1 / 4, 1 / 3]],
      ["QUORUM-3-3", [1 / 3, 1 / 2, 1]],
    ] as const
  ).map(
    ([id, means]): Simulated => ({
      id,
      model: withoutWaiting(1, { dist: "hypoexponential", means: [...means] }),
      metrics: ["W", "W_p50", "W_p99"],
    }),
  ),
];
