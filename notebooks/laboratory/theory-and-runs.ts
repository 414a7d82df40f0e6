import {
  type Canvas,
  type ChartSpec,
  type Heading,
  type Layer,
  NARROW,
  picture,
} from "../../src/report/chart/picture.ts";
import { COLOURS, INK, MUTED, PAPER, TEXT_SIZE } from "../../src/report/theme.ts";
import { axes, type Scale } from "./axes.ts";

/** A value of theory at x, in display units. */
export interface Point {
  x: number;
  y: number;
}

/** A simulated value with its interval. */
export interface Dot extends Point {
  low: number;
  high: number;
  /** Drawn hollow when false. */
  trusted: boolean;
}

export interface TheoryAndRuns {
  theory: Point[];
  dots: Dot[];
  /** Where the reader stands, and what to write there. */
  here: Point & { text: string };
  x: Scale;
  y: Scale;
}

/** Exact theory as a dashed line, simulated runs as dots with their intervals, and the reader's place among them. */
export function theoryAndRuns(heading: Heading, parts: TheoryAndRuns, canvas: Canvas): ChartSpec {
  const { theory, dots, here, x, y } = parts;
  const shown = dots.map((dot) => clipped(dot, y.domain));
  const layer = [line(theory), bars(shown), marks(shown), ...place(here, x)];
  const height = canvas.width < NARROW ? 240 : 300;
  return picture(heading, canvas, { height, layer, encoding: axes(x, y), standsOut: { left: 0, right: 12 } });
}

/** The interval of a short run may reach far beyond the plot. */
const clipped = (dot: Dot, [least, most]: [number, number]): Dot => ({
  ...dot,
  low: Math.max(dot.low, least),
  high: Math.min(dot.high, most),
});

const line = (values: Point[]): Layer => ({
  data: { values },
  mark: { type: "line", strokeWidth: 1.3, strokeDash: [4, 4], color: INK, interpolate: "monotone" },
});

const bars = (values: Dot[]): Layer => ({
  data: { values },
  mark: { type: "rule", strokeWidth: 2, opacity: 0.55, color: COLOURS[0] },
  encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
});

const marks = (values: Dot[]): Layer => ({
  data: { values },
  mark: { type: "point", size: 42, strokeWidth: 1.5, opacity: 1, color: COLOURS[0] },
  encoding: { fill: { condition: { test: "datum.trusted", value: COLOURS[0] }, value: PAPER } },
});

/** A rule through the reader's place, a ring, and the text beside the rule, on the side that has room for it. */
function place({ x, y, text }: TheoryAndRuns["here"], { domain: [from, to], log = false }: Scale): Layer[] {
  const share = log ? Math.log(x / from) / Math.log(to / from) : (x - from) / (to - from);
  const side = share > 0.5 ? ({ align: "right", dx: -8 } as const) : ({ align: "left", dx: 8 } as const);
  const data = { values: [{ x, y, text }] };
  return [
    {
      data,
      mark: { type: "rule", strokeWidth: 1, color: MUTED, opacity: 0.7 },
      encoding: { y: { value: 0 }, y2: { value: "height" } },
    },
    { data, mark: { type: "point", size: 110, strokeWidth: 2, opacity: 1, color: COLOURS[1] } },
    {
      data,
      mark: { type: "text", ...side, baseline: "top", fontSize: TEXT_SIZE, fontWeight: 600, color: INK },
      encoding: { y: { value: 0 }, text: { field: "text" } },
    },
  ];
}
