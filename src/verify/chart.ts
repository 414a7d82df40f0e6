import { type Canvas, type ChartSpec, type Layer, NARROW, picture } from "../report/chart/picture.ts";
import { COLOURS, MUTED, TEXT_SIZE } from "../report/theme.ts";
import { normalQuantile } from "../special/normal.ts";
import { FALSE_ALARMS, threshold } from "./checks/comparisons.ts";
import type { Comparison } from "./evidence.ts";
import { spokesmen } from "./summary.ts";

/** Fewer dots show no line. */
const FEWEST = 10;

/**
 * The errors of independent models in order of size, each against the error that is due at its place if the intervals
 * are right: then the dots lie along the line. Null when there are too few.
 */
export function errorChart(comparisons: readonly Comparison[], canvas: Canvas): ChartSpec | null {
  const cases = comparisons.filter(({ from }) => from === "cases");
  const errors = spokesmen(cases).flatMap(({ model, z }) => (z === null ? [] : [{ model, z }]));
  if (errors.length < FEWEST) return null;
  const values = errors
    .sort((a, b) => a.z - b.z)
    .map((error, i) => ({ ...error, due: normalQuantile((i + 0.5) / errors.length) }));
  const limit = threshold(cases.length, FALSE_ALARMS.cases);
  const reach = Math.ceil(Math.max(limit, ...values.map(({ z }) => Math.abs(z))) + 0.7);
  const height = canvas.width < NARROW ? 300 : 340;
  const title = "Errors of the simulation, in standard errors";
  return picture(
    {
      name: "errors",
      title,
      subtitle: `Each dot is one value of one model. If all is right, dots lie along the line, none beyond ± ${limit.toFixed(1)}.`,
      describes: `${title}: ${values.length} models, from ${values[0].z.toFixed(2)} to ${values.at(-1)!.z.toFixed(2)}.`,
    },
    canvas,
    { height, layer: layers(values, reach, limit), standsOut: { left: 8, right: 8 } },
  );
}

type Dot = { model: string; z: number; due: number };

function layers(values: Dot[], reach: number, limit: number): Layer[] {
  const due = Math.ceil(values.at(-1)!.due * 2) / 2;
  const [across, up]: [number, number][] = [
    [-due, due],
    [-reach, reach],
  ];
  const x = {
    field: "due",
    type: "quantitative",
    title: "error due at this place",
    scale: { domain: across, nice: false },
  } as const;
  const y = {
    field: "z",
    type: "quantitative",
    title: "error",
    scale: { domain: up, nice: false },
    axis: { tickCount: 7, titleY: -10 },
  } as const;
  return [
    ...[-limit, limit].map((at): Layer => rule(at)),
    ...[-limit, limit].map((at): Layer => label(at)),
    {
      data: { values: [-due, due].map((at) => ({ due: at, z: at })) },
      mark: { type: "line", color: MUTED, strokeWidth: 1 },
      encoding: { x, y },
    },
    { data: { values }, mark: { type: "circle", size: 44, color: COLOURS[0], opacity: 0.8 }, encoding: { x, y } },
  ];
}

const rule = (at: number): Layer => ({
  data: { values: [{}] },
  mark: { type: "rule", color: COLOURS[1], strokeDash: [4, 3] },
  encoding: { y: { datum: at, type: "quantitative" } },
});

const label = (at: number): Layer => ({
  data: { values: [{}] },
  mark: {
    type: "text",
    text: "beyond chance",
    align: "left",
    baseline: at > 0 ? "bottom" : "top",
    dx: 4,
    dy: at > 0 ? -4 : 5,
    fontSize: TEXT_SIZE,
    color: MUTED,
  },
  encoding: { y: { datum: at, type: "quantitative" }, x: { value: 0 } },
});
