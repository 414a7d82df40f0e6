import type { Result, Row } from "../../result.ts";
import { estimate, quantity } from "../format.ts";
import { grouped } from "../grouped.ts";
import { pointLabels } from "../points.ts";
import { trusted } from "../rows.ts";
import { atPlace, capitalised, list, statisticName } from "../words.ts";

/** What is said of; the other statistics stand in the table. */
const SAID = ["mean", "p95", "p99"];

type Measured = Row & { value: number; measured: NonNullable<Row["measured"]> };

/**
 * How the simulation compares with a real system, a sentence a point: "prefetch-1: mean latency is 80.2 ms, 4.9 % below
 * the measured 84.3 ms; …". Empty when nothing was measured.
 */
export function measuredSentences(result: Result): string[] {
  const rows = result.rows
    .filter(trusted)
    .filter((row): row is Measured => row.measured !== null && row.versus === null && SAID.includes(row.statistic));
  const labels = pointLabels(result);
  return [...grouped(rows, (row) => String(row.point)).values()].map((of) => {
    const label = labels[of[0]!.point]!;
    const text = list(of.map(clause));
    return label === "" ? `${capitalised(text)}.` : `${label}: ${text}.`;
  });
}

function clause(row: Measured): string {
  const { metric, statistic, where, unit, value, measured } = row;
  const difference = value / measured.value - 1;
  const size = `${Math.abs(100 * difference).toFixed(1)} %`;
  const compared = Math.abs(difference) < 0.0005 ? "equal to" : `${size} ${difference < 0 ? "below" : "above"}`;
  const subject = atPlace(statisticName(metric, statistic), where);
  return `${subject} is ${estimate(row)}, ${compared} the measured ${quantity(measured.value, unit, metric)}`;
}
