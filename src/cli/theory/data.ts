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

function plainQueue({ where, words, answer, others, why, figures }: Answered) {
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
  };
}

/** JSON has no infinite numbers, and null would say that nothing is known. */
function number(value: number): number | "Infinity" {
  return value === Infinity ? "Infinity" : value;
}

/** One line for each number, in SI units. */
export function csvText(points: readonly AnsweredPoint[]): string {
  const keys = [...new Set(points.flatMap(({ at }) => Object.keys(at)))];
  const head = [...keys, "where", "class", "metric", "statistic", "value", "unit", "model", "exact", "source"];
  const lines = points.flatMap(({ at, queues }) => {
    const own = keys.map((key) => at[key] ?? "");
    return queues.flatMap(({ where, answer, figures }) =>
      figures.map((one) => [
        ...own,
        where,
        one.class,
        one.metric,
        one.statistic,
        one.value,
        one.unit,
        answer!.model,
        answer!.exact,
        answer!.source,
      ]),
    );
  });
  return [head, ...lines].map((line) => `${line.map(cell).join(",")}\n`).join("");
}

function cell(value: string | number | boolean): string {
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
