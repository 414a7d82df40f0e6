import type { Row } from "../result.ts";
import type { Measured, Point, Study } from "../spec.ts";
import { percentileOf } from "../theory/predictions.ts";

/** Puts what was measured on a real system beside the rows it belongs to, whose points are numbered as in the study. */
export function attachMeasured(rows: Row[], { points, measured }: Study): void {
  for (const recording of measured) {
    const sorted = Float64Array.from(recording.values).sort();
    for (const row of rows) {
      if (!isMeant(row, points[row.point], recording)) continue;
      const value = statisticOf(sorted, row.statistic);
      if (value !== null) row.measured = { value, source: recording.source };
    }
  }
}

function isMeant(row: Row, point: Point, { scenario, where, metric }: Measured): boolean {
  const same = row.where === where && row.metric === metric && row.class === "*" && row.versus === null;
  return same && (scenario === "" || point.scenario === scenario);
}

function statisticOf(sorted: Float64Array, statistic: string): number | null {
  const n = sorted.length;
  if (n === 0) return null;
  const mean = sorted.reduce((sum, x) => sum + x, 0) / n;
  if (statistic === "mean") return mean;
  if (statistic === "max") return sorted[n - 1];
  if (statistic === "variance") return sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  const p = percentileOf(statistic);
  // The smallest recorded value that a share p does not exceed.
  return p === null ? null : sorted[Math.min(n - 1, Math.ceil(p * n) - 1)];
}
