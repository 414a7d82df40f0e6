import type { Result, Row } from "../result.ts";
import type { Metric, Name, Statistic } from "../spec.ts";
import { commonScale, plain, type Scale } from "./format.ts";
import { mainSubject, RowIndex, rowIndexOf, type Subject, tailStatistic, windowsOf } from "./rows.ts";
import {
  apartFromTheory,
  cell,
  doubtNotes,
  headOf,
  type Line,
  labelColumns,
  type Table,
  theoryCell,
} from "./table/cells.ts";
import { theoryNames } from "./theory.ts";
import { list, statisticName } from "./words.ts";

/** A column about one statistic. */
interface Column {
  metric: Metric;
  statistic: Statistic;
  shows: "value" | "interval" | "theory";
  /** The larger, the sooner it gives way when the table is too wide. */
  rank: number;
}

interface Filled {
  column: Column;
  head: string;
  cells: string[];
  rows: (Row | undefined)[];
}

/** How a table will be set. */
export interface Setting {
  /** Characters that a line may take. */
  width?: number;
  /** Intervals stand under their values, and labels are broken, as on a page; otherwise all is in one line. */
  stacked?: boolean;
}

/**
 * The main numbers of a result: a line for each point (and place, where there are several), values with intervals and
 * theory beside them. Columns for which there is no room are named in the notes.
 */
export function summaryTable(result: Result, { width = 100, stacked = false }: Setting = {}): Table {
  const windows = windowsOf(result).map((window) => ({
    window,
    index: window === null ? rowIndexOf(result) : new RowIndex(result, window),
  }));
  const subject = mainSubject(result, windows[0]!.index) ?? NO_SUBJECT;
  const classes = windows[0]!.index.classesOf(subject);
  const columns = columnsFor(windows[0]!.index, subject);
  const partsAt = result.points.map((_, point) => partsOf(result, columns, { point, ...windows[0]! }));
  const apart = partsAt.reduce((sum, parts) => sum + 1 + parts.length, 0) * windows.length <= MOST_LINES;
  const lines = result.points.flatMap((_, point) =>
    windows.flatMap((of) => [
      ...linesFor(result, partsAt[point]!, apart, { point, ...of }),
      ...classes.map((name) => ({ point, ...of, where: subject.where, class: name, places: [] })),
    ]),
  );
  const labels = labelColumns(result, lines);
  const all = columns.map((column) => filled(column, lines)).filter(({ cells }) => cells.some((text) => text !== ""));
  const useful = all.filter((each) => !isZeroLoss(each));
  const widthOf = stacked ? stackedWidth : lineWidth;
  const kept = fitting(useful, width - 1 - labels.reduce((sum, cells) => sum + widthOf(cells), 0), widthOf);
  const shown = [...labels, ...kept.map(({ head, cells }) => [head, ...cells])];
  const telling = lines.map((_, i) => i).filter((i) => lines[i]!.where === "system" || tellsOfPart(kept, i));
  return {
    head: shown.map(([head]) => head!),
    rows: telling.map((i) => shown.map((cells) => cells[i + 1]!)),
    labels: labels.length,
    notes: [
      ...doubtNotes(kept.flatMap(({ rows }) => rows)),
      ...latencyNote(kept, lines),
      ...theoryNote(kept),
      ...(all.some(isZeroLoss) ? ["No message was lost."] : []),
      ...leftOutNote(useful.filter((each) => !kept.includes(each))),
    ],
  };
}

/** What the columns of an empty result are about. */
const NO_SUBJECT: Subject = { where: "system", class: "*", metric: "latency", statistic: "mean" };

/** Whether a line says more of a part than what passes through it, or nothing more is said of any. */
function tellsOfPart(columns: readonly Filled[], line: number): boolean {
  const others = columns.filter(({ column }) => column.metric !== "throughput");
  return others.length === 0 || others.some(({ cells }) => cells[line] !== "");
}

function latencyNote(columns: readonly Filled[], lines: readonly IndexedLine[]): string[] {
  const latencies = columns.filter(({ column }) => column.metric === "latency");
  const atParts = lines.some(({ where }, i) => where !== "system" && latencies.some(({ cells }) => cells[i] !== ""));
  return atParts ? ["Latency at a part is the time since publication, with all stages before it."] : [];
}

/** In the order in which they are shown. */
function columnsFor(index: RowIndex, subject: Subject): Column[] {
  const { metric } = subject;
  const tail = tailStatistic(index, subject);
  const percentile: Column[] = [
    { metric, statistic: tail, shows: "interval", rank: 0 },
    { metric, statistic: tail, shows: "theory", rank: 4 },
  ];
  return [
    { metric: "throughput", statistic: "mean", shows: "value", rank: 6 },
    { metric: "utilization", statistic: "mean", shows: "value", rank: 5 },
    { metric, statistic: "mean", shows: "interval", rank: 1 },
    { metric, statistic: "mean", shows: "theory", rank: 3 },
    ...(tail === "mean" ? [] : percentile),
    { metric: "waitingTime", statistic: "mean", shows: "interval", rank: 7 },
    { metric: "numberInQueue", statistic: "mean", shows: "interval", rank: 8 },
    { metric: "lossProbability", statistic: "mean", shows: "interval", rank: 2 },
  ];
}

/** A line, and the rows it may show. */
interface IndexedLine extends Line {
  index: RowIndex;
}

/** More lines than that are not read: then parts are left to the result file. */
const MOST_LINES = 40;

/** The parts that need lines of their own: all that have numbers, where several are alike; none otherwise. */
function partsOf(
  result: Result,
  columns: readonly Column[],
  at: Pick<IndexedLine, "point" | "window" | "index">,
): Name[] {
  const { places } = result.points[at.point]!;
  const having = columns.map((column) => places.filter((where) => rowOf(column, { ...at, where, class: "*" })));
  const several = having.some((wheres) => new Set(wheres.map(kindOf)).size < wheres.length);
  const known = new Set(having.flat());
  return several ? places.filter((where) => known.has(where)) : [];
}

/** The whole system at a point, which speaks for its parts where each is the only one of its kind. */
function linesFor(
  result: Result,
  parts: readonly Name[],
  apart: boolean,
  at: Pick<IndexedLine, "point" | "window" | "index">,
): IndexedLine[] {
  const places = parts.length > 0 ? [] : result.points[at.point]!.places;
  return ["system", ...(apart ? parts : [])].map((where) => ({ ...at, where, class: "*", places }));
}

/** "consumers" of "consumers.worker". */
const kindOf = (place: Name): string => place.slice(0, place.indexOf("."));

const rowOf = (
  { metric, statistic }: Column,
  line: Pick<IndexedLine, "index" | "point" | "where" | "class">,
): Row | undefined => line.index.find(line.point, { where: line.where, class: line.class, metric, statistic });

function filled(column: Column, lines: readonly IndexedLine[]): Filled {
  // a number of the only part that has it may stand on the line of the whole system
  const rows = lines.map((line) =>
    [line.where, ...line.places].map((where) => rowOf(column, { ...line, where })).find((row) => row),
  );
  const known = rows.filter((row) => row !== undefined);
  const scale = commonScale(
    known.map(({ value }) => value ?? 0),
    known[0]?.unit ?? "1",
    column.metric,
  );
  const name = column.shows === "theory" ? "theory" : statisticName(column.metric, column.statistic);
  return { column, head: headOf(name, scale.symbol), cells: rows.map((row) => show(row, column, scale)), rows };
}

function show(row: Row | undefined, { shows }: Column, scale: Scale): string {
  if (shows === "theory") return theoryCell(row, scale);
  if (shows === "interval" || !row || row.value === null || row.quality.length > 0) return cell(row, scale);
  return plain(row.value * scale.factor);
}

const isZeroLoss = ({ column, rows }: Filled): boolean =>
  column.metric === "lossProbability" &&
  rows.every((row) => row === undefined || (row.value === 0 && row.quality.length === 0));

/** Characters of a column, head first, with its border and padding. */
const lineWidth = (cells: readonly string[]): number => longest(cells.flatMap((text) => text.split("\n"))) + 3;

/** The same when heads and labels break at spaces and intervals go below. */
const stackedWidth = (cells: readonly string[]): number => longest(cells.flatMap((text) => text.split(/[\n ]/))) + 2;

const longest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);

/** The columns that fit, the most important first, in their own order. */
function fitting(columns: readonly Filled[], room: number, widthOf: (cells: readonly string[]) => number): Filled[] {
  let left = room;
  const chosen = columns
    .toSorted((a, b) => a.column.rank - b.column.rank)
    .filter(({ head, cells }) => {
      const width = widthOf([head, ...cells]);
      if (width > left) return false;
      left -= width;
      return true;
    });
  return columns.filter((column) => chosen.includes(column));
}

function theoryNote(columns: readonly Filled[]): string[] {
  const rows = columns
    .filter(({ column }) => column.shows === "theory")
    .flatMap(({ rows }) => rows.filter((row) => row !== undefined));
  return rows.some(({ theory }) => theory) ? [`Theory: ${theoryNames(rows)}.${bracketNote(rows)}`] : [];
}

/** What stands in brackets behind theory. */
function bracketNote(rows: readonly Row[]): string {
  const parts = [
    rows.some(({ theory }) => theory?.z !== undefined) ? "in standard errors (se) where theory is exact" : "",
    rows.some((row) => row.theory && !row.theory.exact && apartFromTheory(row) !== "")
      ? "in percent where it is an approximation"
      : "",
  ].filter((part) => part !== "");
  const beyond = rows.some(({ theory }) => theory?.refuted) ? " ! = more than chance explains." : "";
  return parts.length === 0 ? "" : ` Beside it: simulation minus theory, ${parts.join(", ")}.${beyond}`;
}

function leftOutNote(columns: readonly Filled[]): string[] {
  const names = columns.map(({ column }) =>
    column.shows === "theory"
      ? `theory of ${statisticName(column.metric, column.statistic)}`
      : statisticName(column.metric, column.statistic),
  );
  return names.length === 0 ? [] : [`Left out for want of room: ${list(names)}.`];
}
