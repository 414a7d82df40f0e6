import type { Result } from "../../result.ts";
import type { Metric, Name, Statistic } from "../../spec.ts";
import { commonScale } from "../format.ts";
import { mainSubject, rowIndexOf, supported } from "../rows.ts";
import { cell, doubtNotes, headOf, type Line, labelColumns, type Table } from "./cells.ts";

/** A table, and what its percentiles are of. */
export interface PercentileTable extends Table {
  metric: Metric;
  where: Name | "system";
}

/** All percentiles of the main metric, with both ends of their intervals; null when there are fewer than two. */
export function percentileTable(result: Result): PercentileTable | null {
  const index = rowIndexOf(result);
  const subject = mainSubject(result, index);
  if (!subject) return null;
  const own = result.rows
    .filter(
      (row) =>
        row.where === subject.where &&
        row.metric === subject.metric &&
        row.class === "*" &&
        row.window === null &&
        row.versus === null,
    )
    .map(supported);
  const statistics = [...new Set(own.map(({ statistic }) => statistic))]
    .filter(isPercentile)
    .sort((a, b) => percentileOf(a) - percentileOf(b));
  if (statistics.length < 2) return null; // a single one is in the main table
  const classes = ["*", ...index.classesOf(subject)];
  const lines = result.points.flatMap((_, point) =>
    classes.map((name): Line => ({ point, where: subject.where, class: name, places: [], window: null })),
  );
  const scale = commonScale(
    own.map(({ value }) => value ?? 0),
    own[0]!.unit,
    subject.metric,
  );
  const labels = labelColumns(result, lines);
  const columns = statistics.map((statistic) => [
    headOf(statistic, scale.symbol),
    ...lines.map((line) => cell(index.find(line.point, { ...subject, class: line.class, statistic }), scale)),
  ]);
  const shown = [...labels, ...columns];
  return {
    metric: subject.metric,
    where: subject.where,
    head: shown.map(([head]) => head!),
    rows: lines.map((_, i) => shown.map((cells) => cells[i + 1]!)),
    labels: labels.length,
    notes: doubtNotes(own.filter(({ statistic }) => isPercentile(statistic))),
  };
}

const isPercentile = (statistic: Statistic): boolean => /^p\d/.test(statistic);
const percentileOf = (statistic: Statistic): number => Number(statistic.slice(1));
