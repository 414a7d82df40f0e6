import { commonScale, plain } from "../../report/format.ts";
import type { Metric } from "../../spec.ts";
import type { Figure } from "../../theory/figures.ts";
import { tableText } from "../table-text.ts";
import { safe, wrapped } from "../terminal.ts";
import type { Setting } from "./answer-text.ts";
import type { Answered, AnsweredPoint } from "./answered.ts";

/** What a line of a sweep shows. */
const COLUMNS: [head: string, metric: Figure["metric"], statistic: string, like: Metric][] = [
  ["ρ", "utilization", "mean", "utilization"],
  ["lost", "lossProbability", "mean", "lossProbability"],
  ["L", "numberInSystem", "mean", "numberInSystem"],
  ["W", "sojournTime", "mean", "sojournTime"],
  ["W p95", "sojournTime", "p95", "sojournTime"],
  ["W p99", "sojournTime", "p99", "sojournTime"],
  ["Wq", "waitingTime", "mean", "waitingTime"],
];

interface Line {
  point: AnsweredPoint;
  queue: Answered;
}

/** All points of a sweep, a line for each queue of each; below it the formulas, and what has none. */
export function sweepText(points: readonly AnsweredPoint[], { width, style }: Setting): string {
  const lines = points.flatMap((point) => point.queues.map((queue): Line => ({ point, queue })));
  const keys = [...new Set(points.flatMap(({ at }) => Object.keys(at)))];
  const several = new Set(lines.map(({ queue }) => queue.where)).size > 1;
  const labels = [
    ...keys.map((key) => [key, ...lines.map(({ point }) => String(point.at[key] ?? ""))]),
    ...(several ? [["where", ...lines.map(({ queue }) => queue.where)]] : []),
  ];
  const numbers = COLUMNS.flatMap((column) => columnOf(lines, column));
  const columns = [...labels, ...numbers];
  const rows = lines.map((_, i) => columns.map((column) => safe(column[i + 1])));
  const table = tableText({ head: columns.map(([head]) => head), rows, labels: labels.length, notes: [] });
  const notes = notesOf(lines).map((note) => style("dim", safe(wrapped(note, width, "  "))));
  return [table, ...notes].join("\n");
}

/** A column with its head; none where no line has such a number. */
function columnOf(lines: Line[], [head, metric, statistic, like]: (typeof COLUMNS)[number]): string[][] {
  const found = lines.map(({ queue }) =>
    queue.figures.find((one) => one.class === "*" && one.metric === metric && one.statistic === statistic),
  );
  const known = found.filter((figure) => figure !== undefined);
  if (known.length === 0) return [];
  const { factor, symbol } = commonScale(
    known.map(({ value }) => value),
    known[0].unit,
    like,
  );
  const cells = found.map((figure) => (figure === undefined ? "–" : plain(figure.value * factor)));
  return [[symbol === "" ? head : `${head}\n[${symbol}]`, ...cells]];
}

/** Formulas with their source, those of one source together; and what has none. */
function notesOf(lines: Line[]): string[] {
  const models = new Map<string, Set<string>>();
  for (const {
    queue: { answer },
  } of lines) {
    if (answer === null) continue;
    const source = `${answer.exact ? "exact" : "approximation"}. ${answer.source}.`;
    models.set(source, (models.get(source) ?? new Set()).add(answer.model));
  }
  const formulas = [...models].map(([source, names]) => `${few([...names])}, ${source}`);
  const whys = lines.flatMap(({ queue: { answer, why } }) => (answer === null || !answer.exact ? [`– ${why}`] : []));
  const different = [...new Set(whys)];
  const more = different.length - MOST_WHYS;
  return [...formulas, ...different.slice(0, MOST_WHYS), ...(more > 0 ? [`– and ${more} more like these.`] : [])];
}

function few(names: string[]): string {
  return names.length <= 3 ? names.join(", ") : `${names[0]}, ${names[1]}, … ${names.at(-1)}`;
}

const MOST_WHYS = 2;
