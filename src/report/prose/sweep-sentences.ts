import type { Result, Row } from "../../result.ts";
import { coordinate, estimate, quantity, scaleFor, withSymbol } from "../format.ts";
import { grouped } from "../grouped.ts";
import { numberAt, type Parameter, pointLabels } from "../points.ts";
import { trusted } from "../rows.ts";
import { atPlace, capitalised, statisticName } from "../words.ts";

/** Lines that are worth a sentence each. */
const MOST_LINES = 4;

type Known = Row & { value: number };
interface Step {
  row: Known;
  x: string;
}

/** How a statistic changes along a swept number, a sentence for each scenario. Only reliable values speak. */
export function sweepSentences(result: Result, parameter: Parameter, rows: readonly Row[]): string[] {
  const labels = pointLabels(result, [parameter.name]);
  const lines = [...grouped(rows, (row) => labels[row.point]!)];
  return lines.slice(0, MOST_LINES).flatMap(([label, own]) => {
    const sorted = own.toSorted((a, b) => xOf(result, parameter, a) - xOf(result, parameter, b));
    const steps = sorted.filter(trusted).map((row) => ({ row, x: nameOf(result, parameter, row) }));
    if (steps.length < 2) return [];
    const subject = atPlace(statisticName(rows[0]!.metric, rows[0]!.statistic), rows[0]!.where);
    const start = label === "" ? capitalised(subject) : `${label}: ${subject}`;
    const doubtful = sorted.filter((row) => !trusted(row)).map((row) => nameOf(result, parameter, row));
    const doubt =
      doubtful.length === 0
        ? ""
        : `; not reliable at ${parameter.name} ${doubtful.map((name) => name.replace(`${parameter.name} `, "")).join(", ")}`;
    return [`${start} ${course(steps)}${doubt}.`];
  });
}

const xOf = (result: Result, parameter: Parameter, { point }: Row): number =>
  numberAt(parameter, result.points[point]!.at) ?? Number.NaN;

const nameOf = (result: Result, { name }: Parameter, { point }: Row): string =>
  `${name} ${coordinate(result.points[point]!.at[name] ?? "")}`;

/** "stays below 120 ms up to load 0.6 and reaches 475 ms (450 – 499) at load 0.9", or whatever is the case. */
function course(steps: readonly Step[]): string {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const [lowest, highest] = [extreme(steps, -1), extreme(steps, 1)];
  if (overlap(lowest.row, highest.row)) return `shows no clear change from ${first.x} to ${last.x}: ${range(steps)}`;
  const [top, bottom] = [settled(highest, [last, first]), settled(lowest, [first, last])];
  if (top === last && bottom === first) return rise(steps);
  const ends = `${estimate(first.row)} at ${first.x} to ${estimate(last.row)} at ${last.x}`;
  if (top === first && bottom === last) return `falls from ${ends}`;
  const turns = [top, bottom].filter((step) => step !== first && step !== last);
  const words = turns.map((step) => `${step === top ? "highest" : "lowest"} at ${step.x}: ${estimate(step.row)}`);
  return `goes from ${ends}, ${words.join("; ")}`;
}

/** A rise with a flat beginning is told by where the flat part ends: the last step before it has doubled. */
function rise(steps: readonly Step[]): string {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const doubled = steps.findIndex(({ row }) => row.value > 2 * first.row.value);
  if (doubled < 2 || first.row.value <= 0)
    return `rises from ${estimate(first.row)} at ${first.x} to ${estimate(last.row)} at ${last.x}`;
  const flat = steps.slice(0, doubled);
  const bound = Math.max(...flat.map(({ row }) => row.high ?? row.value));
  return `stays below ${boundAbove(bound, first.row)} up to ${flat.at(-1)!.x} and reaches ${estimate(last.row)} at ${last.x}`;
}

/** Two significant digits, rounded up, so that "below" is true. */
export function boundAbove(value: number, { unit, metric }: Pick<Row, "unit" | "metric">): string {
  const { factor, symbol } = scaleFor(value, unit, metric);
  const power = Math.floor(Math.log10(value * factor)) - 1;
  const steps = Math.floor((value * factor) / 10 ** power + 1e-9) + 1;
  return withSymbol(Number(`${steps}e${power}`).toLocaleString("en-US", { maximumFractionDigits: 12 }), symbol);
}

const range = (steps: readonly Step[]): string => {
  const lows = steps.map(({ row }) => row.low ?? row.value);
  const highs = steps.map(({ row }) => row.high ?? row.value);
  const { unit, metric } = steps[0]!.row;
  return `all intervals lie between ${quantity(Math.min(...lows), unit, metric)} and ${quantity(Math.max(...highs), unit, metric)}`;
};

/** An extreme that cannot be told from one of the ends counts as that end. */
const settled = (step: Step, ends: readonly Step[]): Step => ends.find((end) => overlap(end.row, step.row)) ?? step;

const extreme = (steps: readonly Step[], sign: 1 | -1): Step =>
  steps.reduce((a, b) => (sign * b.row.value > sign * a.row.value ? b : a));

/** Whether the intervals of two values have a point in common. */
export const overlap = (a: Row, b: Row): boolean =>
  (a.low ?? a.value!) <= (b.high ?? b.value!) && (b.low ?? b.value!) <= (a.high ?? a.value!);
