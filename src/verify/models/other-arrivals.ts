import type { Arrivals } from "../../random/arrivals.ts";
import type { Distribution } from "../../random/distribution.ts";
import type { Simulated } from "../simulated.ts";
import { constant, exponential, poisson, single } from "../systems.ts";
import { balanced, erlang, lognormal } from "./laws.ts";

/** One queue whose messages do not come one by one at random: renewal, modulated, in batches, split, from clients. */

function renewal(interval: Distribution): Arrivals {
  return { process: "renewal", interval };
}

const MODULATED: Arrivals = {
  process: "mmpp",
  states: ["burst", "quiet"],
  rates: [3, 0.5],
  generator: [
    [0, 0.02],
    [0.01, 0],
  ],
};

const AHEAD = { from: [{ queue: "queues.a", window: Number.POSITIVE_INFINITY, priority: 0 }], replicas: 2 };

/** Credits go round: `window` messages between a broker that always has more and one consumer, `trip` s away. */
function credits(window: number, trip: number) {
  return single({ process: "closed", population: window, think: constant(trip) }, exponential(0.001));
}

export const otherArrivals: Simulated[] = [
  ...(
    [
      ["GIM1-E4-r80", erlang(4, 1.25)],
      ["GIM1-H2_4-r80", balanced(1.25, 4)],
      ["GIM1-U-r80", { dist: "uniform", min: 0, max: 2.5 }],
      ["GIM1-LN_1-r80", lognormal(1.25, 1)],
    ] as const
  ).map(
    ([id, interval]): Simulated => ({
      id,
      model: single(renewal(interval), exponential(1)),
      metrics: ["W", "Wq", "L", "U", "P_wait", "W_p50", "W_p90", "W_p99", "Wq_p90", "Wq_p99"],
    }),
  ),
  {
    id: "E4H2-1-r80",
    model: single(renewal(erlang(4, 1.25)), balanced(1, 4)),
    metrics: ["W", "Wq", "L", "Lq", "U", "P_wait", "Wq_p90", "Wq_p99"],
  },
  {
    id: "MMPP2-B",
    model: single(MODULATED, exponential(0.5)),
    messages: 1e6,
    metrics: ["W", "Wq", "L", "U", "P_wait", "W_p50", "W_p90", "W_p99", "Wq_p99"],
  },
  { id: "RR-SPLIT-2", model: single(poisson(1.6), exponential(1), { pool: AHEAD }), metrics: ["W", "W_p99"] },
  {
    id: "MXGEO4-M1",
    model: single(poisson(0.2), exponential(1), { producer: { batch: { discrete: "geometric", mean: 4 } } }),
    messages: 5e5,
    metrics: ["W", "Wq", "L", "U", "W_p99"],
  },
  {
    id: "TIMESHARE-50",
    model: single({ process: "closed", population: 50, think: exponential(30) }, exponential(0.5)),
    metrics: ["W", "Wq", "X", "L", "Lq", "U"],
  },
  ...[1, 50].map(
    (window): Simulated => ({
      id: `PREFETCH-${window}`,
      model: credits(window, 0.01),
      metrics: ["W_at_consumer", "L_consumer", "X", "U"],
      read: {
        W_at_consumer: { where: "queues.a", class: "*", metric: "sojournTime", statistic: "mean" },
        L_consumer: { where: "queues.a", class: "*", metric: "numberInSystem", statistic: "mean" },
      },
    }),
  ),
  ...[5, 10].map(
    (window): Simulated => ({ id: `PREFETCH-DET-${window}`, model: credits(window, 0.01), metrics: ["X"] }),
  ),
];
