import type { Result, Row } from "../../result.ts";
import { estimate, quantity, withSymbol } from "../format.ts";
import { grouped } from "../grouped.ts";
import { pointLabels } from "../points.ts";
import { trusted } from "../rows.ts";
import { atPlace, capitalised, statisticName } from "../words.ts";

/** What is said of; the other statistics stand in the table. */
const SAID = ["mean", "p95", "p99"];

type Measured = Row & { value: number; measured: NonNullable<Row["measured"]> };

/**
 * How the simulation compares with a real system, a sentence a point: "prefetch-1: mean latency at consumers.worker is
 * 80.2 ms, 4.9 % below the measured 84.3 ms; p95 216 ms, 3.8 % below 225 ms." Empty when nothing was measured.
 */
export function measuredSentences(result: Result): string[] {
  const rows = result.rows
    .filter(trusted)
    .filter((row): row is Measured => row.measured !== null && row.versus === null && SAID.includes(row.statistic));
  const labels = pointLabels(result);
  return [...grouped(rows, (row) => String(row.point)).values()].map((of) => {
    const label = labels[of[0]!.point]!;
    const text = of.map((row, i) => (sameSubject(row, of[i - 1]) ? shortClause(row) : clause(row))).join("; ");
    return label === "" ? `${capitalised(text)}.` : `${label}: ${text}.`;
  });
}

const sameSubject = (row: Row, before: Row | undefined): boolean =>
  row.where === before?.where && row.metric === before.metric && row.class === before.class;

function clause(row: Measured): string {
  const subject = atPlace(statisticName(row.metric, row.statistic), row.where);
  return `${subject} is ${estimate(row)}, ${compared(row)} the measured ${measuredValue(row)}`;
}

/** What was said of the subject before need not be said again. */
const shortClause = (row: Measured): string =>
  `${row.statistic} ${estimate(row)}, ${compared(row)} ${measuredValue(row)}`;

const measuredValue = ({ measured, unit, metric }: Measured): string => quantity(measured.value, unit, metric);

function compared({ value, measured }: Measured): string {
  const difference = value / measured.value - 1;
  if (Math.abs(difference) < 0.0005) return "equal to";
  return `${withSymbol(Math.abs(100 * difference).toFixed(1), "%")} ${difference < 0 ? "below" : "above"}`;
}
