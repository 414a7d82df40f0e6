import type { Result } from "../../result.ts";
import { commonScale } from "../format.ts";
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
    .map((curve, i) => lineOf(curve, labels[i]!, { x, y: PERCENT }, supported(result.points[curve.point]!.messages)))
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
      lines.map((line) => cutBelow(within(line, axes.x.domain[0]), axes.y.domain[0])),
      { ...axes, ...style },
      canvas,
    ),
  ];
}

/** Shares that at least ten of the messages stand behind; a logarithmic axis has no room for zero. */
const supported =
  (messages: number) =>
  (sample: Sample): boolean =>
    sample.x > 0 && sample.y! > 0 && sample.y! * messages >= 10 * PERCENT.factor;

/** The longest time is drawn at most so many times as far from zero as the shortest. */
const MOST_SPAN = 1e4;

/** From where half a percent of messages are already through, since a logarithmic axis never reaches zero. */
function timeAxis(title: string, lines: readonly Line[]) {
  const samples = lines.flatMap((line) => line.samples);
  const begun = samples.filter(({ y }) => y! < 99.5).map(({ x }) => x);
  const all = samples.map(({ x }) => x);
  const last = Math.max(...all);
  return logAxis(title, Math.max(Math.min(...(begun.length > 0 ? begun : all)), last / MOST_SPAN), last);
}

/** Percent, from 100 down to the smallest share that any line reaches. */
function shareAxis(lines: readonly Line[]) {
  const least = Math.min(...lines.map(({ samples }) => samples.at(-1)!.y!));
  const decades = Array.from({ length: 12 }, (_, i) => Number(`1e${2 - i}`));
  const bottom = decades.find((decade) => decade <= least * 1.0001) ?? least;
  const ticks = decades.filter((decade) => decade >= bottom);
  return { title: "slower [%]", log: true, domain: [bottom, 100] as [number, number], ticks };
}

/** A line from where the axis begins: marks outside would take room from the plot. */
function within({ label, samples }: Line, from: number): Line {
  const first = samples.findIndex(({ x }) => x >= from);
  if (first < 1) return { label, samples };
  return { label, samples: [between(samples[first - 1]!, samples[first]!, from), ...samples.slice(first)] };
}

/** Where the straight line between two samples, as it is drawn on logarithmic axes, passes x. */
function between(a: Sample, b: Sample, x: number): Sample {
  const share = Math.log(x / a.x) / Math.log(b.x / a.x);
  const at = (from: number | null, to: number | null) =>
    from === null || to === null || !(from > 0 && to > 0) ? null : from * (to / from) ** share;
  const [y, low, high] = [at(a.y, b.y), at(a.low, b.low), at(a.high, b.high)];
  return { x, y, low, high, theory: at(a.theory, b.theory), measured: at(a.measured, b.measured), trusted: b.trusted };
}

/** Bands and theory may dive below the axis, where a logarithmic scale would draw them outside the plot. */
function cutBelow({ label, samples }: Line, bottom: number): Line {
  const cut = (value: number | null) => (value === null ? null : Math.max(value, bottom));
  const reached = (value: number | null) => (value !== null && value >= bottom ? value : null);
  return {
    label,
    samples: samples.map((sample) => ({
      ...sample,
      low: cut(sample.low),
      high: cut(sample.high),
      theory: reached(sample.theory),
      measured: reached(sample.measured),
    })),
  };
}
