import { plain, quantity, scaleFor } from "../../report/format.ts";
import type { Metric } from "../../spec.ts";
import type { Figure, FigureMetric } from "../../theory/figures.ts";
import { tableText } from "../table-text.ts";
import { type Style, safe, wrapped } from "../terminal.ts";
import type { Answered } from "./answered.ts";
import { courseText } from "./course-text.ts";

/** How a text is to be set. */
export interface Setting {
  /** Characters in a line. */
  width: number;
  style: Style;
}

/** How each metric is called, its symbol, and in which scale it is shown. */
const NAMES: Record<FigureMetric, [name: string, symbol: string, like: Metric]> = {
  utilization: ["utilisation", "ρ", "utilization"],
  throughput: ["throughput", "X", "throughput"],
  lossProbability: ["lost", "P(loss)", "lossProbability"],
  numberInSystem: ["in the system", "L", "numberInSystem"],
  numberInQueue: ["waiting", "Lq", "numberInQueue"],
  sojournTime: ["time in the system", "W", "sojournTime"],
  waitingTime: ["waiting time", "Wq", "waitingTime"],
  delayProbability: ["must wait", "P(Wq > 0)", "lossProbability"],
  waitOfThoseWhoWait: ["their waiting time", "E[Wq | Wq > 0]", "waitingTime"],
};

/** What theory says of a queue, for a terminal. */
export function answerText(of: Answered, { width, style }: Setting): string {
  const sections = [
    heading(of, { width, style }),
    meansText(of.figures),
    percentileText(of.figures),
    classText(of.figures),
    numberText(of.figures, width),
    of.course === undefined ? "" : courseText(of.course, width),
    othersText(of),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function heading({ where, words, station, answer, why }: Answered, { width, style }: Setting): string {
  const title = style("bold", safe(words === "" ? where : `${where}: ${words}`));
  if (answer === null) {
    const simulate = station?.twist ? "" : " Simulate it with queuelab run.";
    return [title, safe(wrapped(`No theory: ${why.replace(/\.$/, "")}.${simulate}`, width, "  "))].join("\n");
  }
  const label = answer.exact ? "exact" : "approximation";
  const formula = safe(wrapped(`${answer.model}, ${label}. ${answer.source}.`, width, "  "));
  if (answer.exact) return `${title}\n${formula}`;
  return [
    title,
    style("yellow", safe(wrapped(reason(why, answer.all.sojournTime, answer.model), width, "  "))),
    formula,
  ].join("\n");
}

/** "Service is lognormal, so no exact formula applies; Kimura gives 41 ms in the system. Simulate for the truth." */
function reason(why: string, sojournTime: number | undefined, model: string): string {
  const first = why.charAt(0).toUpperCase() + why.slice(1);
  const gives =
    sojournTime === undefined ? "" : ` ${model} gives ${quantity(sojournTime, "s", "sojournTime")} in the system.`;
  return `${first}, so no exact formula applies.${gives} Simulate for the truth.`;
}

function meansText(figures: readonly Figure[]): string {
  const means = figures.filter((one) => one.class === "*" && one.statistic === "mean");
  const rows = means.map((figure): string[] => {
    const [name, symbol, like] = NAMES[figure.metric];
    const deviation = figures.find(
      (one) => one.class === "*" && one.metric === figure.metric && one.statistic === "deviation",
    );
    const spread = deviation === undefined ? "" : `sd ${shownValue(deviation, like)}`;
    return [name, symbol, shownValue(figure, like), spread];
  });
  if (rows.length === 0) return "";
  return columns(rows);
}

function shownValue({ value, unit }: Figure, like: Metric): string {
  return quantity(value, unit, like);
}

/** Rows in columns: words to the left, numbers to the right. */
function columns(rows: readonly string[][]): string {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows
    .map((row) =>
      `  ${row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ")}`.trimEnd(),
    )
    .join("\n");
}

function percentileText(figures: readonly Figure[]): string {
  const own = figures.filter((one) => one.class === "*" && /^p\d/.test(one.statistic));
  if (own.length === 0) return "";
  const statistics = [...new Set(own.map(({ statistic }) => statistic))];
  const metrics = [...new Set(own.map(({ metric }) => metric))];
  const rows = metrics.map((metric) => {
    const of = own.filter((one) => one.metric === metric);
    const { factor, symbol } = scaleFor(of.at(-1)!.value, "s", "sojournTime");
    const [name] = NAMES[metric];
    return [
      `${name} [${symbol}]`,
      ...statistics.map((p) => plain(of.find(({ statistic }) => statistic === p)!.value * factor)),
    ];
  });
  return tableText({ head: ["", ...statistics], rows, labels: 1, notes: [] });
}

const OF_CLASS: readonly FigureMetric[] = ["utilization", "numberInSystem", "sojournTime", "waitingTime"];

function classText(figures: readonly Figure[]): string {
  const own = figures.filter((one) => one.class !== "*");
  if (own.length === 0) return "";
  const names = [...new Set(own.map((one) => one.class))];
  const shown = OF_CLASS.filter((metric) => own.some((one) => one.metric === metric && one.statistic === "mean"));
  const p99 = own.some(({ statistic }) => statistic === "p99");
  const value = (name: string, metric: FigureMetric, statistic: string) => {
    const figure = own.find((one) => one.class === name && one.metric === metric && one.statistic === statistic);
    return figure === undefined ? "" : shownValue(figure, NAMES[metric][2]);
  };
  const rows = names.map((name) => [
    name,
    ...shown.map((metric) => value(name, metric, "mean")),
    ...(p99 ? [value(name, "sojournTime", "p99")] : []),
  ]);
  const head = ["class", ...shown.map((metric) => NAMES[metric][1]), ...(p99 ? ["W p99"] : [])];
  return tableText({ head, rows: rows.map((row) => row.map(safe)), labels: 1, notes: [] });
}

function numberText(figures: readonly Figure[], width: number): string {
  const own = figures.filter((one) => one.class === "*" && one.statistic.startsWith("P(="));
  if (own.length === 0) return "";
  const shown = own.slice(0, Math.max(3, Math.floor((width - 24) / 8)));
  const rows = [["probability [%]", ...shown.map(({ value }) => plain(100 * value))]];
  return tableText({ head: ["in the system", ...shown.map((_, n) => String(n))], rows, labels: 1, notes: [] });
}

/** Other approximations beside the one above. */
function othersText({ others, answer }: Answered): string {
  if (others.length === 0 || answer === null) return "";
  const rows = [answer, ...others].map(({ model, all }) => [
    safe(model),
    all.sojournTime === undefined ? "" : quantity(all.sojournTime, "s", "sojournTime"),
    all.waitingTime === undefined ? "" : quantity(all.waitingTime, "s", "waitingTime"),
  ]);
  return tableText({ head: ["approximation", "W", "Wq"], rows, labels: 1, notes: [] });
}
