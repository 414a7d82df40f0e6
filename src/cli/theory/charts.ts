import { parseQuantity } from "../../config/quantity.ts";
import { axisTitle, logAxis, parameterAxis, valueAxis } from "../../report/chart/axis.ts";
import { describeLines } from "../../report/chart/description.ts";
import { lineChart } from "../../report/chart/line-chart.ts";
import { extentOf, type Line, type Sample } from "../../report/chart/lines.ts";
import { type ChartSpec, fileName } from "../../report/chart/picture.ts";
import { commonScale, scaleFor } from "../../report/format.ts";
import type { Answered, AnsweredPoint } from "./answered.ts";
import { courseCharts } from "./course-charts.ts";

const CANVAS = { width: 720 };

/** Charts of an answer: times along a sweep, or the tails of the times of one point. */
export function theoryCharts(points: readonly AnsweredPoint[], name: string): ChartSpec[] {
  if (points.length === 1) {
    return points[0].queues.flatMap((queue) => [...courseCharts(queue, name), ...tailChart(queue, name)]);
  }
  return sweepChart(points, name);
}

function sample(x: number, y: number | null): Sample {
  return { x, y, low: null, high: null, theory: null, measured: null, trusted: true };
}

/** Times along the last of the swept options that is a number, a line for each statistic. */
function sweepChart(points: readonly AnsweredPoint[], name: string): ChartSpec[] {
  const keys = Object.keys(points[0].at);
  const key = keys.at(-1);
  const xs = key === undefined ? [] : points.map(({ at }) => numberOf(at[key]));
  if (key === undefined || xs.some((x) => x === null)) return [];
  const unit = unitOf(points[0].at[key]);
  const wheres = [...new Set(points.flatMap(({ queues }) => queues.map(({ where }) => where)))];
  const values = points.flatMap(({ queues }) =>
    queues.flatMap((queue) => STATISTICS.map((one) => timeOf(queue, one) ?? 0)),
  );
  const time = commonScale(values, "s", "sojournTime");
  const x = scaleFor(Math.max(...(xs as number[])), unit, "arrivalRate");
  const lines = wheres.flatMap((where) =>
    STATISTICS.flatMap((statistic) => {
      const samples = points.map(({ queues }, i): Sample => {
        const queue = queues.find((one) => one.where === where);
        const value = queue === undefined ? undefined : timeOf(queue, statistic);
        return sample(xs[i]! * x.factor, value === undefined ? null : value * time.factor);
      });
      const label = [keys.length > 1 ? others(points[0], key) : "", wheres.length > 1 ? where : "", statistic];
      return samples.some(({ y }) => y !== null)
        ? [{ label: label.filter((each) => each !== "").join(" "), samples }]
        : [];
    }),
  );
  if (lines.length === 0 || keys.length > 1) return [];
  const axes = {
    x: parameterAxis(
      axisTitle(key, x.symbol),
      xs.map((each) => each! * x.factor),
    ),
    y: valueAxis(axisTitle("time in the system", time.symbol), extentOf(lines)),
  };
  return [
    chart(lines, axes, {
      name: fileName(name, "sweep"),
      title: `Time in the system of ${name}`,
      subtitle: SWEPT,
      markers: true,
    }),
  ];
}

const STATISTICS = ["mean", "p95", "p99"] as const;
const SWEPT = "Theory, not simulated. A line ends where the queue would grow for ever.";

function others({ at }: AnsweredPoint, key: string): string {
  return Object.entries(at)
    .filter(([name]) => name !== key)
    .map(([name, value]) => `${name} ${value}`)
    .join(" ");
}

function timeOf({ figures }: Answered, statistic: string): number | undefined {
  return figures.find((one) => one.class === "*" && one.metric === "sojournTime" && one.statistic === statistic)?.value;
}

function numberOf(value: number | string): number | null {
  if (typeof value === "number") return value;
  const quantity = parseQuantity(value);
  return quantity === null || "code" in quantity ? null : quantity.value;
}

function unitOf(value: number | string): string {
  const quantity = typeof value === "number" ? null : parseQuantity(value);
  const time = quantity === null || "code" in quantity ? 0 : quantity.time;
  return time === 1 ? "s" : time === -1 ? "1/s" : "";
}

const LEAST_SHARE = 1e-4;
const POINTS = 60;

/** P(T > t) of the time in the system and of the waiting time, on logarithmic axes. */
function tailChart({ where, answer, figures }: Answered, name: string): ChartSpec[] {
  const { sojournTail, sojournQuantile, waitingTail } = answer?.all ?? {};
  if (answer === null || sojournTail === undefined || sojournQuantile === undefined) return [];
  const [from, to] = [sojournQuantile(0.02), sojournQuantile(1 - LEAST_SHARE)];
  const time = scaleFor(
    figures.find(({ metric, statistic }) => metric === "sojournTime" && statistic === "p95")!.value,
    "s",
    "sojournTime",
  );
  const at = Array.from({ length: POINTS }, (_, i) => from * (to / from) ** (i / (POINTS - 1)));
  const line = (label: string, tail: (t: number) => number): Line => ({
    label,
    samples: at
      .map((t) => ({ t, share: 100 * tail(t) }))
      .filter(({ share }) => share >= 100 * LEAST_SHARE * 0.999)
      .map(({ t, share }) => sample(t * time.factor, share)),
  });
  const lines = [
    line("time in the system", sojournTail),
    ...(waitingTail === undefined ? [] : [line("waiting time", waitingTail)]),
  ].filter(({ samples }) => samples.length > 1);
  const axis = logAxis(axisTitle("time", time.symbol), from * time.factor, to * time.factor);
  const axes = { x: axis, y: logAxis("longer [%]", 100 * LEAST_SHARE, 100) };
  const title = `Tails of ${where === name ? where : `${name}, ${where}`}`;
  const subtitle = `${answer.model}, ${answer.exact ? "exact" : "an approximation"}. Share of messages that take longer: at 1 % lies the p99.`;
  return [
    chart(lines, axes, { name: fileName(name, where === name ? "" : where, "tail"), title, subtitle, markers: false }),
  ];
}

function chart(
  lines: Line[],
  axes: Pick<Parameters<typeof lineChart>[2], "x" | "y">,
  { markers, ...heading }: { name: string; title: string; subtitle: string; markers: boolean },
): ChartSpec {
  const describes = describeLines(heading.title, lines, axes);
  return lineChart({ ...heading, describes }, lines, { ...axes, markers, interval: "band" }, CANVAS);
}
