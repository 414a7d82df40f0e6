import type { Result, Row } from "../../result.ts";
import { commonScale, scaleFor } from "../format.ts";
import { pointLabels } from "../points.ts";
import { supported, tailOf } from "../rows.ts";
import { theoryNames } from "../theory.ts";
import { atPlace, capitalised, statisticName } from "../words.ts";
import { axisTitle, parameterAxis, valueAxis } from "./axis.ts";
import { describeLines } from "./description.ts";
import { lineChart } from "./line-chart.ts";
import { extentOf, linesFrom, readingNotes, sampleOf } from "./lines.ts";
import { type Canvas, type ChartSpec, fileName, type PlotOptions } from "./picture.ts";
import { flag, text } from "./plot-options.ts";

/**
 * A statistic in each window of a transient run, as steps with their band.
 * Options: `metric`, `statistic`, `where`, `class`, `log` (of the value axis).
 */
export function metricOverWindows(result: Result, options: PlotOptions, canvas: Canvas): ChartSpec[] {
  const rows = windowRows(result, options);
  if (rows.length === 0) return [];
  const { metric, statistic, where, unit } = rows[0]!;
  const x = scaleFor(Math.max(...rows.map((row) => row.window[1])), "s", metric);
  const y = commonScale(
    rows.map((row) => row.value ?? 0),
    unit,
    metric,
  );
  const labels = pointLabels(result);
  const lines = linesFrom(
    rows.flatMap((row) =>
      row.window.map((edge) => ({ label: labels[row.point]!, along: edge, sample: sampleOf(row, edge * x.factor, y) })),
    ),
  );
  const name = statisticName(metric, statistic);
  const edges = lines.flatMap(({ samples }) => samples.map((sample) => sample.x));
  const axes = {
    x: { ...parameterAxis(axisTitle("time", x.symbol), edges, false), ticks: null },
    y: valueAxis(axisTitle(name, y.symbol), extentOf(lines), flag(options, "log")),
  };
  const title = `${capitalised(atPlace(name, where))} in each window of time`;
  const style = { markers: false, interval: "band" } as const;
  const heading = {
    name: fileName(where === "system" ? "" : where, metric, statistic, "windows"),
    title,
    subtitle: readingNotes(lines, style, { confidence: result.made.confidence, theory: theoryNames(rows) }),
    describes: describeLines(title, lines, axes),
  };
  return [lineChart(heading, lines, { ...axes, ...style }, canvas)];
}

type WindowRow = Row & { window: [number, number] };

/** The rows in question, the whole system before its parts, in the order of time. */
function windowRows(result: Result, options: PlotOptions): WindowRow[] {
  const wanted = {
    metric: text(options, "metric") ?? "latency",
    class: text(options, "class") ?? "*",
    where: text(options, "where"),
  };
  const rows = result.rows
    .map(supported)
    .filter(
      (row): row is WindowRow =>
        row.window !== null &&
        row.versus === null &&
        row.metric === wanted.metric &&
        row.class === wanted.class &&
        row.where === (wanted.where ?? row.where),
    );
  const where = (rows.find((row) => row.where === "system") ?? rows[0])?.where;
  const here = rows.filter((row) => row.where === where);
  const statistic = text(options, "statistic") ?? tailOf(here);
  const steps = here.filter((row) => row.statistic === statistic).sort((a, b) => a.window[0] - b.window[0]);
  return new Set(steps.map((row) => row.window.join())).size > 1 ? steps : []; // one window is no course of events
}
