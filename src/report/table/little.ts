import type { Result, Row } from "../../result.ts";
import type { Name } from "../../spec.ts";
import { plain, quantity } from "../format.ts";
import { pointLabels } from "../points.ts";
import { type RowIndex, rowIndexOf } from "../rows.ts";
import type { Table } from "./cells.ts";

/** Throughput, latency and queue of one place, as sums over what passed through it. */
export interface LittlesLaw {
  point: number;
  where: Name | "system";
  /** N: messages that passed. */
  messages: number;
  /** t: measured time, all replications together [s]. */
  seconds: number;
  /** T = N/t [1/s]. */
  throughput: number;
  /** L = Σtᵢ/N: mean time in the place [s]. */
  latency: number;
  /** Q = Σtᵢ/t = T·L: mean number in the place by Little's law. */
  queue: number;
  /** Mean number in the place as observed over time, independently of the times of messages. */
  observed: number;
}

/** Little's law wherever a result has throughput, mean sojourn time and mean number in system, in the order of points. */
export function littlesLaw(result: Result): LittlesLaw[] {
  const index = rowIndexOf(result);
  return result.points.flatMap(({ places }, point) =>
    ["system", ...places].flatMap((where) => lawAt(result, index, { point, where })),
  );
}

function lawAt(result: Result, index: RowIndex, { point, where }: { point: number; where: Name }): LittlesLaw[] {
  const mean = (metric: Row["metric"]) => index.find(point, { where, class: "*", metric, statistic: "mean" });
  const [rate, time, level] = [
    mean("throughput"),
    mean("sojournTime") ?? (where === "system" ? mean("latency") : undefined),
    mean("numberInSystem"),
  ];
  if (!rate || !time || !level || rate.value === null || time.value === null || level.value === null) return [];
  const { seconds, warmup } = result.points[point]!;
  return [
    {
      point,
      where,
      messages: time.count,
      seconds: (seconds - warmup) * result.made.replications,
      throughput: rate.value,
      latency: time.value,
      queue: rate.value * time.value,
      observed: level.value,
    },
  ];
}

/** Relative difference between the number observed and T·L; 0 when both are 0. */
export const littleGap = ({ queue, observed }: LittlesLaw): number => (observed === queue ? 0 : observed / queue - 1);

/** Little's law at each point (or, with one point, each place). */
export function littleTable(result: Result, laws: readonly LittlesLaw[]): Table {
  const labels = pointLabels(result);
  const rows = laws.map((law) => [
    [labels[law.point], law.where === "system" ? "" : law.where].filter((part) => part).join(", ") || "whole system",
    quantity(law.throughput, "1/s", "throughput"),
    quantity(law.latency, "s", "sojournTime"),
    plain(law.queue),
    plain(law.observed),
    percentage(littleGap(law)),
  ]);
  return { head: ["where", "T", "L", "T·L", "Q observed", "difference"], rows, labels: 1, notes: [] };
}

/** "+0.02 %". */
function percentage(share: number): string {
  const size = Math.abs(100 * share);
  if (!Number.isFinite(size)) return "–";
  return `${size < 0.005 ? "" : share > 0 ? "+" : "−"}${size.toFixed(2)}\u00a0%`;
}
