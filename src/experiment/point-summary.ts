import type { Statistic, Study } from "../spec.ts";
import { Predictions } from "../theory/predictions.ts";
import { type Measure, measuresOf } from "./measures.ts";
import type { PointRun } from "./point-run.ts";
import { Sample } from "./sample.ts";
import { type Settled, settledSample } from "./settled.ts";

/** Percentiles that are printed of everything observed. */
export const PERCENTILES: Statistic[] = ["p50", "p90", "p95", "p99", "p99.9"];

/** One point with everything that can be said of it. */
export interface PointSummary {
  run: PointRun;
  /** Index among the points of the result. */
  point: number;
  settled: Settled;
  measures: Measure[];
  predictions: Predictions;
}

export function pointSummary(study: Study, run: PointRun, point: number): PointSummary {
  const { model } = run.plan.point;
  const settled = settledSample(new Sample(run.layout, run.observations), model, study.run);
  return { run, point, settled, measures: measuresOf(model, settled.sample), predictions: new Predictions(model) };
}

export function unitOf(measure: Measure, statistic: Statistic): string {
  return statistic === "variance" && measure.unit === "s" ? "s²" : measure.unit;
}
