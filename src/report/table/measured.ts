import type { Result, Row } from "../../result.ts";
import { estimate, plain, scaleFor, withSymbol } from "../format.ts";
import { pointLabels } from "../points.ts";
import { supported } from "../rows.ts";
import { atPlace, list, statisticName } from "../words.ts";
import type { Table } from "./cells.ts";

/** Measured, simulated and theoretical values side by side; null when nothing was measured. */
export function measuredTable(result: Result): Table | null {
  const rows = result.rows
    .filter((row): row is Measured => row.measured !== null && row.versus === null)
    .map((row): Measured => ({ ...supported(row), measured: row.measured }));
  if (rows.length === 0) return null;
  const labels = pointLabels(result);
  const withTheory = rows.some(({ theory }) => theory !== null);
  const labelled = labels.some((label) => label !== "");
  const body = rows.map((row) => [
    ...(labelled ? [labels[row.point]!] : []),
    atPlace(statisticName(row.metric, row.statistic), row.where),
    inScale(row, row.measured.value),
    estimate(row) + (row.quality.length > 0 && row.value !== null ? " ?" : ""),
    deviation(row),
    ...(withTheory ? [row.theory ? `${inScale(row, row.theory.value)} (${row.theory.model})` : ""] : []),
  ]);
  const head = [
    ...(labelled ? ["point"] : []),
    "quantity",
    "measured",
    "simulated",
    "simulated − measured",
    ...(withTheory ? ["theory"] : []),
  ];
  const sources = [...new Set(rows.map(({ measured }) => measured.source))];
  return { head, rows: body, labels: labelled ? 2 : 1, notes: [`Measured: ${list(sources)}.`] };
}

type Measured = Row & { measured: NonNullable<Row["measured"]> };

function inScale({ value, unit, metric, measured }: Measured, shown: number): string {
  const { factor, symbol } = scaleFor(value ?? measured.value, unit, metric);
  return withSymbol(plain(shown * factor), symbol);
}

/** "−1.4 %", and whether the measured value lies inside the interval of the simulated one. */
function deviation({ value, low, high, measured }: Measured): string {
  if (value === null || measured.value === 0) return "–";
  const share = 100 * (value / measured.value - 1);
  const inside = low !== null && high !== null && low <= measured.value && measured.value <= high;
  return `${share > 0 ? "+" : share < 0 ? "−" : ""}${Math.abs(share).toFixed(1)}\u00a0%${inside ? ", inside the interval" : ""}`;
}
