import type { Result, Row } from "../../result.ts";
import { commonScale, compactEstimate, percent, type Scale } from "../format.ts";
import { numberAt, type Parameter, pointParts, pointTerms, rowLabeller, sweptNumber } from "../points.ts";
import { differencesOf, rowIndexOf, type Subject } from "../rows.ts";
import { theoryNames } from "../theory.ts";
import { atPlace, capitalised, counted, list, statisticName } from "../words.ts";
import { axisTitle, parameterAxis, valueAxis } from "./axis.ts";
import { describeLines } from "./description.ts";
import { type Bar, intervalChart } from "./interval-chart.ts";
import { lineChart } from "./line-chart.ts";
import { extentOf, linesFrom, readingNotes, sampleOf } from "./lines.ts";
import { type Canvas, type ChartSpec, fileName, type PlotOptions } from "./picture.ts";
import { flag, rowsAbout, subjectOf, text } from "./plot-options.ts";

/** Most rows of a chart with a row for each value. */
const MOST_BARS = 24;

/**
 * Scenarios side by side: paired differences with their intervals where the result has them, else the values.
 * Options: `metric`, `statistic`, `where`, `class`, `classes` (true = a row for each).
 */
export function comparison(result: Result, options: PlotOptions, canvas: Canvas): ChartSpec[] {
  const index = rowIndexOf(result);
  const subject = subjectOf(result, index, options);
  if (!subject) return [];
  const classes = rowsAbout(index, subject, options);
  if (flag(options, "classes")) return classes.length < 2 ? [] : [valueChart(result, subject, classes, canvas)];
  const differences = differencesAbout(result, subject, text(options, "statistic") !== undefined);
  if (differences.length > 0) return [differenceChart(result, differences, canvas)];
  const rows = index.all(subject).filter((row) => row.value !== null);
  return rows.length < 2 ? [] : [valueChart(result, subject, rows, canvas)];
}

/** Paired rows about a subject; when the experiment leaves the statistic open, any that was compared will do. */
function differencesAbout(result: Result, { where, class: kind, metric, statistic }: Subject, asked: boolean): Row[] {
  const rows = differencesOf(result).filter(
    (row) => row.where === where && row.class === kind && row.metric === metric,
  );
  const first = rows.find((row) => row.statistic === statistic) ?? (asked ? undefined : rows[0]);
  return rows.filter((row) => row.statistic === first?.statistic);
}

function differenceChart(result: Result, rows: Row[], canvas: Canvas): ChartSpec {
  const parameter = sweptNumber(result, undefined);
  const along = parameter && rows.length > 5 && rows.every((row) => sameValue(result, parameter, row));
  const name = statisticName(rows[0]!.metric, rows[0]!.statistic);
  const scale = commonScale(
    rows.map((row) => row.value!),
    rows[0]!.unit,
    rows[0]!.metric,
  );
  const baseline = commonBaseline(result, rows, along ? [parameter.name] : []);
  const title = `Difference in ${atPlace(name, rows[0]!.where)}${baseline && ` from ${baseline}`}`;
  const heading = { name: fileName("difference", rows[0]!.metric, rows[0]!.statistic), title };
  const subject = `difference in ${name}`;
  if (along) return differenceLines(result, rows, { heading, subject, scale, parameter, baseline }, canvas);
  const labels = pairLabels(result, rows, baseline, []);
  const bars = rows.map((row, i) => ({ ...barOf(row, labels[i]!, scale), side: sideOf(row) }));
  const subtitle = `Bar: ${percent(result.made.confidence)} interval of the paired difference. Grey: it includes zero.`;
  return barsChart({ ...heading, subtitle }, bars, { subject, symbol: scale.symbol }, canvas);
}

interface Differences {
  heading: { name: string; title: string };
  subject: string;
  scale: Scale;
  parameter: Parameter;
  baseline: string;
}

function differenceLines(
  result: Result,
  rows: Row[],
  { heading, subject, scale, parameter, baseline }: Differences,
  canvas: Canvas,
): ChartSpec {
  const labels = pairLabels(result, rows, baseline, [parameter.name]);
  const samples = rows.map((row, i) => {
    const along = numberAt(parameter, result.points[row.point]!.at)!;
    return { label: labels[i]!, along, sample: sampleOf(row, along, scale) };
  });
  const lines = linesFrom(samples);
  const axes = {
    x: parameterAxis(axisTitle(parameter.name, parameter.unit), parameter.numbers!),
    y: valueAxis(axisTitle(subject, scale.symbol), extentOf(lines), false),
  };
  const style = { markers: true, interval: "band", zero: true } as const;
  const notes = readingNotes(lines, style, { confidence: result.made.confidence, theory: theoryNames(rows) });
  const describes = describeLines(heading.title, lines, axes);
  return lineChart(
    { ...heading, subtitle: `Paired: both sides saw the same arrivals. ${notes}`, describes },
    lines,
    { ...axes, ...style },
    canvas,
  );
}

function valueChart(result: Result, subject: Subject, rows: Row[], canvas: Canvas): ChartSpec {
  const name = statisticName(subject.metric, subject.statistic);
  const scale = commonScale(
    rows.map((row) => row.value!),
    rows[0]!.unit,
    subject.metric,
  );
  const classed = new Set(rows.map((row) => row.class)).size > 1;
  const labelOf = rowLabeller(result, rows);
  const bars = rows.filter((row) => row.value !== null).map((row) => barOf(row, labelOf(row), scale));
  const terms = [...pointTerms(result), ...(classed ? ["class"] : [])];
  const title = `${capitalised(atPlace(name, subject.where))} by ${list(terms)}`;
  const notes = [
    `Bar: ${percent(result.made.confidence)} interval.`,
    bars.some((bar) => bar.theory !== null) ? `Tick: ${theoryNames(rows)}.` : "",
    bars.some((bar) => bar.measured !== null) ? "Diamond: measured." : "",
    bars.some((bar) => !bar.trusted) ? "Hollow: not reliable." : "",
  ];
  const heading = {
    name: fileName(
      subject.where === "system" ? "" : subject.where,
      subject.metric,
      subject.statistic,
      classed ? "by-class" : "",
    ),
    title,
    subtitle: notes.filter((note) => note !== "").join(" "),
  };
  return barsChart(heading, bars, { subject: name, symbol: scale.symbol }, canvas);
}

function barsChart(
  heading: { name: string; title: string; subtitle: string },
  all: Bar[],
  axis: { subject: string; symbol: string },
  canvas: Canvas,
): ChartSpec {
  const bars = all.slice(0, MOST_BARS);
  const left = all.length > bars.length ? ` Shows the first ${bars.length} of ${counted(all.length, "value")}.` : "";
  const describes = `${heading.title}, ${axisTitle(axis.subject, axis.symbol)}: ${bars.map(({ label, text }) => `${label} ${text}`).join("; ")}.`;
  return intervalChart({ ...heading, subtitle: heading.subtitle + left, describes }, bars, axis, canvas);
}

function barOf(row: Row, label: string, scale: Scale): Bar {
  const { y, low, high, theory, measured, trusted } = sampleOf(row, 0, scale);
  return { label, value: y!, low, high, theory, measured, text: compactEstimate(row, scale), trusted, side: "less" };
}

function sideOf({ low, high }: Row): Bar["side"] {
  if (low === null || high === null || (low <= 0 && high >= 0)) return "undecided";
  return high < 0 ? "less" : "more";
}

const sameValue = (result: Result, parameter: Parameter, { point, versus }: Row): boolean => {
  const value = numberAt(parameter, result.points[point]!.at);
  return value !== undefined && value === numberAt(parameter, result.points[versus!]!.at);
};

/** What all rows are compared with, if it is one thing: "fair"; else empty. */
function commonBaseline(result: Result, rows: readonly Row[], but: readonly string[]): string {
  const parts = pointParts(result, but);
  const own = new Set(
    rows.map(({ point, versus }) => parts[versus!]!.filter((part) => !parts[point]!.includes(part)).join(", ")),
  );
  return own.size === 1 ? [...own][0]! : "";
}

/** "greedy − fair, load 0.9"; only "greedy, load 0.9" when the baseline is in the title. */
function pairLabels(result: Result, rows: readonly Row[], baseline: string, but: readonly string[]): string[] {
  const parts = pointParts(result, but);
  return rows.map(({ point, versus }) => {
    const [these, those] = [parts[point]!, parts[versus!]!];
    const shared = these.filter((part) => those.includes(part));
    const own = these.filter((part) => !those.includes(part)).join(", ");
    const other = those.filter((part) => !these.includes(part)).join(", ");
    return [baseline === "" ? `${own} − ${other}` : own, ...shared].join(", ");
  });
}
