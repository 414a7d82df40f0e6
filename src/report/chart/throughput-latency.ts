import type { Result, Row } from "../../result.ts";
import { commonScale, coordinate } from "../format.ts";
import { sweptNumber } from "../points.ts";
import { rowIndexOf, type Subject } from "../rows.ts";
import { theoryNames } from "../theory.ts";
import { atPlace, capitalised, statisticName } from "../words.ts";
import { axisTitle, parameterAxis, valueAxis } from "./axis.ts";
import { describeLines } from "./description.ts";
import { lineChart } from "./line-chart.ts";
import { extentOf, readingNotes, sampleOf } from "./lines.ts";
import { linesAlong } from "./metric-vs-parameter.ts";
import { type Canvas, type ChartSpec, fileName, type PlotOptions } from "./picture.ts";
import { flag, subjectOf, text } from "./plot-options.ts";

/**
 * Latency against the throughput that was reached, along a sweep: the curve that bends up where capacity ends.
 * Options: `metric`, `statistic`, `where`, `parameter`, `log` (of the latency axis).
 */
export function throughputLatency(result: Result, options: PlotOptions, canvas: Canvas): ChartSpec[] {
  const index = rowIndexOf(result);
  const subject = subjectOf(result, index, options);
  const parameter = sweptNumber(result, text(options, "parameter"));
  if (!subject || !parameter) return [];
  const throughput: Subject = { ...subject, metric: "throughput", statistic: "mean" };
  const rateOf = (row: Row) => index.find(row.point, throughput)?.value ?? null;
  const rows = index.all(subject).filter((row) => rateOf(row) !== null);
  if (rows.length < 2) return [];
  const x = commonScale(
    rows.map((row) => rateOf(row)!),
    "1/s",
    "throughput",
  );
  const y = commonScale(
    rows.map((row) => row.value ?? 0),
    rows[0]!.unit,
    subject.metric,
  );
  const lines = linesAlong(result, parameter, rows, (row) => sampleOf(row, rateOf(row)! * x.factor, y));
  const name = statisticName(subject.metric, subject.statistic);
  const rates = lines.flatMap(({ samples }) => samples.map((sample) => sample.x));
  const axes = {
    x: { ...parameterAxis(axisTitle("throughput", x.symbol), [0, ...rates], false), ticks: null },
    y: valueAxis(axisTitle(name, y.symbol), extentOf(lines), flag(options, "log")),
  };
  const title = `${capitalised(atPlace(name, subject.where))} against throughput`;
  const style = { markers: true, interval: "bar" } as const;
  const [from, to] = [parameter.values[0]!, parameter.values.at(-1)!].map(coordinate);
  const notes = readingNotes(lines, style, { confidence: result.made.confidence, theory: theoryNames(rows) });
  const heading = {
    name: fileName(subject.where === "system" ? "" : subject.where, "throughput", subject.metric, subject.statistic),
    title,
    subtitle: `Along each line, ${parameter.name} goes from ${from} to ${to}. ${notes}`,
    describes: describeLines(title, lines, axes),
  };
  return [lineChart(heading, lines, { ...axes, ...style }, canvas)];
}
