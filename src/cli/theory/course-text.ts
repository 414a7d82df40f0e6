import { coordinate, plain, quantity, scaleFor } from "../../report/format.ts";
import type { Metric } from "../../spec.ts";
import type { Moment } from "../../theory/course/queue-course.ts";
import { tableText } from "../table-text.ts";
import { wrapped } from "../terminal.ts";
import { peakOf, type ShownCourse } from "./course.ts";

/** Steps of the table. */
const STEPS = 12;

interface Column {
  head: string;
  metric: Metric;
  unit: string;
  of: (moment: Moment) => number | null;
}

const COLUMNS: Column[] = [
  { head: "arrivals", metric: "arrivalRate", unit: "1/s", of: (moment) => moment.arrivalRate },
  { head: "in the system", metric: "numberInSystem", unit: "1", of: (moment) => moment.numberInSystem },
  { head: "waiting", metric: "numberInQueue", unit: "1", of: (moment) => moment.numberInQueue },
  { head: "busy", metric: "utilization", unit: "1", of: (moment) => moment.utilization },
  { head: "lost", metric: "lossProbability", unit: "1", of: (moment) => moment.lossProbability },
  { head: "who comes waits", metric: "waitingTime", unit: "s", of: (moment) => moment.waitingTime },
];

/** How a queue changes with time: means at a dozen moments, and the peak. */
export function courseText(course: ShownCourse, width: number): string {
  const { moments, span, from } = course;
  const time = scaleFor(span, "s", "latency");
  const every = (moments.length - 1) / STEPS;
  const shown = moments.filter((_, i) => i % every === 0);
  const columns = COLUMNS.flatMap((column) => columnOf(column, moments, shown));
  const labels = [`time\n[${time.symbol}]`, ...shown.map((moment) => coordinate(moment.time * time.factor))];
  const all = [labels, ...columns];
  const rows = shown.map((_, i) => all.map((column) => column[i + 1]));
  const table = tableText({ head: all.map(([head]) => head), rows, labels: 0, notes: [] });
  const over = quantity(span, "s", "latency");
  const title =
    from === "empty"
      ? `From empty, over ${over}: means at each time, and above on average over all of it.`
      : `A period of ${over} in the long run: means at each time, and above on average over the period.`;
  return [wrapped(title, width, "  "), table, wrapped(peakText(course), width, "  ")].join("\n\n");
}

function columnOf(
  { head, metric, unit, of }: Column,
  moments: readonly Moment[],
  shown: readonly Moment[],
): string[][] {
  const values = moments.map(of).filter((value) => value !== null);
  const most = Math.max(0, ...values);
  if (values.length < moments.length || (most === 0 && metric === "lossProbability")) return [];
  // a wait may be microseconds at night and minutes in the morning
  if (unit === "s") return [[head, ...shown.map((moment) => quantity(of(moment)!, unit, metric))]];
  const { factor, symbol } = scaleFor(most, unit, metric);
  const cells = shown.map((moment) => short(of(moment)! * factor));
  return [[symbol === "" ? head : `${head}\n[${symbol}]`, ...cells]];
}

/** What is next to nothing is not worth six zeros. */
const short = (value: number): string => (value > 0 && value < LEAST ? `<${LEAST}` : plain(value));
const LEAST = 0.001;

function peakText(course: ShownCourse): string {
  const { time, numberInSystem, waitingTime } = peakOf(course);
  const when = course.from === "empty" ? "after" : "at";
  const wait = waitingTime === null ? "" : `; who comes then waits ${quantity(waitingTime, "s", "waitingTime")}`;
  return `Peak: ${quantity(numberInSystem, "1", "numberInSystem")} in the system ${when} ${quantity(time, "s", "latency")}${wait}.`;
}
