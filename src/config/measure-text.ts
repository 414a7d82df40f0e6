import type { Metric, Name, Statistic } from "../spec.ts";
import { isStatistic, METRIC_WORDS, METRICS_NOT_YET, type MetricWord } from "./metrics.ts";
import type { Complaint } from "./problem.ts";
import { shown } from "./show.ts";
import { didYouMean, synonyms } from "./suggest.ts";
import type { Places } from "./where.ts";

/** A statistic of a quantity at a place, as objectives, precisions and watches name it. */
export interface Measure {
  word: MetricWord;
  metric: Metric;
  statistic: Statistic;
  where: Name | "system";
}

const CALL = /^([\p{L}][\w.]*)\s*\(\s*([\p{L}\p{N}_.-]+)\s*(?:,\s*([\p{L}\p{N}_.-]+)\s*)?\)$/u;

/** Reads `p99(latency, consumers.worker)`, `loss(queues.orders)` or `throughput`. */
export function readMeasure(text: string, places: Places): Measure | Complaint {
  const [, head, first, second] = CALL.exec(text.trim()) ?? [];
  if (head === undefined) return measure("", text.trim(), undefined, places);
  if (isStatistic(head)) return measure(head, first, second, places);
  if (METRIC_WORDS.has(first) || second !== undefined) return statisticUnknown(head);
  return measure("", head, first, places);
}

function measure(statistic: string, name: string, where: string | undefined, places: Places): Measure | Complaint {
  const word = METRIC_WORDS.get(name);
  if (!word) return quantityUnknown(name);
  const taken = statisticOf(statistic, name, word);
  if (typeof taken !== "string") return taken;
  const place = where === undefined ? places.implied(name, word) : places.named(where, name, word);
  return typeof place === "string" ? { word, metric: word.metric, statistic: taken, where: place } : place;
}

function statisticOf(statistic: string, name: string, word: MetricWord): Statistic | Complaint {
  if (statistic === "") return word.statistic === "any" ? statisticMissing(name) : word.statistic;
  if (word.statistic === "any" || word.statistic === statistic) return statistic;
  const message = `${statistic}(${name}) is not computed: ${name} has one value, so write ${name} alone.`;
  return { code: "statistic-unknown", message };
}

function quantityUnknown(name: string): Complaint {
  if (METRICS_NOT_YET.includes(name))
    return { code: "not-supported-yet", message: `${name} is not measured yet. Leave it out.` };
  const known = [...METRIC_WORDS.keys()];
  const advice = respelt(name) || didYouMean(name, known, MEANT) || ` There are ${known.join(", ")}.`;
  return { code: "quantity-unknown", message: `There is no quantity ${shown(name)}.${advice}` };
}

/** Words people use for what we measure. */
const MEANT = synonyms({
  latency: "delay response",
  depth: "backlog length",
  utilization: "load cpu",
  loss: "dropped drops",
});

/** `p99 latency`, `p99-latency` and `99%(latency)` mean p99(latency). */
function respelt(name: string): string {
  const [, statistic, percentile, quantity = ""] =
    /^(?:(mean|max|p\d[\d.]*)|(\d[\d.]*)\s*%)[\s(-]+(\w+)\)?$/.exec(name) ?? [];
  return METRIC_WORDS.has(quantity) ? ` Write ${statistic ?? `p${percentile}`}(${quantity}).` : "";
}

function statisticUnknown(name: string): Complaint {
  const advice =
    didYouMean(name, ["mean", "max", "p50", "p90", "p95", "p99"]) ||
    " There are mean, max, and percentiles from p50 to p99.9.";
  return { code: "statistic-unknown", message: `There is no statistic ${shown(name)}.${advice}` };
}

function statisticMissing(name: string): Complaint {
  return {
    code: "statistic-unknown",
    message: `${name} has many values: say which, as in mean(${name}) or p99(${name}).`,
  };
}
