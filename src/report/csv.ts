import type { Result, Row } from "../result.ts";

/**
 * The rows of a result as CSV: one record for each row, the coordinates of its point in columns of their own,
 * numbers in SI units with all their digits, empty where there is no value.
 * @see RFC 4180
 */
export function csv(result: Result): string {
  return [...csvLines(result)].join("");
}

/** The same line by line: all of a large result may be longer than a string can be. */
export function* csvLines(result: Result): Generator<string> {
  const parameters = [...new Set(result.points.flatMap(({ at }) => Object.keys(at)))];
  const head = ["point", "scenario", ...parameters, ...Object.keys(COLUMNS)];
  yield lineOf(head);
  for (const row of result.rows) {
    const { scenario, at } = result.points[row.point]!;
    const coordinates = parameters.map((name) => (Object.hasOwn(at, name) ? at[name]! : null));
    yield lineOf([row.point, scenario, ...coordinates, ...Object.values(COLUMNS).map((column) => column(row))]);
  }
}

function lineOf(record: Field[]): string {
  return `${record.map(field).join(",")}\r\n`;
}

type Field = string | number | null;

const COLUMNS: Record<string, (row: Row) => Field> = {
  where: (row) => row.where,
  class: (row) => row.class,
  metric: (row) => row.metric,
  statistic: (row) => row.statistic,
  from: (row) => row.window?.[0] ?? null,
  to: (row) => row.window?.[1] ?? null,
  versus: (row) => row.versus,
  value: (row) => row.value,
  low: (row) => row.low,
  high: (row) => row.high,
  confidence: (row) => row.confidence,
  count: (row) => row.count,
  unit: (row) => row.unit,
  quality: (row) => row.quality.join(" "),
  theory: (row) => row.theory?.value ?? null,
  "theory-model": (row) => row.theory?.model ?? null,
  "theory-exact": (row) => (row.theory ? String(row.theory.exact) : null),
  "theory-z": (row) => row.theory?.z ?? null,
  "theory-refuted": (row) => (row.theory?.z === undefined ? null : String(row.theory.refuted ?? false)),
  "variance-reduction": (row) => row.varianceReduction ?? null,
  measured: (row) => row.measured?.value ?? null,
  "measured-source": (row) => row.measured?.source ?? null,
};

function field(value: Field): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
