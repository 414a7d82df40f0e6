import { COLOURS, INK, MUTED, PAPER, TEXT_COLOURS, TEXT_SIZE } from "../theme.ts";
import { type Axis, labelOverhang, position } from "./axis.ts";
import { extentOf, type Line, type LineStyle, type Sample } from "./lines.ts";
import { type Canvas, type ChartSpec, type Heading, type Layer, NARROW, picture } from "./picture.ts";
import { textWidth } from "./text-width.ts";

/** Axes and manner of a line chart. */
export interface LineChart extends LineStyle {
  x: Axis;
  y: Axis;
  /** A rule at zero, for differences. */
  zero?: boolean;
}

/** Most lines that can be told apart. */
export const MOST_LINES = COLOURS.length;

/** Lines with bands, theory dashed, real measurements as diamonds; lines are labelled at their ends if there is room. */
export function lineChart(
  heading: Heading,
  lines: Line[],
  { x, y, markers, interval, zero = false }: LineChart,
  canvas: Canvas,
): ChartSpec {
  const height = canvas.width < NARROW ? 240 : 300;
  const shown = lines.slice(0, MOST_LINES).map((line) => (y.log ? aboveZero(line, y) : line));
  const room = directLabelRoom(shown, x, canvas);
  const layers = [
    ...(zero ? [zeroRule()] : []),
    interval === "band" ? band() : bars(),
    simulated(),
    theory(),
    ...(markers ? [...(crowded(shown) ? [] : [solidPoints()]), hollowPoints(), diamonds()] : [measured()]),
  ];
  const data = {
    values: shown.flatMap((line) =>
      line.samples.map((sample, order) => ({ ...slim(sample), order, line: line.label })),
    ),
  };
  const encoding = { ...axes(x, y, canvas.width < NARROW), ...colour(shown, room === 0 ? canvas : null) };
  const layer = [{ data, encoding, layer: layers } as Layer, ...endLabels(room === 0 ? [] : shown, y, height)];
  const standsOut = { left: 0, right: room === 0 ? labelOverhang(x).right : 0 };
  const left = shown.length < lines.length ? ` Shows ${shown.length} of ${lines.length} lines.` : "";
  const zeros = y.log && extentOf(lines).values.some((value) => value <= 0) ? " Zero has no place on this axis." : "";
  return picture({ ...heading, subtitle: heading.subtitle + left + zeros }, canvas, { height, layer, standsOut });
}

/** A line on a logarithmic axis: what is not positive has no place there, and intervals end where the axis does. */
function aboveZero({ label, samples }: Line, { domain }: Axis): Line {
  const positive = (value: number | null) => (value !== null && value > 0 ? value : null);
  const clipped = (end: number | null) => (end === null ? null : Math.max(end, domain[0]));
  return {
    label,
    samples: samples.map(({ x, y, low, high, theory, measured, trusted }) => ({
      x,
      y: positive(y),
      low: clipped(low),
      high: clipped(high),
      theory: positive(theory),
      measured: positive(measured),
      trusted,
    })),
  };
}

/** Beyond this, the samples of a line are closer than their marks are wide. */
const MOST_MARKS = 80;

const crowded = (lines: readonly Line[]): boolean => lines.some(({ samples }) => samples.length > MOST_MARKS);

/** Without what is not there, and with the seven digits that a picture can show at the very most. */
function slim(sample: Sample): Partial<Sample> {
  const entries = Object.entries(sample).filter(([, value]) => value !== null);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === "number" ? Number(value.toPrecision(7)) : value]),
  );
}

function axes(x: Axis, y: Axis, narrow: boolean) {
  return {
    x: { field: "x", type: "quantitative", title: x.title, scale: scale(x), axis: ticks(x, narrow ? 5 : 8) },
    y: {
      field: "y",
      type: "quantitative",
      title: y.title,
      scale: scale(y),
      axis: { ...ticks(y, 5), titleX: 0, titleY: -10, titleBaseline: "bottom" },
    },
  } as const;
}

const scale = ({ log, domain }: Axis) =>
  log
    ? ({ type: "log", domain, nice: false } as const)
    : ({ type: "linear", domain, nice: false, zero: false } as const);

/** Ticks where the axis wants them, or about `count`; Vega would thin given ones on a logarithmic axis to a count. */
const ticks = ({ ticks: values, log }: Axis, count: number) => ({
  ...(values ? { values } : { tickCount: count }),
  ...(log && { format: ",~r" }), // plain decimal numbers with grouped thousands
});

/** A colour for each line, explained above the plot where labels at the ends of lines have no room. */
function colour(lines: Line[], legend: { width: number } | null) {
  const domain = lines.map((line) => line.label);
  const range = lines.map((_, i) => COLOURS[i]!);
  const shape = {
    orient: "top",
    direction: "vertical",
    title: null,
    symbolType: "stroke",
    symbolStrokeWidth: 2.5,
    symbolOpacity: 1,
    offset: 34,
  } as const;
  const shown = legend && lines.length > 1 ? { ...shape, labelLimit: legend.width - 80 } : null;
  return { color: { field: "line", type: "nominal", scale: { domain, range }, legend: shown } } as const;
}

const band = (): Layer => ({
  mark: { type: "area", opacity: 0.16, line: false },
  encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
});

const zeroRule = (): Layer => ({
  data: { values: [{}] },
  mark: { type: "rule", color: MUTED, strokeWidth: 1 },
  encoding: { x: { value: 0 }, x2: { value: "width" }, y: { datum: 0 }, color: { value: MUTED } },
});

const bars = (): Layer => ({
  mark: { type: "rule", opacity: 0.5, strokeWidth: 1.5 },
  encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
});

/** Lines join their samples in the order of the sweep, not of x: throughput may fall again. */
const inOrder = { order: { field: "order", type: "quantitative" } } as const;

const simulated = (): Layer => ({ mark: { type: "line", strokeWidth: 2, strokeJoin: "round" }, encoding: inOrder });

/** Thin and dark, so that it is seen where it coincides with the simulation, as it should. */
const theory = (): Layer => ({
  mark: { type: "line", strokeWidth: 1.1, strokeDash: [3, 5] },
  encoding: {
    y: { field: "theory", type: "quantitative" },
    color: { value: INK },
    detail: { field: "line", type: "nominal" },
    ...inOrder,
  },
});

const solidPoints = (): Layer => ({
  mark: { type: "circle", size: 34, opacity: 1 },
  transform: [{ filter: "datum.trusted && isValid(datum.y)" }],
});

const hollowPoints = (): Layer => ({
  mark: { type: "point", size: 44, fill: PAPER, strokeWidth: 1.5, opacity: 1 },
  transform: [{ filter: "!datum.trusted && isValid(datum.y)" }],
});

const diamonds = (): Layer => ({
  mark: { type: "point", shape: "diamond", size: 60, filled: true, color: INK, opacity: 1 },
  transform: [{ filter: "isValid(datum.measured)" }],
  encoding: { y: { field: "measured", type: "quantitative" }, color: { value: INK } },
});

const measured = (): Layer => ({
  mark: { type: "line", strokeWidth: 2, strokeDash: [1, 3], strokeCap: "round" },
  encoding: {
    y: { field: "measured", type: "quantitative" },
    color: { value: INK },
    detail: { field: "line", type: "nominal" },
    ...inOrder,
  },
});

/** Room for labels at the ends of the lines [px]; 0 when a legend does better or nothing needs a name. */
function directLabelRoom(lines: Line[], x: Axis, canvas: Canvas): number {
  if (lines.length < 2 || canvas.width < NARROW) return 0;
  const widest = Math.max(...lines.map((line) => textWidth(line.label, TEXT_SIZE)));
  const reachTheEnd = lines.every(
    (line) => position(x, line.samples.findLast((sample) => sample.y !== null)?.x ?? 0) > 0.97,
  );
  return reachTheEnd && widest <= 190 ? Math.ceil(widest) + 12 : 0;
}

/** A label right of each line's end, moved apart where they would overlap. */
function endLabels(lines: Line[], y: Axis, height: number): Layer[] {
  const ends = lines.map(
    (line) => height * (1 - position(y, line.samples.findLast((sample) => sample.y !== null)!.y!)),
  );
  const places = apart(ends, 16, height);
  return lines.map(({ label }, i) => ({
    data: { values: [{}] },
    mark: {
      type: "text",
      align: "left",
      baseline: "middle",
      dx: 10,
      fontSize: TEXT_SIZE,
      color: TEXT_COLOURS[i] ?? MUTED,
    },
    encoding: { x: { value: "width" }, y: { value: places[i]! }, text: { value: label } },
  }));
}

/** Moves positions so that neighbours are at least `gap` apart and all lie in [0, most], as near as may be. */
export function apart(positions: readonly number[], gap: number, most: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]! || a - b);
  const moved = order.map((i) => positions[i]!);
  for (let i = 1; i < moved.length; i++) moved[i] = Math.max(moved[i]!, moved[i - 1]! + gap);
  for (let i = moved.length - 1, ceiling = most; i >= 0; i--, ceiling = moved[i + 1]! - gap)
    moved[i] = Math.min(moved[i]!, ceiling);
  const result = positions.slice();
  for (const [rank, i] of order.entries()) result[i] = moved[rank]!;
  return result;
}
