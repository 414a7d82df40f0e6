import type { Run, Statistic, Study } from "../spec.ts";
import { CoursePredictions } from "../theory/course/course-predictions.ts";
import { Predictions } from "../theory/predictions.ts";
import type { Measure } from "./measure.ts";
import { measuresOf } from "./measures.ts";
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
  /** Of transient runs. */
  course: CoursePredictions | null;
}

export function pointSummary(study: Study, run: PointRun, point: number): PointSummary {
  const { model } = run.plan.point;
  const settled = settledSample(new Sample(run.layout, run.observations), model, study.run);
  const { sample } = settled;
  const course = study.run.mode === "transient" ? new CoursePredictions(model, edgesOf(sample, study.run)) : null;
  return { run, point, settled, measures: measuresOf(model, sample), predictions: new Predictions(model), course };
}

/** Where windows and batches begin and end [s], as far as the run came. */
function edgesOf(sample: Sample, { windows }: Run): number[] {
  const { until } = sample.observations[0];
  return [...sample.edges(), ...windows.flat().filter((time) => time <= until), until];
}

export function unitOf(measure: Measure, statistic: Statistic): string {
  return statistic === "variance" && measure.unit === "s" ? "s²" : measure.unit;
}
