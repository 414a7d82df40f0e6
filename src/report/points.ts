import type { Result, Row } from "../result.ts";
import { commonScale, coordinate } from "./format.ts";

/** A swept parameter and its distinct values, in the order of the points. */
export interface Parameter {
  name: string;
  values: (number | string)[];
  /** The values as numbers, where all are; "10 ms", "20 ms" counts, with the unit "ms". */
  numbers: number[] | null;
  /** Empty when the values carry none. */
  unit: string;
}

/** Parameters that take more than one value in a result. */
export function sweptParameters(result: Result): Parameter[] {
  const names = [...new Set(result.points.flatMap((point) => Object.keys(point.at)))];
  return names.map((name) => parameter(result, name)).filter(({ values }) => values.length > 1);
}

/** The numeric parameter of that name, or else the one with most values; undefined when nothing numeric was swept. */
export function sweptNumber(result: Result, name: string | undefined): Parameter | undefined {
  const numeric = sweptParameters(result).filter(({ numbers }) => numbers !== null);
  if (name !== undefined) return numeric.find((parameter) => parameter.name === name);
  return numeric.toSorted((a, b) => b.values.length - a.values.length)[0];
}

/** The value of a numeric parameter at a point; undefined where the point does not set it. */
export function numberAt({ name, values, numbers }: Parameter, at: Result["points"][number]["at"]): number | undefined {
  return Object.hasOwn(at, name) ? numbers?.[values.indexOf(at[name]!)] : undefined;
}

const SECONDS: Record<string, number> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86_400 };

function parameter(result: Result, name: string): Parameter {
  const values = [...new Set(result.points.flatMap(({ at }) => (Object.hasOwn(at, name) ? [at[name]!] : [])))];
  const parsed = values.map(numberAndUnit).filter((value) => value !== null);
  return { name, values, unit: "", numbers: null, ...(parsed.length === values.length ? inOneUnit(parsed) : {}) };
}

/** Numbers that have the same unit, or are times in different units; null when they cannot share an axis. */
function inOneUnit(parsed: readonly { number: number; unit: string }[]): Pick<Parameter, "numbers" | "unit"> {
  const unit = parsed[0]?.unit ?? "";
  if (parsed.every((value) => value.unit === unit)) return { unit, numbers: parsed.map(({ number }) => number) };
  if (!parsed.every((value) => Object.hasOwn(SECONDS, value.unit))) return { unit: "", numbers: null };
  const seconds = parsed.map((value) => value.number * SECONDS[value.unit]!);
  const { factor, symbol } = commonScale(seconds, "s", "latency");
  return { unit: symbol, numbers: seconds.map((time) => Number((time * factor).toPrecision(12))) };
}

function numberAndUnit(value: number | string): { number: number; unit: string } | null {
  if (typeof value === "number") return { number: value, unit: "" };
  const [, digits, unit] = /^(-?\d+(?:\.\d+)?) ?([^\d\s]{0,9})$/.exec(value) ?? [];
  return digits === undefined ? null : { number: Number(digits), unit: unit! };
}

/** Scenarios in the order of the points; [""] when the study has none. */
export const scenarios = (result: Result): string[] => [...new Set(result.points.map((point) => point.scenario))];

/** What points differ in: ["scenario", "load"]. */
export const pointTerms = (result: Result): string[] => [
  ...(scenarios(result).length > 1 ? ["scenario"] : []),
  ...sweptParameters(result).map(({ name }) => name),
];

/** For each point what tells it from others, in parts: ["greedy", "load 0.9"]; without the coordinates named in `but`. */
export function pointParts(result: Result, but: readonly string[] = []): string[][] {
  const shown = sweptParameters(result).filter(({ name }) => !but.includes(name));
  const withScenario = scenarios(result).length > 1 && !but.includes("scenario");
  return result.points.map(({ scenario, at }) => {
    const coordinates = shown.filter(({ name }) => Object.hasOwn(at, name));
    const words = coordinates.map(({ name }) => `${name} ${coordinate(at[name]!)}`);
    return [...(withScenario ? [scenario] : []), ...words];
  });
}

/** What tells each point from the others, without the coordinates named in `but`: "greedy, load 0.9". May be empty. */
export const pointLabels = (result: Result, but: readonly string[] = []): string[] =>
  pointParts(result, but).map((parts) => parts.join(", "));

/** What tells each of these rows from the others: its point and, where they differ, its class. */
export function rowLabeller(result: Result, rows: readonly Row[], but: readonly string[] = []): (row: Row) => string {
  const labels = pointLabels(result, but);
  const classed = new Set(rows.map((row) => row.class)).size > 1;
  return (row) => [labels[row.point]!, classed ? row.class : ""].filter((part) => part !== "").join(", ");
}

/** Whether a parameter was swept on a logarithmic grid: at least a factor of 20 in steps of about equal ratio. */
export function isLogGrid(values: readonly number[]): boolean {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  if (sorted.length < 3 || sorted[0]! <= 0 || sorted.at(-1)! / sorted[0]! < 20) return false;
  const ratios = sorted.slice(1).map((value, i) => value / sorted[i]!);
  return Math.max(...ratios) < 2.6 * Math.min(...ratios); // 1, 2, 5, 10 counts: its ratios are 2 and 2.5
}
