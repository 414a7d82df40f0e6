import type { Result, Row, Theory } from "../../result.ts";
import { compactEstimate, type Scale, scaleFor } from "../format.ts";
import { pointLabels } from "../points.ts";
import { differencesOf, supported } from "../rows.ts";
import { windowName } from "../window-name.ts";
import { atPlace, statisticName } from "../words.ts";
import { doubtNotes, type Table, theoryCell } from "./cells.ts";

type Compared = Row & { theory: Theory };

/** Everything that theory has an answer for, simulated and calculated; null where there is nothing. */
export function besideTheoryTable(result: Result): Table | null {
  const rows = result.rows
    .filter((row): row is Compared => row.theory !== null && row.value !== null)
    .map((row): Compared => ({ ...supported(row), theory: row.theory }))
    .filter(firstOfItsKind((row) => [row.value, row.theory.value]));
  if (rows.length === 0) return null;
  const labels = pointLabels(result);
  const labelled = labels.some((label) => label !== "");
  const windowed = rows.some(({ window }) => window !== null);
  const body = rows.map((row) => {
    const scale = scaleFor(row.value ?? row.theory.value, row.unit, row.metric);
    const quantity = atPlace(statisticName(row.metric, row.statistic), row.where);
    return [
      ...(labelled ? [labels[row.point]!] : []),
      ...(windowed ? [row.window === null ? "" : windowName(row.window)] : []),
      row.class === "*" ? quantity : `${quantity}, ${row.class}`,
      withUnit(compactEstimate(row, scale), scale) + (row.quality.length > 0 && row.value !== null ? " ?" : ""),
      withUnit(theoryCell(row, scale), scale),
      row.theory.model,
    ];
  });
  const head = [
    ...(labelled ? ["point"] : []),
    ...(windowed ? ["time"] : []),
    "quantity",
    "simulated",
    "theory",
    "model",
  ];
  const refuted = rows.some(({ theory }) => theory.refuted) ? ["! = more than chance explains."] : [];
  return { head, rows: body, labels: head.length - 3, notes: [...doubtNotes(rows), ...refuted] };
}

/** Leaves out what is the same number at another place, as the latency of a system is that of its only pool. */
function firstOfItsKind<R extends Row>(numbers: (row: R) => unknown[]): (row: R) => boolean {
  const seen = new Set<string>();
  return (row) => {
    const key = JSON.stringify([row.point, row.window, row.class, row.statistic, ...numbers(row)]);
    return !seen.has(key) && seen.add(key).has(key);
  };
}

/** The unit behind the value, before what stands in brackets. */
function withUnit(text: string, { symbol }: Scale): string {
  if (symbol === "") return text;
  const [value, ...bracket] = text.split(" (");
  return [`${value}${symbol.startsWith("/") ? "" : "\u00a0"}${symbol}`, ...bracket].join(" (");
}

/** Paired differences between points, and what the common random numbers saved; null where there are none. */
export function differenceTable(result: Result): Table | null {
  const rows = differencesOf(result).filter(firstOfItsKind((row) => [row.versus, row.value, row.varianceReduction]));
  if (rows.length === 0) return null;
  const labels = pointLabels(result);
  const body = rows.map((row) => {
    const scale = scaleFor(row.value!, row.unit, row.metric);
    const { varianceReduction: factor } = row;
    return [
      `${labels[row.point]} − ${labels[row.versus!]}`,
      atPlace(statisticName(row.metric, row.statistic), row.where),
      withUnit(compactEstimate(row, scale), scale) + (row.quality.length > 0 ? " ?" : ""),
      factor === undefined ? "" : `${Number(factor.toPrecision(2)).toLocaleString("en-US")}×`,
    ];
  });
  const saved =
    "Variance reduction: how many times as long independent runs would have to be to tell the difference as precisely; " +
    "both sides saw the same random numbers.";
  return {
    head: ["difference", "quantity", "value", "variance reduction"],
    rows: body,
    labels: 2,
    notes: [...doubtNotes(rows), ...(rows.some((row) => row.varianceReduction !== undefined) ? [saved] : [])],
  };
}
