import type { Metric, Statistic } from "../spec.ts";

const METRICS: Record<Metric, string> = {
  latency: "latency",
  sojournTime: "sojourn time",
  waitingTime: "waiting time",
  serviceTime: "service time",
  numberInSystem: "number in system",
  numberInQueue: "number in queue",
  throughput: "throughput",
  arrivalRate: "arrival rate",
  utilization: "utilisation",
  lossProbability: "loss",
  lost: "messages lost",
  blocked: "number blocked",
};

/** Metrics whose mean is simply called by their name: "throughput", not "mean throughput". */
const AVERAGES: ReadonlySet<Metric> = new Set(["throughput", "arrivalRate", "utilization", "lossProbability"]);

export const metricName = (metric: Metric): string => METRICS[metric] ?? metric;

/** What people call a statistic of a metric: "p99 latency", "mean number in queue", "loss (refused)". */
export function statisticName(metric: Metric, statistic: Statistic): string {
  const name = metricName(metric);
  if (statistic === "mean" || statistic === "total")
    return AVERAGES.has(metric) || metric === "lost" ? name : `${statistic} ${name}`;
  if (/^p\d/.test(statistic)) return `${statistic} ${name}`;
  if (statistic === "max") return `longest ${name}`.replace(/^longest (number|messages)/, "largest $1");
  if (statistic === "variance") return `variance of ${name}`;
  const reason = /^\w+\((.+)\)$/.exec(statistic)?.[1];
  return reason === undefined ? `${name} (${statistic})` : `${name} (${reason})`;
}

/** "p99 latency at consumers.worker"; the whole system goes without saying. */
export const atPlace = (name: string, where: string): string => (where === "system" ? name : `${name} at ${where}`);

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[], conjunction = "and"): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
}

export const capitalised = (text: string): string =>
  /^p\d/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** "1 point", "3 points". */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;

const QUALITY: Record<string, string> = {
  "too-short": "the run was too short for its correlation",
  autocorrelated: "its batch means are still correlated",
  "few-beyond-quantile": "too few messages lie beyond this percentile",
  "heavy-tail": "a few very long times carry most of the sum",
  "unseen-tail": "it hangs on services so long that this run can hardly have seen one",
  unstable: "the queue keeps growing",
  "not-kept": "this percentile was not kept",
  "nothing-observed": "there was nothing to observe",
};

/** Why a value is not to be trusted, for people; a code that is not known here is shown as it is. */
export const qualityName = (code: string): string => QUALITY[code] ?? code;
