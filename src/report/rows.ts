import type { Result, Row } from "../result.ts";
import type { Metric, Name, Statistic } from "../spec.ts";

/** Which number is meant: a statistic of a metric of a class at a place. */
export interface Subject {
  where: Name | "system";
  /** "*" = all classes. */
  class: string;
  metric: Metric;
  statistic: Statistic;
}

/** A percentile that too few messages lie beyond has no value worth printing, whatever was computed. */
export const supported = (row: Row): Row =>
  row.quality.includes("few-beyond-quantile") ? { ...row, value: null, low: null, high: null } : row;

/** Rows about differences between points; those without a value tell nothing. */
export const differencesOf = (result: Result): Row[] =>
  result.rows
    .filter((row) => row.versus !== null && row.window === null)
    .map(supported)
    .filter((row) => row.value !== null);

/** The windows of a transient result in the order of time; [null], the whole measured time, where there are none. */
export function windowsOf(result: Result): Row["window"][] {
  const windows = new Map(result.rows.flatMap(({ window }) => (window ? [[window.join(), window] as const] : [])));
  return windows.size === 0 ? [null] : [...windows.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

const indexes = new WeakMap<Result, RowIndex>();

/** The rows of a result about the whole measured time. Made once: a result that is reported on does not change. */
export function rowIndexOf(result: Result): RowIndex {
  const index = indexes.get(result) ?? new RowIndex(result);
  indexes.set(result, index);
  return index;
}

/** The rows of a result about one window (null = the whole measured time), by subject and point. */
export class RowIndex {
  private readonly bySubject = new Map<string, Map<number, Row>>();
  private readonly measuredAt = new Set<string>();

  constructor(result: Result, window: Row["window"] = null) {
    const own = result.rows.filter((row) => row.versus === null && row.window?.join() === window?.join());
    for (const row of own.map(supported)) {
      const key = subjectKey(row);
      if (!this.bySubject.has(key)) this.bySubject.set(key, new Map());
      this.bySubject.get(key)!.set(row.point, row);
      if (row.value !== null) this.measuredAt.add(metricKey(row.where, row.metric));
    }
  }

  find(point: number, subject: Subject): Row | undefined {
    return this.bySubject.get(subjectKey(subject))?.get(point);
  }

  /** All points' rows about a subject, in the order of the result. */
  all(subject: Subject): Row[] {
    return [...(this.bySubject.get(subjectKey(subject))?.values() ?? [])];
  }

  /** The rows about a statistic at whatever place, of all classes together unless `where` says otherwise. */
  everyAbout(metric: Metric, statistic: Statistic, where = (row: Row) => row.class === "*"): Row[] {
    const all = [...this.bySubject.values()].flatMap((rows) => [...rows.values()]);
    return all.filter((row) => row.metric === metric && row.statistic === statistic && where(row));
  }

  /** The classes besides "*" about which this is known, in the order of the result. */
  classesOf({ where, metric, statistic }: Subject): string[] {
    return this.everyAbout(metric, statistic, (row) => row.where === where && row.class !== "*")
      .map((row) => row.class)
      .filter((name, i, all) => all.indexOf(name) === i);
  }

  /** Whether a place has any statistic of a metric. */
  hasAny(where: Name | "system", metric: Metric): boolean {
    return this.measuredAt.has(metricKey(where, metric));
  }

  /** Whether any point has a value for it. */
  has(subject: Subject): boolean {
    return this.all(subject).some((row) => row.value !== null);
  }
}

// No name contains NUL, so a class named "a|b" and class "b" at place "a" stay apart
const subjectKey = ({ where, class: name, metric, statistic }: Subject): string =>
  `${where}\0${name}\0${metric}\0${statistic}`;
const metricKey = (where: Name | "system", metric: Metric): string => `${where}\0${metric}`;

/** A value nobody has raised a doubt about. */
export const trusted = (row: Row): row is Row & { value: number } => row.value !== null && row.quality.length === 0;

/** What a result is mainly about: latency of the whole system if it is there, else of the first place that has it. */
export function mainSubject(result: Result, rows: RowIndex): Subject | null {
  const places: (Name | "system")[] = ["system", ...new Set(result.points.flatMap((point) => point.places))];
  for (const metric of ["latency", "sojournTime", "waitingTime", "numberInSystem", "numberInQueue"] as const) {
    for (const where of places) {
      const subject = { where, class: "*", metric, statistic: "mean" };
      if (rows.has(subject)) return subject;
    }
  }
  return null;
}

/** The percentile that most decisions hang on: p99 where it is known as often as the mean, else p95, p90, the mean. */
export function tailOf(rows: readonly Row[]): Statistic {
  const known = (statistic: Statistic) =>
    rows.filter((row) => row.statistic === statistic && row.value !== null).length;
  return (
    ["p99", "p95", "p90"].find((statistic) => known(statistic) > 0 && 2 * known(statistic) > known("mean")) ?? "mean"
  );
}

/** The same for the rows of an index about one metric at one place. */
export const tailStatistic = (rows: RowIndex, subject: Subject): Statistic =>
  tailOf(["mean", "p90", "p95", "p99"].flatMap((statistic) => rows.all({ ...subject, statistic })));
