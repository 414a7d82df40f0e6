import type { Plot } from "../spec.ts";
import type { PlotText } from "./experiment-schema.ts";
import { isStatistic, METRIC_WORDS } from "./metrics.ts";
import type { Complaint } from "./problem.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";
import type { Places } from "./where.ts";

const KINDS: readonly Plot["kind"][] = [
  "metric-vs-parameter",
  "heat-map",
  "latency-tail",
  "queue-over-time",
  "comparison",
  "throughput-latency",
  "queue-length-distribution",
];

/** What plots may refer to. */
export interface Drawn {
  places: Places;
  /** Keys of the sweeps, as written. */
  swept: readonly string[];
  /** Names of the message classes. */
  classes: readonly string[];
}

/** Reads a plot's short form: a kind, or `latency-vs-load` and `p99-wait-vs-prefetch`. */
export function readPlot(text: string, drawn: Drawn): Plot | Complaint {
  if ((KINDS as readonly string[]).includes(text)) return plotFrom({ kind: text }, drawn);
  const [, statistic, metric, parameter] = /^(?:(mean|max|p[\d.]+)-)?(\w+)-vs-(.+)$/.exec(text) ?? [];
  if (metric === undefined) return kindUnknown(text);
  return plotFrom({ kind: "metric-vs-parameter", metric, parameter, ...(statistic ? { statistic } : {}) }, drawn);
}

/** Reads a plot's map form. */
export function plotFrom(written: PlotText, drawn: Drawn): Plot | Complaint {
  const { kind, ...settings } = written;
  if (!(KINDS as readonly string[]).includes(kind)) return kindUnknown(kind);
  const options: Plot["options"] = {};
  for (const [key, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    const option = optionOf(key, value, written, drawn);
    if (typeof option === "object") return option;
    options[key] = option;
  }
  return { kind: kind as Plot["kind"], options };
}

function optionOf(key: string, value: string | boolean, written: PlotText, drawn: Drawn): string | boolean | Complaint {
  if (typeof value === "boolean") return value;
  switch (key) {
    case "metric":
      return METRIC_WORDS.get(value)?.metric ?? metricUnknown(value);
    case "statistic":
      return isStatistic(value)
        ? value
        : {
            code: "statistic-unknown",
            message: `There is no statistic ${shown(value)}. There are mean, max and p50 to p99.9.`,
          };
    case "where":
      return drawn.places.named(value, written.metric ?? "This", METRIC_WORDS.get(written.metric ?? "") ?? ANYWHERE);
    case "class":
      return drawn.classes.includes(value) ? value : classUnknown(value, drawn.classes);
    default:
      return sweptKey(value, drawn.swept); // parameter, x and y
  }
}

const ANYWHERE = { at: ["system", "producers", "queues", "consumers"] } as const;

/** The swept key that a text names: a parameter, a path, or the last part of a path. */
function sweptKey(text: string, swept: readonly string[]): string | Complaint {
  const found = swept.find((key) => key === text) ?? swept.find((key) => key.endsWith(`.${text}`));
  if (found !== undefined) return found;
  const there = swept.length > 0 ? ` Swept are ${swept.join(", ")}.` : " Nothing is swept: add sweep:.";
  return {
    code: "plot-unknown",
    message: `${shown(text)} is not swept, so nothing can be drawn against it.${didYouMean(text, swept) || there}`,
  };
}

function kindUnknown(text: string): Complaint {
  const known = [...KINDS.slice(1), "latency-vs-load"];
  const advice = didYouMean(text, known) || ` There are ${known.join(", ")}.`;
  return { code: "plot-unknown", message: `There is no plot ${shown(text)}.${advice}` };
}

function metricUnknown(word: string): Complaint {
  const known = [...METRIC_WORDS.keys()];
  return {
    code: "quantity-unknown",
    message: `There is no quantity ${shown(word)}.${didYouMean(word, known) || ` There are ${known.join(", ")}.`}`,
  };
}

function classUnknown(name: string, known: readonly string[]): Complaint {
  return {
    code: "name-unknown",
    message: `There is no message class ${shown(name)}.${didYouMean(name, known) || ` There are ${known.join(", ")}.`}`,
  };
}
