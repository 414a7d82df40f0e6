import type { Curve, Result } from "../../result.ts";
import { commonScale, type Scale } from "../format.ts";
import { atPlace, metricName } from "../words.ts";
import { axisTitle, logAxis } from "./axis.ts";
import { curvesOf, curveTheory, fewCurves, lineOf, sharedPoint, shownNote } from "./curves.ts";
import { describeLines } from "./description.ts";
import { lineChart } from "./line-chart.ts";
import { type Line, readingNotes, type Sample } from "./lines.ts";
import { type Canvas, type ChartSpec, fileName, type PlotOptions } from "./picture.ts";

const PERCENT = { factor: 100, symbol: "%" };

/**
 * The share of messages slower than x, both axes logarithmic: where it crosses 1 % is the p99.
 * Options: `metric`, `where`, `class`.
 */
export function latencyTail(result: Result, options: PlotOptions, canvas: Canvas): ChartSpec[] {
  const all = curvesOf(result, "ccdf", options);
  const curves = fewCurves(result, all);
  if (curves.length === 0) return [];
  const { metric, where } = curves[0]!;
  const x = commonScale(
    curves.flatMap((curve) => curve.x),
    "s",
    metric,
  );
  const { shared, labels } = sharedPoint(result, curves);
  const lines = curves
    .map((curve, i) => tailOf(curve, labels[i]!, { x, messages: result.points[curve.point]!.messages }))
    .filter(({ samples }) => samples.length > 1);
  if (lines.length === 0) return [];
  const axes = { x: timeAxis(axisTitle(metricName(metric), x.symbol), lines), y: shareAxis(lines) };
  const title = `Tail of the ${atPlace(metricName(metric), where)}${shared === "" ? "" : `, ${shared}`}`;
  const style = { markers: false, interval: "band" } as const;
  const notes = readingNotes(lines, style, { confidence: result.made.confidence, theory: curveTheory(curves) });
  const heading = {
    name: fileName(where === "system" ? "" : where, metric, "tail"),
    title,
    subtitle: `Share of messages that take longer: at 1 % lies the p99. ${notes}${shownNote(curves, all)}`,
    describes: describeLines(title, lines, axes),
  };
  return [
    lineChart(
      heading,
      lines.map((line) => cutBelow(line, axes.y.domain[0])),
      { ...axes, ...style },
      canvas,
    ),
  ];
}

/** Shares above this say nothing about a tail, and the shortest times lie many decades before the rest [%]. */
const NEARLY_ALL = 99.5;
/** The longest time is drawn at most so many times as far from zero as the shortest. */
const MOST_SPAN = 1e4;

/** The tail of a curve: from where some messages are through to where fewer than ten are left. */
function tailOf(curve: Curve, label: string, { x, messages }: { x: Scale; messages: number }): Line {
  const begun = curve.y.findIndex((share) => PERCENT.factor * share < NEARLY_ALL);
  const [from, until] = [curve.x[Math.max(begun, 0)] ?? 0, (curve.x.at(-1) ?? 0) * x.factor];
  const shown = (sample: Sample) =>
    sample.x > 0 &&
    sample.x >= from * x.factor &&
    sample.x >= until / MOST_SPAN &&
    sample.y! * messages >= 10 * PERCENT.factor;
  return lineOf(curve, label, { x, y: PERCENT }, shown);
}

/** Exactly as far as the lines reach at the short end, where a logarithmic axis could go on for ever. */
function timeAxis(title: string, lines: readonly Line[]) {
  const times = lines.flatMap(({ samples }) => samples.map((sample) => sample.x));
  const first = Math.min(...times);
  const { domain, ticks, ...axis } = logAxis(title, first, Math.max(...times));
  return { ...axis, domain: [first, domain[1]] as [number, number], ticks: ticks!.filter((tick) => tick >= first) };
}

/** Percent, from 100 down to the smallest share that any line reaches. */
function shareAxis(lines: readonly Line[]) {
  const least = Math.min(...lines.map(({ samples }) => samples.at(-1)!.y!));
  const decades = Array.from({ length: 12 }, (_, i) => Number(`1e${2 - i}`));
  const bottom = decades.find((decade) => decade <= least * 1.0001) ?? least;
  const ticks = decades.filter((decade) => decade >= bottom);
  return { title: "slower [%]", log: true, domain: [bottom, 100] as [number, number], ticks };
}

/** Theory goes on where the sample has ended, but the picture does not. */
function cutBelow({ label, samples }: Line, bottom: number): Line {
  const reached = (value: number | null) => (value !== null && value >= bottom ? value : null);
  return {
    label,
    samples: samples.map((sample) => ({
      ...sample,
      theory: reached(sample.theory),
      measured: reached(sample.measured),
    })),
  };
}
