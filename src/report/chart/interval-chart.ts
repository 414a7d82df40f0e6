import { COLOURS, INK, MUTED, PAPER, TEXT_SIZE } from "../theme.ts";
import { type Axis, axisTitle, type Extent, labelOverhang, valueAxis } from "./axis.ts";
import { type Canvas, type ChartSpec, type Heading, type Layer, NARROW, picture } from "./picture.ts";
import { shorten, textWidth } from "./text-width.ts";

/** A value with its interval, in display units, and how it is written. */
export interface Bar {
  label: string;
  value: number;
  low: number | null;
  high: number | null;
  theory: number | null;
  measured: number | null;
  /** "12.3 ms (11.9 – 12.8)". */
  text: string;
  trusted: boolean;
  /** Of a difference: whether its interval leaves out zero, and on which side. */
  side: "less" | "more" | "undecided";
}

const SIDES = { less: COLOURS[0], more: COLOURS[1], undecided: MUTED } as const;

/** One row for each value: its name, a dot with its interval, and the number in words. */
export function intervalChart(
  heading: Heading,
  bars: Bar[],
  { subject, symbol }: { subject: string; symbol: string },
  canvas: Canvas,
): ChartSpec {
  const narrow = canvas.width < NARROW;
  const step = narrow ? 48 : 30;
  const height = bars.length * step;
  const x = valueAxis(axisTitle(subject, symbol), reachOf(bars), false);
  const limit = narrow
    ? canvas.width - 16 - Math.max(...bars.map(({ text }) => textWidth(text, TEXT_SIZE)))
    : canvas.width * 0.36;
  const values = bars.map((bar, i) => ({
    ...bar,
    label: shorten(bar.label, TEXT_SIZE, limit),
    row: (i + (narrow ? 0.72 : 0.5)) * step,
  }));
  const layer = [zeroRule(x), ...marks(), ...(narrow ? captionsAbove() : captionsBeside())];
  const standsOut = narrow ? labelOverhang(x) : { left: 0, right: 0 };
  return picture(heading, canvas, {
    height,
    layer: [{ data: { values }, encoding: axes(x, height), layer } as Layer],
    standsOut,
  });
}

const reachOf = (bars: readonly Bar[]): Extent => ({
  values: bars.flatMap(({ value, theory, measured }) => [value, theory, measured]).filter((value) => value !== null),
  ends: bars.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null),
});

function axes(x: Axis, height: number) {
  return {
    x: {
      field: "value",
      type: "quantitative",
      title: x.title,
      scale: { domain: x.domain, nice: false },
      axis: { tickCount: 5, grid: true, ticks: false, domain: false },
    },
    y: { field: "row", type: "quantitative", axis: null, scale: { domain: [height, 0], nice: false, zero: false } },
  } as const;
}

/** A rule at zero, where differences change their sign. */
const zeroRule = (x: Axis): Layer => ({
  data: { values: x.domain[0] < 0 ? [{}] : [] },
  mark: { type: "rule", color: MUTED },
  encoding: { x: { datum: 0 }, y: { value: 0 }, y2: { value: "height" } },
});

const tone = {
  field: "side",
  type: "nominal",
  scale: { domain: Object.keys(SIDES), range: Object.values(SIDES) },
  legend: null,
} as const;

function marks(): Layer[] {
  return [
    {
      mark: { type: "rule", strokeWidth: 2.5, strokeCap: "round" },
      encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" }, color: tone },
    },
    {
      mark: { type: "tick", thickness: 1.5, size: 16, color: INK },
      encoding: { x: { field: "theory", type: "quantitative" } },
      transform: [{ filter: "datum.theory !== null" }],
    },
    {
      mark: { type: "point", shape: "diamond", size: 60, filled: true, opacity: 1, color: INK },
      encoding: { x: { field: "measured", type: "quantitative" } },
      transform: [{ filter: "datum.measured !== null" }],
    },
    {
      mark: { type: "circle", size: 64, opacity: 1 },
      encoding: { color: tone },
      transform: [{ filter: "datum.trusted" }],
    },
    {
      mark: { type: "point", size: 64, fill: PAPER, strokeWidth: 1.75, opacity: 1 },
      encoding: { color: tone },
      transform: [{ filter: "!datum.trusted" }],
    },
  ];
}

const caption = { type: "text", baseline: "middle", fontSize: TEXT_SIZE, color: INK } as const;

const captionsBeside = (): Layer[] => [
  { mark: { ...caption, align: "right", dx: -12 }, encoding: { x: { value: 0 }, text: { field: "label" } } },
  { mark: { ...caption, align: "left", dx: 12 }, encoding: { x: { value: "width" }, text: { field: "text" } } },
];

/** Over the bars, each on a halo of paper, since grid lines pass behind them. */
function captionsAbove(): Layer[] {
  const halo = { ...caption, stroke: PAPER, strokeWidth: 5, strokeJoin: "round" } as const;
  return [halo, caption].flatMap((mark): Layer[] => [
    { mark: { ...mark, align: "left", dy: -19 }, encoding: { x: { value: 0 }, text: { field: "label" } } },
    { mark: { ...mark, align: "right", dy: -19 }, encoding: { x: { value: "width" }, text: { field: "text" } } },
  ]);
}
