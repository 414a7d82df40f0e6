import type { Distribution } from "../../random/distribution.ts";
import type { Model, Pool, Queue } from "../../spec.ts";
import type { Reading, Simulated } from "../simulated.ts";
import { constant, exponential, model, poisson, pool, producer, queue, single } from "../systems.ts";
import { balanced } from "./laws.ts";

/** One queue with classes, or an order other than first come, first served. */

interface Classed {
  /** Most urgent first: rate [1/s] and service. */
  classes: [number, Distribution][];
  order?: Queue["order"];
  pool?: Partial<Pool>;
}

const ALL_AT_ONCE: Pool["from"] = [{ queue: "queues.a", window: Number.POSITIVE_INFINITY, priority: 0 }];

function classed({ classes, order = "fifo", pool: changes = {} }: Classed): Model {
  return model({
    classes: classes.map((_, i) => ({ name: `class${i + 1}`, priority: classes.length - i })),
    producers: classes.map(([rate], i) =>
      producer(`${i + 1}`, poisson(rate), ["a"], { mix: [{ class: i, share: 1 }] }),
    ),
    queues: [queue("a", { order })],
    pools: [pool("a", { by: "class", law: classes.map(([, law]) => law) }, changes)],
  });
}

function each(n: number, ...letters: string[]): string[] {
  return letters.flatMap((letter) => Array.from({ length: n }, (_, i) => `${letter}[class${i + 1}]`));
}

const at = (metric: Reading["metric"]): Reading => ({ where: "queues.a", class: "*", metric, statistic: "mean" });

const MIXED: [number, Distribution][] = [
  [0.2, constant(1)],
  [0.2, exponential(1)],
  [0.2, balanced(2, 4)],
];
const sharing = (replicas: number): Partial<Pool> => ({ serve: "shared", replicas, from: ALL_AT_ONCE });

export const classes: Simulated[] = [
  {
    id: "NP2-NEQ",
    model: classed({
      classes: [
        [0.3, exponential(0.5)],
        [0.3, exponential(5 / 3)],
      ],
      order: "priority",
    }),
    messages: 6e5,
    metrics: [...each(2, "Wq", "W", "Lq", "Var_Wq", "W_p99"), "U"],
  },
  {
    id: "NP3-MIX",
    model: classed({ classes: MIXED, order: "priority" }),
    messages: 6e5,
    metrics: [...each(3, "Wq", "W", "Lq"), "U", "Var_Wq[class1]"],
  },
  {
    id: "PR3-MIX",
    model: classed({ classes: MIXED, pool: { serve: "preemptive", from: ALL_AT_ONCE } }),
    messages: 6e5,
    metrics: each(3, "W", "L"),
  },
  {
    id: "NPC4",
    model: classed({
      classes: [1, 1.2, 1.2].map((rate) => [rate, exponential(1)]),
      order: "priority",
      pool: { replicas: 4 },
    }),
    metrics: [...each(3, "Wq"), "Wq_all", "P_wait"],
    read: { Wq_all: at("waitingTime") },
  },
  {
    id: "FCFS-MULTI",
    model: classed({
      classes: [
        [0.2, constant(1)],
        [0.3, exponential(1)],
        [0.1, exponential(3)],
      ],
    }),
    messages: 6e5,
    metrics: ["Wq(all classes)", ...each(3, "W")],
    read: { "Wq(all classes)": at("waitingTime") },
  },
  {
    id: "SIZE-BASED-MM1",
    variant: "shortest first",
    model: single(poisson(0.8), exponential(1), { queue: { order: "shortest" } }),
    metrics: ["W_SJF", "Wq_SJF"],
    read: { W_SJF: at("sojournTime"), Wq_SJF: at("waitingTime") },
  },
  {
    id: "SIZE-BASED-MM1",
    variant: "first come, first served",
    model: single(poisson(0.8), exponential(1)),
    metrics: ["W_FCFS"],
    read: { W_FCFS: at("sojournTime") },
  },
  {
    id: "PS-MM1",
    model: single(poisson(0.8), exponential(1), { pool: sharing(1) }),
    metrics: ["W", "Var_W", "W_p99"],
  },
  { id: "MGC-PS-D", model: single(poisson(3.2), constant(1), { pool: sharing(4) }), metrics: ["W", "L"] },
];
