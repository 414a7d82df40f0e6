import type { Result, Row } from "../../result.ts";
import { commonScale } from "../format.ts";
import { numberAt, type Parameter, rowLabeller, sweptNumber } from "../points.ts";
import { rowIndexOf } from "../rows.ts";
import { theoryNames } from "../theory.ts";
import { atPlace, capitalised, statisticName } from "../words.ts";
import { axisTitle, parameterAxis, valueAxis } from "./axis.ts";
import { describeLines } from "./description.ts";
import { lineChart } from "./line-chart.ts";
import { extentOf, type Line, linesFrom, readingNotes, type Sample, sampleOf } from "./lines.ts";
import { type Canvas, type ChartSpec, fileName, type PlotOptions } from "./picture.ts";
import { flag, rowsAbout, subjectOf, text } from "./plot-options.ts";

/**
 * A metric against a swept parameter: a line with its band for each scenario (and each value of other parameters),
 * theory dashed. Options: `metric`, `statistic`, `where`, `class`, `classes` (true = a line for each), `parameter`, `log`
 * (of the value axis).
 */
export function metricVsParameter(result: Result, options: PlotOptions, canvas: Canvas): ChartSpec[] {
  const index = rowIndexOf(result);
  const subject = subjectOf(result, index, options);
  const parameter = sweptNumber(result, text(options, "parameter"));
  if (!subject || !parameter) return [];
  const rows = rowsAbout(index, subject, options);
  const scale = commonScale(
    rows.map((row) => row.value ?? 0),
    rows[0]!.unit,
    subject.metric,
  );
  const lines = linesAlong(result, parameter, rows, (row, x) => sampleOf(row, x, scale));
  const name = statisticName(subject.metric, subject.statistic);
  const axes = {
    x: parameterAxis(axisTitle(parameter.name, parameter.unit), parameter.numbers!),
    y: valueAxis(axisTitle(name, scale.symbol), extentOf(lines), flag(options, "log")),
  };
  const title = `${capitalised(atPlace(name, subject.where))}${ofClass(options)} against ${parameter.name}`;
  const style = { markers: true, interval: "band" } as const;
  const heading = {
    name: fileName(
      subject.where === "system" ? "" : subject.where,
      subject.metric,
      subject.statistic,
      flag(options, "classes") ? "by-class" : (text(options, "class") ?? ""),
      "vs",
      parameter.name,
    ),
    title,
    subtitle: readingNotes(lines, style, { confidence: result.made.confidence, theory: theoryNames(rows) }),
    describes: describeLines(title, lines, axes),
  };
  return [lineChart(heading, lines, { ...axes, ...style }, canvas)];
}

function ofClass(options: PlotOptions): string {
  if (flag(options, "classes")) return " of each class";
  const name = text(options, "class");
  return name === undefined ? "" : ` of ${name}`;
}

/** One line for each scenario, class and combination of the other parameters, along a numeric parameter. */
export function linesAlong(
  result: Result,
  parameter: Parameter,
  rows: readonly Row[],
  sampleAt: (row: Row, x: number) => Sample,
): Line[] {
  const labelOf = rowLabeller(result, rows, [parameter.name]);
  return linesFrom(
    rows.flatMap((row) => {
      const along = numberAt(parameter, result.points[row.point]!.at);
      return along === undefined ? [] : [{ label: labelOf(row), along, sample: sampleAt(row, along) }];
    }),
  );
}
