import type { Result, Row } from "../../result.ts";
import type { Metric } from "../../spec.ts";
import { mainSubject, type RowIndex, type Subject, tailStatistic } from "../rows.ts";
import type { PlotOptions } from "./picture.ts";

/** A setting that is a text; undefined when it is not given. */
export function text(options: PlotOptions, key: string): string | undefined {
  const value = options[key];
  return value === undefined ? undefined : String(value);
}

/** A setting that is yes or no; undefined when it is not given. */
export function flag(options: PlotOptions, key: string): boolean | undefined {
  const value = options[key];
  return value === undefined ? undefined : value === true || value === "true";
}

/**
 * What a plot is about: its settings `where`, `class`, `metric` and `statistic`, and for what they leave open the
 * main subject of the result with its tail percentile. Null when the result has no such values.
 */
export function subjectOf(result: Result, rows: RowIndex, options: PlotOptions): Subject | null {
  const metric = text(options, "metric") as Metric | undefined;
  const where = text(options, "where") ?? placeOf(result, rows, metric);
  if (where === undefined) return null;
  const base = {
    where,
    class: text(options, "class") ?? "*",
    metric: metric ?? mainSubject(result, rows)?.metric ?? "latency",
  };
  const mean = { ...base, statistic: "mean" };
  const subject = { ...base, statistic: text(options, "statistic") ?? tailStatistic(rows, mean) };
  return rows.has(subject) ? subject : null;
}

/** The rows of a plot; those of each class, one after the other, with the setting `classes`. */
export function rowsAbout(index: RowIndex, subject: Subject, options: PlotOptions): Row[] {
  const classes = flag(options, "classes") ? index.classesOf(subject) : [];
  return classes.length === 0 ? index.all(subject) : classes.flatMap((name) => index.all({ ...subject, class: name }));
}

/** Where a metric is measured: the whole system if possible, else the first place that has it. */
function placeOf(result: Result, rows: RowIndex, metric: Metric | undefined): string | undefined {
  if (metric === undefined) return mainSubject(result, rows)?.where;
  const places = ["system", ...new Set(result.points.flatMap((point) => point.places))];
  return places.find((where) => rows.hasAny(where, metric));
}
