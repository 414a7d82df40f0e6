import type { Result } from "../../result.ts";
import { commonScale, scaleFor } from "../format.ts";
import { atPlace, capitalised, metricName } from "../words.ts";
import { axisTitle, parameterAxis, valueAxis } from "./axis.ts";
import { curvesOf, curveTheory, fewCurves, lineOf, sharedPoint, shownNote } from "./curves.ts";
import { describeLines } from "./description.ts";
import { lineChart } from "./line-chart.ts";
import { extentOf, readingNotes } from "./lines.ts";
import { type Canvas, type ChartSpec, fileName, type PlotOptions } from "./picture.ts";
import { flag } from "./plot-options.ts";

/**
 * A level over simulated time, such as the number in a queue, with its band over the replications.
 * Options: `metric`, `where`, `class`, `log` (of the value axis).
 */
export function queueOverTime(result: Result, options: PlotOptions, canvas: Canvas): ChartSpec[] {
  const all = curvesOf(result, "over-time", options);
  const curves = fewCurves(result, all);
  if (curves.length === 0) return [];
  const { metric, where } = curves[0]!;
  const until = Math.max(...curves.map((curve) => curve.x.at(-1) ?? 0));
  const unit = UNITS[metric] ?? "1";
  const scales = {
    x: scaleFor(until, "s", metric),
    y: commonScale(
      curves.flatMap((curve) => curve.y),
      unit,
      metric,
    ),
  };
  const { shared, labels } = sharedPoint(result, curves);
  const lines = curves.map((curve, i) => lineOf(curve, labels[i]!, scales, () => true));
  const axes = {
    x: { ...parameterAxis(axisTitle("time", scales.x.symbol), [0, until * scales.x.factor], false), ticks: null },
    y: valueAxis(
      axisTitle(metricName(metric), scales.y.symbol || "messages"),
      extentOf(lines),
      flag(options, "log") ?? false,
    ),
  };
  const title = `${capitalised(atPlace(metricName(metric), where))} over time${shared === "" ? "" : `, ${shared}`}`;
  const style = { markers: false, interval: "band" } as const;
  const heading = {
    name: fileName(where === "system" ? "" : where, metric, "over-time"),
    title,
    subtitle:
      readingNotes(lines, style, { confidence: result.made.confidence, theory: curveTheory(curves) }) +
      shownNote(curves, all),
    describes: describeLines(title, lines, axes),
  };
  return [lineChart(heading, lines, { ...axes, ...style }, canvas)];
}

/** SI units of levels; whatever is not here is a number of messages. */
const UNITS: Partial<Record<string, string>> = {
  latency: "s",
  sojournTime: "s",
  waitingTime: "s",
  throughput: "1/s",
  arrivalRate: "1/s",
};
