import type { Distribution } from "../../random/distribution.ts";
import type { Producer, Queue } from "../../spec.ts";
import type { Reading, Simulated } from "../simulated.ts";
import { constant, exponential, poisson, single } from "../systems.ts";
import { lognormal } from "./laws.ts";

/** Queues that hold no more than so many messages, those in service included. */

interface Limited {
  lambda: number;
  service: Distribution;
  c: number;
  capacity: number;
  overflow?: Queue["limit"]["overflow"];
  producer?: Partial<Producer>;
}

function limited({ lambda, service, c, capacity, overflow = "refuse", producer = {} }: Limited) {
  const limit = { amount: capacity, counts: "system", overflow } as const;
  return single(poisson(lambda), service, { queue: { limit }, pool: { replicas: c }, producer });
}

function erlangLoss(c: number, load: number, service: Distribution): Simulated {
  const model = limited({ lambda: load, service, c, capacity: c });
  return { id: `ERLB-${c}`, variant: service.dist, model, metrics: ["P_block", "L", "X"] };
}

const at = (metric: Reading["metric"], statistic: Reading["statistic"] = "mean"): Reading => ({
  where: "queues.a",
  class: "*",
  metric,
  statistic,
});
const K6 = { lambda: 0.9, service: exponential(1), c: 1, capacity: 6 };

export const limits: Simulated[] = [
  ...[exponential(1), constant(1), lognormal(1, 4)].flatMap((service) => [
    erlangLoss(20, 15, service),
    erlangLoss(100, 90, service),
  ]),
  {
    id: "MM1K5-l0.8",
    model: limited({ lambda: 0.8, service: exponential(1), c: 1, capacity: 5 }),
    metrics: ["P_block", "X", "L", "Lq", "W", "Wq", "U", "W_p99"],
  },
  {
    id: "MM4K6-l50",
    model: limited({ lambda: 50, service: exponential(0.1), c: 4, capacity: 6 }),
    metrics: ["P_block", "X", "L", "Lq", "W", "Wq", "U", "W_p99"],
  },
  {
    id: "DROP-K6",
    variant: "the newest is refused",
    model: limited(K6),
    metrics: ["Wq_delivered_droptail", "W_p99_delivered_droptail", "P_loss", "X"],
    read: {
      Wq_delivered_droptail: at("waitingTime"),
      W_p99_delivered_droptail: at("sojournTime", { quantile: 0.99 }),
      P_loss: at("lossProbability"),
    },
  },
  {
    id: "DROP-K6",
    variant: "the oldest is dropped",
    model: limited({ ...K6, overflow: "drop-oldest" }),
    metrics: ["Wq_delivered_drophead", "Wq_p99_delivered_drophead", "P_loss", "X"],
    read: {
      Wq_delivered_drophead: at("waitingTime"),
      Wq_p99_delivered_drophead: at("waitingTime", { quantile: 0.99 }),
      P_loss: at("lossProbability"),
    },
  },
  {
    id: "MD1K5",
    model: limited({ lambda: 0.9, service: constant(1), c: 1, capacity: 5 }),
    metrics: ["P_block", "L", "W", "U"],
  },
  {
    id: "MX5-M1K12-PARTIAL",
    model: limited({
      lambda: 0.2,
      service: exponential(1),
      c: 1,
      capacity: 12,
      producer: { batch: { discrete: "constant", value: 5 } },
    }),
    metrics: ["P_loss_msg", "L", "W"],
    read: { P_loss_msg: at("lossProbability") },
  },
];
