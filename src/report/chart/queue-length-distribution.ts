import type { Result } from "../../result.ts";
import { atPlace, metricName } from "../words.ts";
import { valueAxis } from "./axis.ts";
import { curvesOf, curveTheory, fewCurves, lineOf, sharedPoint, shownNote } from "./curves.ts";
import { describeLines } from "./description.ts";
import { lineChart } from "./line-chart.ts";
import { extentOf, readingNotes } from "./lines.ts";
import { type Canvas, type ChartSpec, fileName, type PlotOptions } from "./picture.ts";
import { flag } from "./plot-options.ts";

/**
 * The share of time with n messages present. Options: `metric`, `where`, `class`, `log` (of the share).
 */
export function queueLengthDistribution(result: Result, options: PlotOptions, canvas: Canvas): ChartSpec[] {
  const all = curvesOf(result, "distribution", options);
  const curves = fewCurves(result, all);
  if (curves.length === 0) return [];
  const { metric, where } = curves[0]!;
  const { shared, labels } = sharedPoint(result, curves);
  const scales = { x: { factor: 1, symbol: "" }, y: { factor: 100, symbol: "%" } };
  const log = flag(options, "log") ?? false;
  const lines = curves.map((curve, i) => lineOf(curve, labels[i]!, scales, ({ y }) => !log || y! > 0));
  const axes = {
    x: valueAxis(
      `${metricName(metric)} [messages]`,
      { values: lines.flatMap(({ samples }) => samples.map(({ x }) => x)), ends: [] },
      false,
    ),
    y: valueAxis("share of time [%]", extentOf(lines), log),
  };
  const title = `How many messages are present${where === "system" ? "" : ` at ${where}`}${shared === "" ? "" : `, ${shared}`}`;
  const style = { markers: curves.every((curve) => curve.x.length <= 60), interval: "bar" } as const;
  const heading = {
    name: fileName(where === "system" ? "" : where, metric, "distribution"),
    title,
    subtitle:
      readingNotes(lines, style, { confidence: result.made.confidence, theory: curveTheory(curves) }) +
      shownNote(curves, all),
    describes: describeLines(atPlace(title, "system"), lines, axes),
  };
  return [lineChart(heading, lines, { ...axes, ...style }, canvas)];
}
