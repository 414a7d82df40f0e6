import type { Result, Row } from "../../result.ts";
import type { Name } from "../../spec.ts";
import { compactEstimate, coordinate, lastDigit, plain, rounded, type Scale, scaleFor } from "../format.ts";
import { pointTerms } from "../points.ts";
import { list, qualityName } from "../words.ts";

/** A table as text, for a terminal or a page. */
export interface Table {
  head: string[];
  rows: string[][];
  /** How many columns, from the left, say what a line is about. */
  labels: number;
  /** Sentences below it. */
  notes: string[];
}

/** What a line of a table is about. */
export interface Line {
  point: number;
  where: Name | "system";
  /** "*" = all. */
  class: string;
  /** Parts whose numbers may stand on this line when it has none of its own. */
  places: Name[];
  /** null = the whole measured time. */
  window: Row["window"];
}

/** The columns that say what each line is about, each with its head first: scenario, parameters, time, place, class. */
export function labelColumns(result: Result, lines: readonly Line[]): string[][] {
  const terms = pointTerms(result).map((term) => [term, ...lines.map(({ point }) => termOf(result, point, term))]);
  const places = lines.map(({ where }) => where);
  const classes = lines.map((line) => (line.class === "*" ? "all" : line.class));
  return [
    ...terms,
    ...windowColumn(lines),
    ...(new Set(places).size > 1 ? [["where", ...places]] : []),
    ...(new Set(classes).size > 1 ? [["class", ...classes]] : []),
  ];
}

function windowColumn(lines: readonly Line[]): string[][] {
  const windows = lines.flatMap(({ window }) => (window ? [window] : []));
  if (windows.length === 0) return [];
  const { factor, symbol } = scaleFor(Math.max(...windows.flat()), "s", "latency");
  return [
    [
      headOf("time", symbol),
      ...lines.map(({ window }) => window?.map((edge) => coordinate(edge * factor)).join("–") ?? ""),
    ],
  ];
}

/** Name and unit on two lines, since a column is rarely as wide as both. */
export const headOf = (name: string, symbol: string): string => (symbol === "" ? name : `${name}\n[${symbol}]`);

function termOf(result: Result, point: number, term: string): string {
  const { scenario, at } = result.points[point]!;
  if (Object.hasOwn(at, term)) return coordinate(at[term]!);
  return term === "scenario" ? scenario : "";
}

/** What a cell shows of a row: "12.3 (11.9 – 12.8)"; a question mark behind what is not reliable. */
export function cell(row: Row | undefined, scale: Scale): string {
  if (!row) return "";
  const text = compactEstimate(row, scale);
  return row.value !== null && row.quality.length > 0 ? `${text} ?` : text;
}

/**
 * The theory beside a row, to as many digits as the row's interval supports, and how far the simulation lies above it:
 * "50.0 (+0.3 se)" in standard errors where theory is exact, "≈ 50.0 (+1.2 %)" where it is an approximation. An
 * exclamation mark is for what chance does not explain.
 */
export function theoryCell(row: Row | undefined, { factor }: Scale): string {
  if (!row?.theory) return "";
  const value = row.theory.value * factor;
  const half = row.low !== null && row.high !== null ? ((row.high - row.low) / 2) * factor : 0;
  const text = half > 0 && half < Infinity ? rounded(value, lastDigit(half)) : plain(value);
  const apart = apartFromTheory(row);
  return `${row.theory.exact ? text : `≈ ${text}`}${apart === "" ? "" : ` (${apart})`}`;
}

/** "+0.3 se", "−7.1 se !", "+1.2 %"; empty where nothing can be said. */
export function apartFromTheory({ value, theory, quality }: Row): string {
  if (theory === null || value === null) return "";
  if (theory.z !== undefined) return `${signed(theory.z)}\u00a0se${theory.refuted ? "\u00a0!" : ""}`;
  if (theory.exact || theory.value === 0 || quality.length > 0) return "";
  return `${signed(100 * (value / theory.value - 1))}\u00a0%`;
}

/** One digit after the point, and a sign unless it is 0. */
export function signed(x: number): string {
  const size = Math.abs(x).toFixed(1);
  return size === "0.0" ? size : `${x > 0 ? "+" : "−"}${size}`;
}

/** Explains the question marks and dashes of these rows: which doubts there are, and why values are missing. */
export function doubtNotes(rows: readonly (Row | undefined)[]): string[] {
  const known = rows.filter((row) => row !== undefined);
  const reasons = (chosen: Row[]) => [...new Set(chosen.flatMap(({ quality }) => quality))].map(qualityName);
  const doubtful = reasons(known.filter(({ value }) => value !== null));
  const missing = reasons(known.filter(({ value }) => value === null));
  return [
    ...(doubtful.length > 0 ? [`? = not reliable: ${list(doubtful, "or")}.`] : []),
    ...(missing.length > 0 ? [`– = cannot be said: ${list(missing, "or")}.`] : []),
  ];
}
