import type { Moment } from "../../theory/course/queue-course.ts";
import type { Figure } from "../../theory/figures.ts";
import type { Answered, AnsweredPoint } from "./answered.ts";

/** Raised when a reader of the former version could misread it. */
const VERSION = 1;

/** All points as JSON, in SI units. */
export function jsonText(points: readonly AnsweredPoint[]): string {
  const data = {
    version: VERSION,
    points: points.map(({ at, queues }) => ({ at, queues: queues.map(plainQueue) })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function plainQueue({ where, words, answer, others, why, figures, course }: Answered) {
  return {
    where,
    words,
    model: answer?.model ?? null,
    exact: answer?.exact ?? null,
    source: answer?.source ?? null,
    why,
    figures: figures.map((one) => ({ ...one, value: number(one.value) })),
    others: others.map(({ model, source, all: { sojournTime, waitingTime } }) => ({
      model,
      source,
      sojournTime,
      waitingTime,
    })),
    ...(course === undefined ? {} : { course: { from: course.from, span: course.span, moments: course.moments } }),
  };
}

/** JSON has no infinite numbers, and null would say that nothing is known. */
function number(value: number): number | "Infinity" {
  return value === Infinity ? "Infinity" : value;
}

/** One line for each number, in SI units. */
export function csvText(points: readonly AnsweredPoint[]): string {
  const keys = [...new Set(points.flatMap(({ at }) => Object.keys(at)))];
  const timed = points.some(({ queues }) => queues.some(({ course }) => course !== undefined));
  const about = [...keys, "where", ...(timed ? ["time"] : [])];
  const head = [...about, "class", "metric", "statistic", "value", "unit", "model", "exact", "source"];
  const lines = points.flatMap(({ at, queues }) => {
    const own = keys.map((key) => at[key] ?? "");
    return queues.flatMap(({ where, answer, figures, course }) => {
      const line = (time: number | "", one: Omit<Figure, "metric"> & { metric: string }) => {
        const by = [answer!.model, answer!.exact, answer!.source];
        return [
          ...own,
          where,
          ...(timed ? [time] : []),
          one.class,
          one.metric,
          one.statistic,
          one.value,
          one.unit,
          ...by,
        ];
      };
      const moments = course?.moments ?? [];
      return [
        ...figures.map((one) => line("", one)),
        ...moments.flatMap((moment) => momentFigures(moment).map((one) => line(moment.time, one))),
      ];
    });
  });
  return [head, ...lines].map((line) => `${line.map(cell).join(",")}\n`).join("");
}

/** The means at one time. */
function momentFigures(moment: Moment) {
  const units = {
    arrivalRate: "1/s",
    numberInSystem: "1",
    numberInQueue: "1",
    utilization: "1",
    lossProbability: "1",
    waitingTime: "s",
  } as const;
  return (Object.keys(units) as (keyof typeof units)[]).flatMap((metric) => {
    const value = moment[metric];
    return value === null ? [] : [{ class: "*", metric, statistic: "mean", value, unit: units[metric] }];
  });
}

function cell(value: string | number | boolean): string {
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
