import type { Result } from "../result.ts";
import type { Plot } from "../spec.ts";
import type { PlotOptions } from "./chart/picture.ts";
import { scenarios, sweptNumber, sweptParameters } from "./points.ts";
import { mainSubject, rowIndexOf } from "./rows.ts";

type PlotChoice = Result["plots"][number];
const plot = (kind: Plot["kind"], options: PlotOptions = {}): PlotChoice => ({ kind, options });

/** What one would want to see of a result whose experiment does not say, most telling first. */
export function suitablePlots(result: Result): PlotChoice[] {
  if (result.made.mode === "transient") return transientPlots(result);
  const losses = hasLosses(result) ? [{ metric: "lossProbability", statistic: "mean" }] : [];
  if (sweptParameters(result).length > 1)
    return [plot("heat-map"), ...losses.map((loss) => plot("heat-map", loss)), plot("latency-tail")];
  if (sweptNumber(result, undefined))
    return [...sweepPlots(result), ...losses.map((loss) => plot("metric-vs-parameter", loss)), plot("latency-tail")];
  const lengths = result.points.length === 1 ? [plot("queue-length-distribution")] : [];
  return [...scenarioPlots(result), plot("latency-tail"), ...lengths];
}

function sweepPlots(result: Result): PlotChoice[] {
  const compared = scenarios(result).length > 1 || result.rows.some((row) => row.versus !== null);
  return [
    plot("metric-vs-parameter"),
    ...(hasPercentiles(result) ? [plot("metric-vs-parameter", { statistic: "mean" })] : []),
    ...(hasClasses(result) ? [plot("metric-vs-parameter", { classes: true })] : []),
    ...(compared ? [plot("comparison")] : []),
    plot("throughput-latency"),
  ];
}

function scenarioPlots(result: Result): PlotChoice[] {
  return [
    ...(result.points.length > 1 ? [plot("comparison")] : []),
    ...(hasClasses(result) ? [plot("comparison", { classes: true })] : []),
  ];
}

function transientPlots(result: Result): PlotChoice[] {
  const levels = new Map(
    result.curves
      .filter(({ kind }) => kind === "over-time")
      .map(({ where, metric }) => [JSON.stringify([where, metric]), { where, metric }]),
  );
  const inWindows = levels.size > 0 ? ["latency"] : ["numberInSystem", "latency"];
  return [
    ...[...levels.values()].slice(0, 4).map((level) => plot("queue-over-time", level)),
    ...inWindows.map((metric) => plot("queue-over-time", { metric })),
    plot("latency-tail"),
  ];
}

/** Whether messages of the whole system were lost anywhere. */
function hasLosses(result: Result): boolean {
  const subject = { where: "system", class: "*", metric: "lossProbability", statistic: "mean" } as const;
  return rowIndexOf(result)
    .all(subject)
    .some(({ value }) => (value ?? 0) > 0);
}

/** Whether the main metric is known for each class of messages. */
function hasClasses(result: Result): boolean {
  const rows = rowIndexOf(result);
  const subject = mainSubject(result, rows);
  return subject !== null && rows.classesOf(subject).length > 1;
}

/** Whether there is a percentile of the main metric to show before its mean. */
function hasPercentiles(result: Result): boolean {
  const rows = rowIndexOf(result);
  const subject = mainSubject(result, rows);
  return subject !== null && ["p99", "p95", "p90"].some((statistic) => rows.has({ ...subject, statistic }));
}
