import type { Curve, Result } from "../../result.ts";
import type { Scale } from "../format.ts";
import { numberAt, pointParts, sweptNumber } from "../points.ts";
import { modelNames } from "../theory.ts";
import { MOST_LINES } from "./line-chart.ts";
import type { Line, Sample } from "./lines.ts";
import type { PlotOptions } from "./picture.ts";
import { text } from "./plot-options.ts";

/** Most points of a curve worth drawing: beyond that they are closer than pixels. */
const MOST_SAMPLES = 240;

/**
 * The curves of one kind and one metric at one place: those that the settings `metric`, `where` and `class` name, or
 * else those of the first metric and place, the whole system before its parts.
 */
export function curvesOf(result: Result, kind: Curve["kind"], options: PlotOptions): Curve[] {
  const wanted = {
    metric: text(options, "metric"),
    where: text(options, "where"),
    class: text(options, "class") ?? "*",
  };
  const fitting = result.curves.filter(
    (curve) =>
      curve.kind === kind &&
      curve.class === wanted.class &&
      curve.metric === (wanted.metric ?? curve.metric) &&
      curve.where === (wanted.where ?? curve.where),
  );
  const first = fitting.find(({ where }) => where === "system") ?? fitting[0];
  return fitting.filter(({ metric, where }) => metric === first?.metric && where === first.where);
}

/**
 * The curves that fit into one picture: all of them, or, when they are too many, those where the swept parameter is
 * largest, since that is where the interesting things happen.
 */
export function fewCurves(result: Result, curves: readonly Curve[]): Curve[] {
  const parameter = sweptNumber(result, undefined);
  if (curves.length <= 4 || !parameter) return curves.slice(0, MOST_LINES);
  const coordinateOf = ({ point }: Curve) => numberAt(parameter, result.points[point]!.at) ?? -Infinity;
  const largest = curves.reduce((most, curve) => Math.max(most, coordinateOf(curve)), -Infinity);
  return curves.filter((curve) => coordinateOf(curve) === largest).slice(0, MOST_LINES);
}

/** Says so when a picture does not show all curves that there are. */
export const shownNote = (shown: readonly Curve[], all: readonly Curve[]): string =>
  shown.length < all.length ? ` Shows ${shown.length} of ${all.length} curves.` : "";

/** What the points of these curves share, for the title, and what tells them apart, for the lines. */
export function sharedPoint(result: Result, curves: readonly Curve[]): { shared: string; labels: string[] } {
  const all = pointParts(result);
  const parts = curves.map(({ point }) => all[point]!);
  const common = parts[0]?.filter((part) => parts.every((other) => other.includes(part))) ?? [];
  return {
    shared: common.join(", "),
    labels: parts.map((own) => own.filter((part) => !common.includes(part)).join(", ")),
  };
}

/** A curve as a line in display units, thinned to what can be seen; `keep` says which samples may be shown at all. */
export function lineOf(
  curve: Curve,
  label: string,
  { x, y }: { x: Scale; y: Scale },
  keep: (sample: Sample) => boolean,
): Line {
  const scaled = (values: number[] | null | undefined, i: number) => (values ? values[i]! * y.factor : null);
  const samples = curve.x.map(
    (at, i): Sample => ({
      x: at * x.factor,
      y: scaled(curve.y, i),
      low: scaled(curve.low, i),
      high: scaled(curve.high, i),
      theory: scaled(curve.theory?.y, i),
      measured: scaled(curve.measured?.y, i),
      trusted: true,
    }),
  );
  return { label, samples: thinned(samples.filter(keep)) };
}

function thinned(samples: Sample[]): Sample[] {
  const step = (samples.length - 1) / (MOST_SAMPLES - 1);
  return step <= 1 ? samples : Array.from({ length: MOST_SAMPLES }, (_, i) => samples[Math.round(i * step)]!);
}

/** Which theory stands beside these curves. */
export const curveTheory = (curves: readonly Curve[]): string =>
  modelNames(curves.flatMap(({ theory }) => (theory ? [theory] : [])));
