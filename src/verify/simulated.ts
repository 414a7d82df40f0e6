import type { Metric, Model, Name, Statistic } from "../spec.ts";

/** A case of cases.json as a model, and where its metrics are to be read. */
export interface Simulated {
  id: string;
  /** What distinguishes several models of one case. */
  variant?: string;
  model: Model;
  /** Published in all four runs together; 300,000 unless said. */
  messages?: number;
  /** Names of metrics in cases.json. The first speaks for the case where cases are counted. */
  metrics: string[];
  /** Readings that do not follow from the metric's name. */
  read?: Record<string, Reading>;
}

/** A place, a metric and what of it. */
export interface Reading {
  where: Name | "system";
  /** Name of a class; "*" = all. */
  class: string;
  metric: Metric;
  statistic: "mean" | "variance" | { quantile: number } | { shareAbove: number };
}

type At = "queues" | "consumers" | "system";

/** What the letters of cases.json mean. */
const LETTERS: Record<string, [At, Metric]> = {
  L: ["queues", "numberInSystem"],
  Lq: ["queues", "numberInQueue"],
  W: ["queues", "sojournTime"],
  W_visit: ["queues", "sojournTime"],
  Wq: ["queues", "waitingTime"],
  X: ["queues", "throughput"],
  U: ["consumers", "utilization"],
  P_block: ["queues", "lossProbability"],
  W_total: ["system", "latency"],
  W_cycle: ["system", "latency"],
  L_total: ["system", "numberInSystem"],
};

/** Reads "Var_Wq[class2]", "W_total_p99" or "U[3]": of queue and pool "a", or of those with the number. */
export function readingOf(name: string): Reading {
  if (name === "P_wait") return { ...readingOf("Wq"), statistic: { shareAbove: 0 } };
  const parts = /^(?<spread>Var_)?(?<letters>\w+?)(_p(?<digits>\d+))?(\[(?<index>\w+)\])?$/.exec(name)?.groups;
  const known = LETTERS[parts?.letters ?? ""];
  if (parts === undefined || known === undefined) throw new Error(`say where ${name} is to be read`);
  const [at, metric] = known;
  const { index = "", digits, spread } = parts;
  const ofClass = index.startsWith("class");
  return {
    where: at === "system" ? at : `${at}.${index === "" || ofClass ? "a" : index}`,
    class: ofClass ? index : "*",
    metric,
    statistic: digits !== undefined ? { quantile: Number(`0.${digits}`) } : spread !== undefined ? "variance" : "mean",
  };
}

/** "MG1-D-r50", or with what distinguishes it from other models of the case: "MGINF (constant)". */
export function nameOf({ id, variant }: Pick<Simulated, "id" | "variant">): string {
  return variant === undefined ? id : `${id} (${variant})`;
}

/** A quantile of 0.999 is called p99.9. */
export function statisticOf(statistic: "mean" | "variance" | { quantile: number }): Statistic {
  return typeof statistic === "object" ? `p${Number((100 * statistic.quantile).toFixed(6))}` : statistic;
}
