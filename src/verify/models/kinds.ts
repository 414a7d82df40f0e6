import type { Distribution } from "../../random/distribution.ts";
import type { Model } from "../../spec.ts";
import { constant, exponential, model, poisson, pool, producer, queue, single } from "../systems.ts";
import { balanced, erlang, lognormal } from "./laws.ts";

/** Kinds of queues with a formula of ours for each; mean service times of 1 s, and a load to be chosen. */
export const KINDS: Record<string, (load: number) => Model> = {
  "M/M/1": (load) => single(poisson(load), exponential(1)),
  "M/M/4": (load) => single(poisson(4 * load), exponential(1), { pool: { replicas: 4 } }),
  "M/D/1": (load) => single(poisson(load), constant(1)),
  "M/D/3": (load) => single(poisson(3 * load), constant(1), { pool: { replicas: 3 } }),
  "M/E3/1": (load) => single(poisson(load), erlang(3, 1)),
  "M/lognormal/1": (load) => single(poisson(load), lognormal(1, 2)),
  "M/H2/2": (load) => single(poisson(2 * load), balanced(1, 3), { pool: { replicas: 2 } }),
  "M/M/2/6": (load) =>
    single(poisson(2 * load), exponential(1), { queue: { limit: limitOf(6) }, pool: { replicas: 2 } }),
  "E4/M/1": (load) => single(renewal(erlang(4, 1 / load)), exponential(1)),
  "U/M/2": (load) =>
    single(renewal({ dist: "uniform", min: 0, max: 1 / load }), exponential(1), { pool: { replicas: 2 } }),
  "M/M/1 last come, first served": (load) => single(poisson(load), exponential(1), { queue: { order: "lifo" } }),
  "M/G/1 shared": (load) => single(poisson(load), erlang(2, 1), { pool: { serve: "shared", from: ALL_AT_ONCE } }),
  "M/M/1 with priorities": (load) => ranked(load),
  "M/M/1 in batches of 3": (load) =>
    single(poisson(load / 3), exponential(1), { producer: { batch: { discrete: "constant", value: 3 } } }),
};

const ALL_AT_ONCE = [{ queue: "queues.a", window: Number.POSITIVE_INFINITY, priority: 0 }];

function limitOf(amount: number) {
  return { amount, counts: "system", overflow: "refuse" } as const;
}

function renewal(interval: Distribution) {
  return { process: "renewal", interval } as const;
}

/** Two classes of equal rates; the urgent one goes first, without interruption. */
function ranked(load: number): Model {
  const mix = [0, 1].map((cls) => ({ class: cls, share: 0.5 }));
  return model({
    classes: [
      { name: "urgent", priority: 1 },
      { name: "normal", priority: 0 },
    ],
    producers: [producer("a", poisson(load), ["a"], { mix })],
    queues: [queue("a", { order: "priority" })],
    pools: [pool("a", { by: "class", law: [exponential(1), exponential(1)] })],
  });
}
