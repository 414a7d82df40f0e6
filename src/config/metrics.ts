import type { Metric } from "../spec.ts";
import type { Demand } from "./demand.ts";

/** Where something can be measured. */
export type Section = "system" | "producers" | "queues" | "consumers";

/** A quantity that objectives, plots and watches can name. */
export interface MetricWord {
  metric: Metric;
  /** What a bound on it is written in. */
  is: Demand["is"];
  at: readonly Section[];
  /** Whether it has a mean, percentiles and a maximum; otherwise it has the one statistic given. */
  statistic: "any" | "mean" | "total";
}

/** The words of the language for what is measured. */
export const METRIC_WORDS: ReadonlyMap<string, MetricWord> = new Map<string, MetricWord>([
  ["latency", { metric: "latency", is: "time", at: ["system", "consumers"], statistic: "any" }],
  ["wait", { metric: "waitingTime", is: "time", at: ["queues"], statistic: "any" }],
  ["sojourn", { metric: "sojournTime", is: "time", at: ["queues"], statistic: "any" }],
  ["service", { metric: "serviceTime", is: "time", at: ["consumers"], statistic: "mean" }],
  ["depth", { metric: "numberInSystem", is: "number", at: ["system", "queues"], statistic: "any" }],
  ["waiting", { metric: "numberInQueue", is: "number", at: ["queues"], statistic: "mean" }],
  ["throughput", { metric: "throughput", is: "rate", at: ["system", "queues", "consumers"], statistic: "mean" }],
  ["arrivals", { metric: "arrivalRate", is: "rate", at: ["system", "producers", "queues"], statistic: "mean" }],
  ["utilization", { metric: "utilization", is: "share", at: ["consumers"], statistic: "mean" }],
  ["loss", { metric: "lossProbability", is: "share", at: ["system", "queues"], statistic: "mean" }],
  ["lost", { metric: "lost", is: "number", at: ["system", "queues"], statistic: "total" }],
  ["blocked", { metric: "blocked", is: "share", at: ["producers", "consumers"], statistic: "mean" }],
]);

/** Quantities of the language that are not measured yet. */
export const METRICS_NOT_YET: readonly string[] =
  "confirm ready unacked expired dropped duplicates redelivered drained cost".split(" ");

/** A statistic that any observed quantity has: mean, max, or a percentile from p1 to p99.999. */
export function isStatistic(word: string): boolean {
  return word === "mean" || word === "max" || /^p(?!0+(\.0+)?$)\d{1,2}(\.\d{1,3})?$/.test(word);
}
