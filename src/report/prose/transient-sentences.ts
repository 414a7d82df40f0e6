import type { Curve, Result } from "../../result.ts";
import { estimate, quantity } from "../format.ts";
import { grouped } from "../grouped.ts";
import { pointLabels } from "../points.ts";
import { supported, tailOf, trusted } from "../rows.ts";
import { windowName } from "../window-name.ts";
import { atPlace, capitalised, metricName, statisticName } from "../words.ts";

/** Most sentences about levels, and about windows. */
const MOST = 4;

/** What happens in a transient run: when levels are highest, and in which window latency is worst. */
export const transientSentences = (result: Result): string[] => [...peakSentences(result), ...windowSentences(result)];

function peakSentences(result: Result): string[] {
  const labels = pointLabels(result);
  const levels = result.curves.filter(
    (curve) => curve.kind === "over-time" && curve.class === "*" && curve.y.length > 0,
  );
  return levels.slice(0, MOST).map((curve) => {
    const label = labels[curve.point]!;
    const subject = atPlace(`the ${metricName(curve.metric)}`, curve.where);
    const start = label === "" ? capitalised(subject) : `${label}: ${subject}`;
    const at = curve.y.reduce((top, level, i) => (level > curve.y[top]! ? i : top), 0);
    return `${start}, averaged over the replications, is highest after ${time(curve.x[at]!)}: ${estimate(levelAt(curve, at))}${theoryAt(curve, at)}${around(curve, at)}.`;
  });
}

/** ", where M_t/M/4 gives 27,100"; empty where theory has no course. */
function theoryAt({ theory, metric }: Curve, i: number): string {
  if (theory === null) return "";
  return `, where ${theory.model} gives ${theory.exact ? "" : "about "}${quantity(theory.y[i]!, "1", metric)}`;
}

/** What a level must fall below, as a share of its peak, to count as a time without backlog; the smallest that works. */
const GONE = [
  { share: 0.01, name: "a hundredth" },
  { share: 0.1, name: "a tenth" },
];

/** "; it is above a hundredth of that from 8.06 h to 10.4 h"; empty where the peak does not stand alone. */
function around({ x, y }: Curve, peak: number): string {
  for (const { share, name } of GONE) {
    const gone = (level: number): boolean => level < share * y[peak]!;
    const before = y.slice(0, peak).findLastIndex(gone);
    const after = y.findIndex((level, i) => i > peak && gone(level));
    const alone = before >= 0 && after >= 0 && y.every((level, i) => (i > before && i < after) || gone(level));
    if (alone) return `; it is above ${name} of that from ${time(x[before + 1]!)} to ${time(x[after - 1]!)}`;
  }
  return "";
}

const time = (seconds: number): string => quantity(seconds, "s", "latency");

const levelAt = ({ metric, y, low, high }: Curve, i: number) => ({
  value: y[i]!,
  low: low?.[i] ?? null,
  high: high?.[i] ?? null,
  unit: "1",
  metric,
  statistic: "mean",
});

function windowSentences(result: Result): string[] {
  const labels = pointLabels(result);
  const rows = result.rows
    .map(supported)
    .filter((row) => row.window !== null && row.versus === null && row.class === "*" && row.metric === "latency");
  const where = (rows.find((row) => row.where === "system") ?? rows[0])?.where;
  const statistic = tailOf(rows.filter((row) => row.where === where));
  const own = rows.filter((row) => row.where === where && row.statistic === statistic).filter(trusted);
  return [...grouped(own, ({ point }) => String(point)).values()].slice(0, MOST).map((windows) => {
    const worst = windows.reduce((a, b) => (b.value > a.value ? b : a));
    const label = labels[worst.point]!;
    const subject = atPlace(statisticName(worst.metric, worst.statistic), worst.where);
    return `${label === "" ? capitalised(subject) : `${label}: ${subject}`} is highest in the window ${windowName(worst.window!)}: ${estimate(worst)}.`;
  });
}
