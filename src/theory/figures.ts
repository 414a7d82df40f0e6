import type { Prediction } from "../queueing/steady-state.ts";
import type { Answer } from "./answer.ts";
import type { Station } from "./station.ts";

/** One number of an answer. Metrics are named as in results, with two that only theory knows. */
export interface Figure {
  /** Name of a message class; "*" = all. */
  class: string;
  metric: FigureMetric;
  /** "mean", "deviation", a percentile "p50" … "p99.9", "P(=n)". */
  statistic: string;
  value: number;
  unit: "1" | "s" | "1/s";
}

export type FigureMetric =
  | "utilization"
  | "throughput"
  | "lossProbability"
  | "numberInSystem"
  | "numberInQueue"
  | "sojournTime"
  | "waitingTime"
  /** P(Wq > 0). */
  | "delayProbability"
  /** E[Wq | Wq > 0]. */
  | "waitOfThoseWhoWait";

export const PERCENTILES = [0.5, 0.9, 0.95, 0.99, 0.999];
/** Numbers in the system whose probabilities are listed: 0, 1, … */
export const MOST_NUMBERS = 10;

/** Every number that an answer has, means first; then those of each class that it tells apart. */
export function figuresOf(answer: Answer, station: Station | null): Figure[] {
  const classes = [...answer.classes].flatMap(([name, law]) => figuresOfClass(name, law, null));
  return [...figuresOfClass("*", answer.all, station), ...classes];
}

function figuresOfClass(name: string, law: Partial<Prediction>, station: Station | null): Figure[] {
  const all = [...means(law, delayOf(law, station)), ...deviations(law), ...percentiles(law), ...numbers(law)];
  // a mean may be infinite, as a wait behind services without a variance is; what is not known is NaN
  return all.filter(({ value }) => !Number.isNaN(value)).map((figure) => ({ class: name, ...figure }));
}

type Unclassed = Omit<Figure, "class">;

function means(law: Partial<Prediction>, delay: number | undefined): Unclassed[] {
  const mean = (metric: FigureMetric, value: number | undefined, unit: Figure["unit"]): Unclassed[] =>
    value === undefined ? [] : [{ metric, statistic: "mean", value, unit }];
  const conditional = delay !== undefined && delay > 0 ? (law.waitingTime ?? Number.NaN) / delay : undefined;
  return [
    ...mean("utilization", law.utilization, "1"),
    ...mean("throughput", law.throughput, "1/s"),
    ...mean("lossProbability", law.lossProbability, "1"),
    ...mean("numberInSystem", law.numberInSystem, "1"),
    ...mean("numberInQueue", law.numberInQueue, "1"),
    ...mean("sojournTime", law.sojournTime, "s"),
    ...mean("waitingTime", law.waitingTime, "s"),
    ...mean("delayProbability", delay, "1"),
    ...mean("waitOfThoseWhoWait", conditional, "s"),
  ];
}

/** The share of messages that must wait: told by the law of waiting, or by how often Poisson arrivals find all busy. */
function delayOf(law: Partial<Prediction>, station: Station | null): number | undefined {
  if (law.waitingTail !== undefined) return law.waitingTail(0);
  const { probability } = law;
  const seen = station !== null && (station.input.kind === "poisson" || station.input.kind === "product form");
  if (!seen || probability === undefined || station.serve !== "one" || station.line !== "one") return undefined;
  if (Number.isFinite(station.capacity) || !Number.isFinite(station.servers) || station.servers > 1000)
    return undefined;
  if (station.order === "last-interrupts" || station.twist !== null) return undefined;
  return Math.max(0, 1 - Array.from({ length: station.servers }, (_, n) => probability(n)).reduce((a, b) => a + b, 0));
}

function deviations(law: Partial<Prediction>): Unclassed[] {
  const deviation = (metric: FigureMetric, variance: number | undefined, unit: Figure["unit"]): Unclassed[] =>
    variance === undefined || variance === Infinity
      ? []
      : [{ metric, statistic: "deviation", value: Math.sqrt(Math.max(0, variance)), unit }];
  return [
    ...deviation("numberInSystem", law.numberVariance, "1"),
    ...deviation("sojournTime", law.sojournVariance, "s"),
    ...deviation("waitingTime", law.waitingVariance, "s"),
  ];
}

function percentiles({ waitingQuantile, sojournQuantile }: Partial<Prediction>): Unclassed[] {
  const of = (metric: FigureMetric, quantile: ((p: number) => number) | undefined) =>
    quantile === undefined
      ? []
      : PERCENTILES.map(
          (p): Unclassed => ({
            metric,
            statistic: `p${Number((100 * p).toPrecision(4))}`,
            value: quantile(p),
            unit: "s",
          }),
        );
  return [...of("sojournTime", sojournQuantile), ...of("waitingTime", waitingQuantile)];
}

function numbers({ probability }: Partial<Prediction>): Unclassed[] {
  if (probability === undefined) return [];
  return Array.from({ length: MOST_NUMBERS + 1 }, (_, n): Unclassed => {
    return { metric: "numberInSystem", statistic: `P(=${n})`, value: probability(n), unit: "1" };
  });
}
