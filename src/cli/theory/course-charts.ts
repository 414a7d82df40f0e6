import { type Axis, axisTitle, parameterAxis, valueAxis } from "../../report/chart/axis.ts";
import { describeLines } from "../../report/chart/description.ts";
import { lineChart } from "../../report/chart/line-chart.ts";
import { extentOf, type Line } from "../../report/chart/lines.ts";
import { type ChartSpec, fileName } from "../../report/chart/picture.ts";
import { quantity, scaleFor } from "../../report/format.ts";
import type { Metric } from "../../spec.ts";
import type { Moment } from "../../theory/course/queue-course.ts";
import type { Answered } from "./answered.ts";
import type { ShownCourse } from "./course.ts";

const CANVAS = { width: 720 };

/** What is drawn over time. */
interface Subject {
  metric: Metric;
  unit: string;
  title: string;
  axis: string;
  of: (moment: Moment) => number | null;
}

const SUBJECTS: Subject[] = [
  {
    metric: "numberInSystem",
    unit: "1",
    title: "Mean number in the system",
    axis: "messages",
    of: (moment) => moment.numberInSystem,
  },
  {
    metric: "waitingTime",
    unit: "s",
    title: "Mean wait of who comes",
    axis: "waiting time",
    of: (moment) => moment.waitingTime,
  },
];

/** How a queue whose arrivals vary changes with time: the number in the system, and how long who comes has to wait. */
export function courseCharts({ where, course }: Answered, name: string): ChartSpec[] {
  if (course === undefined) return [];
  return SUBJECTS.flatMap((subject) => courseChart(course, subject, where === name ? [name] : [name, where]));
}

function courseChart(course: ShownCourse, { metric, unit, title, axis, of }: Subject, names: string[]): ChartSpec[] {
  const { moments, span, model, exact, from } = course;
  const values = moments.map(of).filter((value) => value !== null);
  if (values.length < moments.length || values.every((value) => value === 0)) return [];
  const x = scaleFor(span, "s", "latency");
  const y = scaleFor(Math.max(...values), unit, metric);
  const line: Line = {
    label: "",
    samples: moments.map((moment, i) => ({
      x: moment.time * x.factor,
      y: values[i] * y.factor,
      ...{ low: null, high: null, theory: null, measured: null, trusted: true },
    })),
  };
  const axes: Record<"x" | "y", Axis> = {
    x: { ...parameterAxis(axisTitle("time", x.symbol), [0, span * x.factor], false), ticks: null },
    y: valueAxis(axisTitle(axis, y.symbol), extentOf([line]), false),
  };
  const begin =
    from === "empty" ? "From empty." : `In the long run, over a period of ${quantity(span, "s", "latency")}.`;
  const heading = {
    name: fileName(...names, metric, "over-time"),
    title: `${title} over time, ${names.join(", ")}`,
    subtitle: `Theory, not simulated: ${model}, ${exact ? "exact" : "an approximation"}. ${begin}`,
    describes: describeLines(title, [line], axes),
  };
  return [lineChart(heading, [line], { ...axes, markers: false, interval: "band" }, CANVAS)];
}
