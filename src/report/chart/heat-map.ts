import type { Result, Row } from "../../result.ts";
import { commonScale, coordinate, plain, type Scale, withSymbol } from "../format.ts";
import { grouped } from "../grouped.ts";
import { type Parameter, pointLabels, sweptParameters } from "../points.ts";
import { rowIndexOf, trusted } from "../rows.ts";
import { MUTED, PAPER, SHADES } from "../theme.ts";
import { atPlace, capitalised, counted, statisticName } from "../words.ts";
import { axisTitle } from "./axis.ts";
import { type Canvas, type ChartSpec, fileName, type Layer, NARROW, type PlotOptions, picture } from "./picture.ts";
import { flag, subjectOf, text } from "./plot-options.ts";
import { textWidth } from "./text-width.ts";

/**
 * A metric over two swept parameters: the darker, the more; one picture for each scenario (and each value of further
 * parameters). Options: `metric`, `statistic`, `where`, `class`, `x`, `y` (the parameters), `log` (of the shading).
 */
export function heatMap(result: Result, options: PlotOptions, canvas: Canvas): ChartSpec[] {
  const index = rowIndexOf(result);
  const subject = subjectOf(result, index, options);
  const axes = heatAxes(result, options);
  if (!subject || !axes) return [];
  const rows = index.all(subject);
  const scale = commonScale(
    rows.map((row) => row.value ?? 0),
    rows[0]!.unit,
    subject.metric,
  );
  const labels = pointLabels(result, [axes.x.name, axes.y.name]);
  const name = statisticName(subject.metric, subject.statistic);
  const map = { axes, scale, log: logShading(rows, flag(options, "log")) };
  return [...grouped(rows, (row) => labels[row.point]!)].map(([label, own]) => {
    const title = `${capitalised(atPlace(name, subject.where))} by ${axes.x.name} and ${axes.y.name}${label && `, ${label}`}`;
    const cells = own.map((row) => cellOf(result, row, map));
    const heading = {
      name: fileName(subject.where === "system" ? "" : subject.where, subject.metric, subject.statistic, "map", label),
      title,
      subtitle: subtitleOf(name, scale, cells),
      describes: describe(title, cells, scale),
    };
    return picture(heading, canvas, body(cells, map, canvas));
  });
}

interface HeatMap {
  axes: { x: Parameter; y: Parameter };
  scale: Scale;
  log: boolean;
}

interface Cell {
  x: string;
  y: string;
  value: number | null;
  text: string;
  /** What the number stands on: on a dark shade it is light, on none it is grey. */
  ground: "light" | "dark" | "none";
}

function heatAxes(result: Result, options: PlotOptions): HeatMap["axes"] | null {
  const swept = sweptParameters(result);
  const named = (key: string) => swept.find(({ name }) => name === text(options, key));
  const [x, y] = [named("x"), named("y")];
  const rest = swept
    .filter((parameter) => parameter !== x && parameter !== y)
    .sort((a, b) => b.values.length - a.values.length);
  const chosen = { x: x ?? rest.shift(), y: y ?? rest.shift() };
  return chosen.x && chosen.y ? { x: chosen.x, y: chosen.y } : null;
}

function logShading(rows: readonly Row[], asked: boolean | undefined): boolean {
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const positive = values.every((value) => value > 0);
  return positive && (asked ?? Math.max(...values) > 30 * Math.min(...values));
}

function cellOf(result: Result, row: Row, { axes, scale }: HeatMap): Cell {
  const { at } = result.points[row.point]!;
  const value = row.value === null ? null : row.value * scale.factor;
  const shown = value === null ? "–" : plain(value);
  return {
    x: coordinate(at[axes.x.name]!),
    y: coordinate(at[axes.y.name]!),
    value,
    text: trusted(row) || value === null ? shown : `${shown} ?`,
    ground: value === null ? "none" : "light",
  };
}

function subtitleOf(name: string, scale: Scale, cells: readonly Cell[]): string {
  const doubt = cells.some((cell) => cell.text.endsWith("?")) ? " ? = not reliable." : "";
  const gap = cells.some((cell) => cell.value === null) ? " – = cannot be said." : "";
  return `Shade and number: ${axisTitle(name, scale.symbol)}.${doubt}${gap}`;
}

function describe(title: string, cells: readonly Cell[], scale: Scale): string {
  const known = cells
    .filter((cell): cell is Cell & { value: number } => cell.value !== null)
    .sort((a, b) => a.value - b.value);
  const [least, most] = [known[0], known.at(-1)];
  if (!least || !most) return `${title}: no values.`;
  const say = ({ x, y, value }: typeof least) => `${withSymbol(plain(value), scale.symbol)} at (${x}, ${y})`;
  return `${title}: ${counted(known.length, "value")}, from ${say(least)} to ${say(most)}.`;
}

function body(cells: Cell[], { axes, scale, log }: HeatMap, canvas: Canvas) {
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  const domain = [Math.min(...values), Math.max(...values)] as const;
  const place = (value: number) =>
    log ? Math.log(value / domain[0]) / Math.log(domain[1] / domain[0]) : (value - domain[0]) / (domain[1] - domain[0]);
  for (const cell of cells) if (cell.value !== null && place(cell.value) > 0.63) cell.ground = "dark";
  const [x, y] = [ordered(axes.x), ordered(axes.y)];
  const cellWidth = (canvas.width - 90) / x.length;
  const readable = cells.every((cell) => textWidth(cell.text, 11) < cellWidth - 4);
  const encoding = {
    x: {
      field: "x",
      type: "ordinal",
      scale: { domain: x, padding: 0 },
      title: axisTitle(axes.x.name, axes.x.unit),
      axis: { ticks: false, domain: false, labelAngle: 0 },
    },
    y: {
      field: "y",
      type: "ordinal",
      scale: { domain: y.toReversed(), padding: 0 },
      title: axisTitle(axes.y.name, axes.y.unit),
      axis: { titleX: 0, titleY: -6, titleBaseline: "bottom", labelLimit: canvas.width / 4 },
    },
  } as const;
  const shade = {
    field: "value",
    type: "quantitative",
    scale: { type: log ? "log" : "linear", domain: [...domain], range: [...SHADES] },
    legend: readable
      ? null
      : { orient: "bottom", title: scale.symbol, gradientLength: canvas.width / 2, format: ",~r" },
  } as const;
  const layer: Layer[] = [
    { mark: { type: "rect", stroke: PAPER, strokeWidth: 2 }, encoding: { color: shade } },
    ...(readable ? grounds.map((ground) => numbers(cells, ground)) : []),
  ];
  const height = Math.min(y.length * (canvas.width < NARROW ? 30 : 36), 480);
  return {
    height,
    encoding,
    standsOut: { left: 0, right: 0 },
    layer: [{ data: { values: cells }, encoding, layer } as Layer],
  };
}

/** Not quite ink and paper: the shades stay as they are when a page turns dark, and so must what stands on them. */
const NUMBER = { light: "#14181d", dark: "#fdfdfd", none: MUTED } as const;
const grounds = ["light", "dark", "none"] as const;

const numbers = (cells: Cell[], ground: Cell["ground"]): Layer => ({
  data: { values: cells.filter((cell) => cell.ground === ground) },
  mark: { type: "text", fontSize: 11, color: NUMBER[ground] },
  encoding: { text: { field: "text" } },
});

/** Values of a parameter as shown, numbers ascending. */
function ordered({ values, numbers }: Parameter): string[] {
  if (!numbers) return values.map(coordinate);
  return values
    .map((value, i) => ({ value, number: numbers[i]! }))
    .sort((a, b) => a.number - b.number)
    .map(({ value }) => coordinate(value));
}
